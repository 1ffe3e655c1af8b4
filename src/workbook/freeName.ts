/** A name for a new sheet that no other sheet has: "Stress", else "Stress 2" and so on. Capitals do not count. */
export function freeName(wanted: string, taken: string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; known.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
  return name;
}
