import type { computeInWorker as Compute } from "../../../src/taskpane/worker/computeInWorker";
import { tasks } from "../../../src/taskpane/worker/tasks";
import { finish } from "../finish";
import { workedCondor, workedMarket } from "../../alvh/workedCase";
import type { WorkerAnswer, WorkerRequest } from "../../../src/taskpane/worker/worker";

/** What the pane sees of a worker: messages, an error, and an end. Its answers are given by the test. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly heard: WorkerRequest[] = [];
  isEnded = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(request: WorkerRequest): void {
    this.heard.push(structuredClone(request));
  }

  terminate(): void {
    this.isEnded = true;
  }

  answers(data: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
  }
}

const input = { history: undefined, preset: "442", settings: [] };
let compute: typeof Compute;

beforeEach(async () => {
  jest.resetModules();
  jest.useFakeTimers();
  FakeWorker.made = [];
  Object.assign(globalThis, { Worker: FakeWorker });
  ({ computeInWorker: compute } = await import("../../../src/taskpane/worker/computeInWorker"));
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "Worker");
});

const turn = () => jest.advanceTimersByTimeAsync(0);

test("a request is answered by its id, with its progress; the worker is started once", async () => {
  const shares: number[] = [];
  const first = compute("costAudit", input, { onProgress: (share) => shares.push(share) });
  const second = compute("costAudit", input);
  const [worker] = FakeWorker.made;
  worker?.answers({ ready: true });
  await turn();
  expect(FakeWorker.made).toHaveLength(1);
  expect(worker?.heard).toEqual([
    { id: 1, task: "costAudit", input },
    { id: 2, task: "costAudit", input },
  ]);
  worker?.answers({ id: 2, result: [["two"]] });
  worker?.answers({ id: 1, progress: 0.5 });
  worker?.answers({ id: 1, result: [["one"]] });
  expect(await Promise.all([first, second])).toEqual([[["one"]], [["two"]]]);
  expect(shares).toEqual([0.5]);
});

test("a problem there is a rejection with its sentence here", async () => {
  const asked = compute("costAudit", input);
  FakeWorker.made[0]?.answers({ ready: true });
  await turn();
  FakeWorker.made[0]?.answers({ id: 1, problem: "history needs at least 2 rows of figures" });
  await expect(asked).rejects.toThrow("history needs at least 2 rows of figures");
});

test("what is aborted is rejected at once, and a worker that hears it goes on", async () => {
  const stop = new AbortController();
  const asked = compute("costAudit", input, { signal: stop.signal });
  const [worker] = FakeWorker.made;
  worker?.answers({ ready: true });
  await turn();
  stop.abort(new Error("cancelled"));
  await expect(asked).rejects.toThrow("cancelled");
  expect(worker?.heard.at(-1)).toEqual({ cancel: 1 });
  worker?.answers({ id: 1, stopped: true });
  await jest.advanceTimersByTimeAsync(1000);
  expect(worker?.isEnded).toBe(false);
});

test("a worker in one long piece of work is ended, and the others' requests go to a new one", async () => {
  const stop = new AbortController();
  const stale = compute("costAudit", input, { signal: stop.signal });
  const wanted = compute("costAudit", { ...input, preset: "VXTH" });
  const [busy] = FakeWorker.made;
  busy?.answers({ ready: true });
  await turn();
  stop.abort(new Error("cancelled"));
  await expect(stale).rejects.toThrow("cancelled");
  await jest.advanceTimersByTimeAsync(1000);
  expect(busy?.isEnded).toBe(true);
  const [, fresh] = FakeWorker.made;
  fresh?.answers({ ready: true });
  await turn();
  expect(fresh?.heard).toEqual([{ id: 2, task: "costAudit", input: { ...input, preset: "VXTH" } }]);
  fresh?.answers({ id: 2, result: [["there"]] });
  expect(await wanted).toEqual([["there"]]);
});

test.each<[string, () => void]>([
  ["is refused", () => Object.assign(globalThis, { Worker: undefined })],
  [
    "fails to load",
    () => {
      setTimeout(() => FakeWorker.made[0]?.dispatchEvent(new Event("error")));
    },
  ],
  ["never answers", () => undefined],
])("where the worker %s the pane does the work itself, and says so", async (_, prepare) => {
  prepare();
  let said = 0;
  const scenario = { spotShock: -0.05, vixShock: 6, days: 0, curveModel: "TWOFACTOR" };
  const pictured = {
    book: workedCondor,
    market: workedMarket,
    scenario,
    steps: { spots: [-0.05], vixes: [0] },
  };
  const asked = compute("scenarioPictures", pictured, { onWithoutWorker: () => said++ });
  await jest.advanceTimersByTimeAsync(6000);
  expect(await asked).toEqual(finish(tasks.scenarioPictures(pictured)).result);
  expect(said).toBe(1);
});
