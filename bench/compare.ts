/** A contender's milliseconds over the rounds. */
export interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Milliseconds of each contender, by rounds that alternate between them: the machine's moods hit all alike. */
export function interleaved<Name extends string>(
  contenders: Readonly<Record<Name, () => unknown>>,
  rounds = 9,
): Record<Name, Timing> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) keep(contenders[name]());
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      keep(contenders[name]());
      times.get(name)?.push(performance.now() - start);
    }
  }
  const timings = names.map((name) => {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
    return [name, { median: at(0.5), low: at(0), high: at(1) }] as const;
  });
  return Object.fromEntries(timings) as Record<Name, Timing>;
}

let kept: unknown;

/** Keeps a result, so that no compiler drops the work that made it. */
function keep(value: unknown): void {
  kept = value ?? kept;
}
