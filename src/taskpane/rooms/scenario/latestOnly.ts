/** Work that has not ended by then is given up when something newer waits, milliseconds. */
const PATIENCE = 300;

/**
 * Asks for one thing at a time and never for what is stale: while one is worked out, only the newest of the others waits.
 * What ends soon is still shown, so that pictures follow a slider that does not rest; what takes long gives way.
 */
export function latestOnly<Input, Result>(
  compute: (input: Input, signal: AbortSignal) => Promise<Result>,
  { onResult, onProblem }: { onResult: (result: Result) => void; onProblem: (problem: Error) => void },
): { ask: (input: Input) => void; stop: () => void } {
  let running: AbortController | undefined;
  let startedAt = 0;
  let waiting: { input: Input } | undefined;
  let giveUp: ReturnType<typeof setTimeout> | undefined;

  const start = (input: Input): void => {
    const mine = new AbortController();
    running = mine;
    startedAt = performance.now();
    compute(input, mine.signal)
      .then(
        (result) => {
          if (!mine.signal.aborted) onResult(result);
        },
        (problem: unknown) => {
          if (!mine.signal.aborted)
            onProblem(problem instanceof Error ? problem : new Error(String(problem)));
        },
      )
      .finally(() => {
        clearTimeout(giveUp);
        running = undefined;
        const next = waiting;
        waiting = undefined;
        if (next !== undefined) start(next.input);
      });
  };

  return {
    ask(input) {
      if (running === undefined) {
        start(input);
        return;
      }
      const stale = running;
      waiting = { input };
      clearTimeout(giveUp);
      giveUp = setTimeout(
        () => {
          stale.abort(new Error("a newer scenario is asked for"));
        },
        Math.max(PATIENCE - (performance.now() - startedAt), 0),
      );
    },
    stop() {
      waiting = undefined;
      clearTimeout(giveUp);
      running?.abort(new Error("no longer wanted"));
    },
  };
}
