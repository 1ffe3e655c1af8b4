/** Milliseconds of work in a row: short enough that a frame is drawn between, or a message heard. */
const CHUNK = 10;

/** Runs work that yields its share done, and lets everything else have its turn every few milliseconds. */
export async function runInChunks<Result>(
  work: Generator<number, Result>,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined } = {},
): Promise<Result> {
  let started = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < CHUNK) continue;
    onProgress?.(step.value);
    await new Promise((resume) => setTimeout(resume));
    started = performance.now();
  }
}
