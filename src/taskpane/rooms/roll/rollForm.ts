/** The form of the room, as it is kept in the workbook; what the rules ask of the market goes into the desk's settings. */
export interface RollForm {
  /** Whether the candidate is built here or stands in a range. */
  readonly source: "build" | "range";
  /** A name, a table or a place with the candidate's legs; "" while none is chosen. */
  readonly range: string;
  /** Calendar days to expiry. */
  readonly days: number;
  /** Condors sold; undefined for as many as are held. */
  readonly quantity: number | undefined;
  /** Size of the short options' delta; undefined for the setting Condor.ShortDelta. */
  readonly shortDelta: number | undefined;
  /** SPX points from short to long strike; undefined for the setting Condor.Width. */
  readonly width: number | undefined;
  /** RSI of SPX, 0 to 100, for REBALANCE alone. */
  readonly rsi: number | undefined;
  /** Leaves rules without a figure out of the list. */
  readonly isShort: boolean;
}

export const FIRST_ROLL_FORM: RollForm = {
  source: "build",
  range: "",
  days: 70,
  quantity: undefined,
  shortDelta: undefined,
  width: undefined,
  rsi: undefined,
  isShort: false,
};
