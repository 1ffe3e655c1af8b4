import type { Settings } from "../../../alvh/settings";

/** The band that the texts claim for the cost (C11), percent of the base a year. */
export function bandOf(settings: Settings): [low: number, high: number] {
  return [percent(settings.number("C11.Low")), percent(settings.number("C11.High"))];
}

/** Free of the last bit: 0.012 is 1.2%. */
function percent(share: number): number {
  return Number((100 * share).toPrecision(12));
}
