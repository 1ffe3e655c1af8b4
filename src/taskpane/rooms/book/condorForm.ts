import type { SettingValue } from "../../../alvh/settings";

/** The fields from which a condor is built, as they are kept in the workbook. */
export interface CondorFields {
  /** Calendar days to expiry. */
  readonly dte: number;
  /** Condors sold. */
  readonly quantity: number;
  /** SPX points from short to long strike, before widening. */
  readonly width: number;
  readonly by: "delta" | "deviations";
  /** Size of the short options' delta. */
  readonly shortDelta: number;
  /** Standard deviations from the forward to the short strikes. */
  readonly deviations: number;
}

export const INITIAL_CONDOR: CondorFields = {
  dte: 42,
  quantity: 10,
  width: 50,
  by: "delta",
  shortDelta: 0.16,
  deviations: 1.5,
};

/** A settings range: names and values. */
export type SettingRows = readonly (readonly [name: string, value: SettingValue])[];

/** The fields as settings, and with them what of the changed settings CONDOR.BOOK and CONDOR.SUMMARY follow. */
export function condorSettings(
  { by, shortDelta, deviations, width }: CondorFields,
  changed: Readonly<Record<string, SettingValue>>,
): SettingRows {
  const own: [string, SettingValue][] = [
    ["Condor.StrikesBy", by],
    ["Condor.ShortDelta", shortDelta],
    ["Condor.ShortDeviations", deviations],
    ["Condor.Width", width],
  ];
  const names = new Set(own.map(([name]) => name));
  const others = Object.entries(changed).filter(([name]) => FOLLOWED.test(name) && !names.has(name));
  return [...own, ...others];
}

const FOLLOWED = /^(Condor|B15|B16)\./;
