/** One scenario in the units of PNL and STRESSGRID. */
export interface Scenario {
  /** SPX after over SPX before, less one. */
  readonly spotShock: number;
  /** VIX after less VIX before, points. */
  readonly vixShock: number;
  /** Calendar days that pass after the shock. */
  readonly days: number;
  /** As a cell names it: TWOFACTOR, GL1, SCALED, TABLE, LOG, or REPLAY and an event. */
  readonly curveModel: string;
}
