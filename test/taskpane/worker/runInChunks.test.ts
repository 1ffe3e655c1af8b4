import { runInChunks } from "../../../src/taskpane/worker/runInChunks";

/** Work in steps of some milliseconds. */
function* steps(count: number, milliseconds: number): Generator<number, string> {
  for (let step = 1; step <= count; step++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield step / count;
  }
  return "done";
}

test("long work leaves room for others, and tells its progress", async () => {
  const shares: number[] = [];
  let turns = 0;
  const clock = setInterval(() => turns++, 1);
  const result = await runInChunks(steps(10, 12), { onProgress: (share) => shares.push(share) });
  clearInterval(clock);
  expect(result).toBe("done");
  expect(shares).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(turns).toBeGreaterThan(5);
});

test("work that is no longer wanted ends between two steps", async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number): void => {
    shares.push(share);
    if (share === 0.3) stop.abort(new Error("stale"));
  };
  await expect(runInChunks(steps(10, 12), { signal: stop.signal, onProgress })).rejects.toThrow("stale");
  expect(shares).toEqual([0.1, 0.2, 0.3]);
});
