/**
 * Share of the portfolio that the Cboe VIX Tail Hedge index (VXTH) spends on VIX calls, by the level of the VIX future:
 * nothing up to 15, 1% above 15 to 30, 0.5% above 30 to 50, nothing above 50.
 * Cboe does not say which side a level exactly on a bound falls; here it counts to the lower band.
 */
export function vxthWeight(
  vixPoints: number,
  { from, half, stop, weight }: VxthBounds = { from: 15, half: 30, stop: 50, weight: 0.01 },
): number {
  if (vixPoints <= from || vixPoints > stop) return 0;
  return vixPoints <= half ? weight : weight / 2;
}

export interface VxthBounds {
  readonly from: number;
  readonly half: number;
  readonly stop: number;
  readonly weight: number;
}
