/** Runs a generator to its end: what it returned, and the shares it yielded on the way. */
export function finish<Result>(work: Generator<number, Result>): { result: Result; shares: number[] } {
  const shares: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { result: step.value, shares };
    shares.push(step.value);
  }
}
