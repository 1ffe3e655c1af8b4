import { listRanges } from "../../../workbook/listRanges";

/** A name that no range of the workbook has yet: "Condor", else "Condor_2" and so on. Capitals do not count. */
export async function freeRangeName(wanted: string): Promise<string> {
  const taken = new Set((await listRanges()).map(({ reference }) => reference.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}_${number}`;
  return name;
}
