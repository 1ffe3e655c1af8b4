import { InputError } from "../core/errors";
import { normaliseName, unknownWord } from "./names";
import { isBlankOrZero, type CellValue } from "./cellValue";
import type { DayTable } from "./vxBeta";

/** A past shock: closes before and after, and how each VX future moved, the same contract followed through. */
export interface StressEvent {
  readonly name: string;
  /** ISO dates of the closes. */
  readonly from: string;
  readonly to: string;
  /** Closes before and after. */
  readonly spx: readonly [number, number];
  readonly vix: readonly [number, number];
  readonly vvix: readonly [number, number];
  /** [days to expiry at the start, move of the future over the move of VIX]. */
  readonly futureRatios: DayTable;
  /**
   * [calendar days from the start, VIX open]: a contract that settles inside the event is paid at that day's open, which
   * stands for the settlement value, since that is not public.
   */
  readonly vixOpens: DayTable;
}

/** Worked out from daily closes of SPX, VIX and VVIX and from VX settlements (2022, 2024) and closes (2018, 2020). */
export const STRESS_EVENTS: readonly StressEvent[] = [
  {
    name: "2018 Volmageddon 1d",
    from: "2018-02-02",
    to: "2018-02-05",
    spx: [2762.13, 2648.94],
    vix: [17.31, 37.32],
    vvix: [125.51, 177.34],
    // prettier-ignore
    futureRatios: [[12, 0.88], [47, 0.65], [75, 0.482], [103, 0.284], [138, 0.197], [166, 0.18], [201, 0.225], [229, 0.135]],
    // prettier-ignore
    vixOpens: [[3, 18.44]],
  },
  {
    name: "2018 Volmageddon peak",
    from: "2018-01-26",
    to: "2018-02-08",
    spx: [2872.87, 2581.0],
    vix: [11.08, 33.46],
    vvix: [98.65, 180.61],
    // prettier-ignore
    futureRatios: [[19, 0.705], [54, 0.383], [82, 0.302], [110, 0.251], [145, 0.202], [173, 0.178], [208, 0.155], [236, 0.142]],
    // prettier-ignore
    vixOpens: [[3, 11.71], [4, 13.93], [5, 14.23], [6, 13.05], [7, 13.64], [10, 18.44], [11, 37.32], [12, 31.38], [13, 27.29]],
  },
  {
    name: "2020 Covid first week",
    from: "2020-02-19",
    to: "2020-02-28",
    spx: [3386.15, 2954.22],
    vix: [14.38, 40.11],
    vvix: [95.92, 125.73],
    // prettier-ignore
    futureRatios: [[28, 0.426], [56, 0.26], [91, 0.185], [119, 0.134], [154, 0.105], [182, 0.093], [210, 0.087], [245, 0.104]],
    // prettier-ignore
    vixOpens: [[1, 14.54], [2, 17.33], [5, 22.25], [6, 22.19], [7, 26.63], [8, 28.95], [9, 42.02]],
  },
  {
    name: "2020 Covid 1d",
    from: "2020-03-13",
    to: "2020-03-16",
    spx: [2711.02, 2386.13],
    vix: [57.83, 82.69],
    vvix: [171.28, 207.59],
    // prettier-ignore
    futureRatios: [[5, 0.772], [33, 0.613], [68, 0.416], [96, 0.334], [131, 0.261], [159, 0.205], [187, 0.175], [222, 0.16]],
    // prettier-ignore
    vixOpens: [[3, 57.83]],
  },
  {
    name: "2020 Covid peak VIX",
    from: "2020-02-19",
    to: "2020-03-16",
    spx: [3386.15, 2386.13],
    vix: [14.38, 82.69],
    vvix: [95.92, 207.59],
    // prettier-ignore
    futureRatios: [[28, 0.838], [56, 0.627], [91, 0.415], [119, 0.322], [154, 0.261], [182, 0.219], [210, 0.198], [245, 0.158]],
    // prettier-ignore
    vixOpens: [[1, 14.54], [2, 17.33], [5, 22.25], [6, 22.19], [7, 26.63], [8, 28.95], [9, 42.02], [12, 34.86], [13, 33.64], [14, 34.44], [15, 33.61], [16, 41.46], [19, 41.94], [20, 49.68], [21, 52.24], [22, 61.46], [23, 71.31], [26, 57.83]],
  },
  {
    name: "2020 Covid SPX low",
    from: "2020-02-19",
    to: "2020-03-23",
    spx: [3386.15, 2237.4],
    vix: [14.38, 61.59],
    vvix: [95.92, 167.93],
    // prettier-ignore
    futureRatios: [[56, 0.702], [91, 0.61], [119, 0.496], [154, 0.368], [182, 0.285], [210, 0.237], [245, 0.205]],
    // prettier-ignore
    vixOpens: [[1, 14.54], [2, 17.33], [5, 22.25], [6, 22.19], [7, 26.63], [8, 28.95], [9, 42.02], [12, 34.86], [13, 33.64], [14, 34.44], [15, 33.61], [16, 41.46], [19, 41.94], [20, 49.68], [21, 52.24], [22, 61.46], [23, 71.31], [26, 57.83], [27, 82.69], [28, 69.37], [29, 80.62], [30, 67.86], [33, 74.08]],
  },
  {
    name: "2022 Jan grind",
    from: "2022-01-03",
    to: "2022-01-26",
    spx: [4796.56, 4349.93],
    vix: [16.6, 31.96],
    vvix: [108.45, 148.55],
    // prettier-ignore
    futureRatios: [[44, 0.47], [71, 0.326], [107, 0.202], [135, 0.139], [163, 0.102], [198, 0.078], [226, 0.073]],
    // prettier-ignore
    vixOpens: [[1, 16.57], [2, 17.07], [3, 20.29], [4, 19.85], [7, 19.58], [8, 19.62], [9, 18.17], [10, 18.06], [11, 20.11], [15, 21.18], [16, 23.12], [17, 23.46], [18, 25.38], [21, 28.2], [22, 32.29], [23, 29.35]],
  },
  {
    name: "2022 Ukraine",
    from: "2022-02-16",
    to: "2022-03-07",
    spx: [4475.01, 4201.09],
    vix: [24.29, 36.45],
    vvix: [122.58, 133.66],
    // prettier-ignore
    futureRatios: [[27, 0.85], [63, 0.662], [91, 0.533], [119, 0.441], [154, 0.369], [182, 0.312], [217, 0.251], [245, 0.226]],
    // prettier-ignore
    vixOpens: [[1, 24.83], [2, 26.66], [6, 31.8], [7, 28.04], [8, 37.5], [9, 31.68], [12, 32.44], [13, 29.45], [14, 34.2], [15, 30.52], [16, 31.9], [19, 35.88]],
  },
  {
    name: "2022 CPI June",
    from: "2022-06-08",
    to: "2022-06-13",
    spx: [4115.77, 3749.63],
    vix: [23.96, 34.02],
    vvix: [92.68, 113.72],
    // prettier-ignore
    futureRatios: [[7, 0.872], [42, 0.66], [70, 0.515], [105, 0.42], [133, 0.347], [161, 0.311], [196, 0.28], [224, 0.256]],
    // prettier-ignore
    vixOpens: [[1, 24.29], [2, 26.26], [5, 31.37]],
  },
  {
    name: "2024 Aug 1d",
    from: "2024-08-02",
    to: "2024-08-05",
    spx: [5346.56, 5186.33],
    vix: [23.39, 38.57],
    vvix: [136.81, 173.32],
    // prettier-ignore
    futureRatios: [[19, 0.675], [47, 0.554], [75, 0.334], [110, 0.168], [138, 0.173], [173, 0.195], [201, 0.2], [228, 0.214]],
    // prettier-ignore
    vixOpens: [[3, 23.39]],
  },
  {
    name: "2024 Aug 3d",
    from: "2024-07-31",
    to: "2024-08-05",
    spx: [5522.3, 5186.33],
    vix: [16.36, 38.57],
    vvix: [94.25, 173.32],
    // prettier-ignore
    futureRatios: [[21, 0.725], [49, 0.626], [77, 0.403], [112, 0.235], [140, 0.221], [175, 0.227], [203, 0.227], [230, 0.235]],
    // prettier-ignore
    vixOpens: [[1, 16.2], [2, 20.52], [5, 23.39]],
  },
];

/** VIX points at which a contract settles some days into an event: the open of that day, or of the next one that traded. */
export function settlementVix(event: StressEvent, daysIn: number): number {
  // An event starts at a close, so that a contract with 11.7 days settles on the morning of the twelfth.
  const day = Math.ceil(daysIn);
  return event.vixOpens.find(([days]) => days >= day)?.[1] ?? event.vix[1];
}

/** The events that a cell names: all when omitted, else those whose name holds the text. */
export function readStressEvents(value: CellValue): readonly StressEvent[] {
  if (isBlankOrZero(value)) return STRESS_EVENTS;
  const wanted = normaliseName(String(value));
  const exact = STRESS_EVENTS.filter(({ name }) => normaliseName(name) === wanted);
  if (exact.length > 0) return exact;
  const holding = STRESS_EVENTS.filter(({ name }) => wanted !== "" && normaliseName(name).includes(wanted));
  if (holding.length > 0) return holding;
  const names = STRESS_EVENTS.map(({ name }) => name);
  throw new InputError("event", unknownWord("event", value, names));
}
