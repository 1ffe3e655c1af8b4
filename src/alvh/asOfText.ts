import { formatIsoDateTime } from "./dates";
import type { Market } from "./market";

/** When the market's quotes are from, for the header of a table. */
export function asOfText({ asOf }: Market): string {
  return asOf === undefined ? "" : `, as of ${formatIsoDateTime(asOf)}`;
}
