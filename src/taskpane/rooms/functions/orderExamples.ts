/** Examples over the starter sheets' Book and Market first: inserted, they give figures of a real book. */
export function orderExamples(examples: readonly string[]): string[] {
  const overSheets = (formula: string) =>
    Number(/\bBook\b/.test(formula)) + Number(/\bMarket\b/.test(formula));
  return [...examples].sort((a, b) => overSheets(b) - overSheets(a));
}
