import { auditRun, type AuditState } from "../../../../src/taskpane/rooms/audit/auditRun";

const input = { history: undefined, preset: "442", settings: [] };
const read = () => Promise.resolve(input);

/** A computation that answers when told, and rejects when it is cancelled, as the worker's does. */
function slowly() {
  const asked: { task: string; answer(table: (string | number)[][]): void; fail(error: Error): void }[] = [];
  const run = auditRun(
    (task, _input, { signal }) =>
      new Promise((answer, fail) => {
        signal?.addEventListener("abort", () => {
          fail(signal.reason as Error);
        });
        asked.push({ task, answer, fail });
      }),
  );
  return { run, asked };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("the audit is shown as soon as it is there, the backtest after it", async () => {
  const { run, asked } = slowly();
  const seen: AuditState[] = [];
  run.subscribe(() => seen.push(run.state()));
  const done = run.start("a", read);
  await settle();
  expect([run.state().step, asked.map(({ task }) => task)]).toEqual([1, ["costAudit"]]);
  asked[0]?.answer([["Year"]]);
  await settle();
  expect(run.state()).toMatchObject({
    step: 2,
    result: { key: "a", audit: [["Year"]], backtest: undefined },
  });
  asked[1]?.answer([["Strategy"]]);
  await done;
  expect(run.state()).toEqual({
    isWithoutWorker: false,
    result: { key: "a", input, audit: [["Year"]], backtest: [["Strategy"]] },
  });
  expect(seen.length).toBeGreaterThan(2);
});

test("cancelled, it rests at once, says nothing of it, and keeps the result before", async () => {
  const { run, asked } = slowly();
  const first = run.start("a", read);
  await settle();
  asked[0]?.answer([["Year"]]);
  await settle();
  asked[1]?.answer([["Strategy"]]);
  await first;
  const second = run.start("b", read);
  await settle();
  run.cancel();
  expect([run.state().step, run.state().result?.key]).toEqual([undefined, "a"]);
  await second;
  expect(run.state().problem).toBeUndefined();
  expect(run.state().result?.key).toBe("a");
});

test("a newer run counts, whatever the older one still answers", async () => {
  const { run, asked } = slowly();
  void run.start("a", read);
  await settle();
  const newer = run.start("b", read);
  await settle();
  asked[0]?.answer([["stale"]]);
  asked[1]?.answer([["Year"]]);
  await settle();
  asked[2]?.answer([["Strategy"]]);
  await newer;
  expect(run.state().result).toMatchObject({ key: "b", audit: [["Year"]] });
});

test("what cannot be read or computed is the sentence of its error", async () => {
  const { run, asked } = slowly();
  await run.start("a", () => Promise.reject(new Error("There is no range History.")));
  expect(run.state()).toEqual({ isWithoutWorker: false, problem: "There is no range History." });
  const again = run.start("a", read);
  await settle();
  expect(run.state().problem).toBeUndefined();
  asked[0]?.fail(new Error("history has no column VVIX"));
  await again;
  expect(run.state()).toMatchObject({ problem: "history has no column VVIX" });
  expect(run.state().step).toBeUndefined();
});
