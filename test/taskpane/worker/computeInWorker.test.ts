import type {
  computeInWorker as Compute,
  startWorkers as Start,
} from "../../../src/taskpane/worker/computeInWorker";
import { tasks } from "../../../src/taskpane/worker/tasks";
import { finish } from "../finish";
import { workedCondor, workedMarket } from "../../alvh/workedCase";
import type { WorkerAnswer, WorkerRequest } from "../../../src/taskpane/worker/worker";

/** What the pane sees of a worker: messages, an error, and an end. Its answers are given by the test. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly heard: WorkerRequest[] = [];
  readonly lock = `lock ${FakeWorker.made.length}`;
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

  starts(): void {
    this.answers({ ready: true, lock: this.lock });
  }

  answers(data: WorkerAnswer): void {
    this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
  }
}

const input = { history: undefined, preset: "442", settings: [] };
/** Who waits for the lock of a worker. */
const releases = new Map<string, () => void>();
const pictured = {
  book: workedCondor,
  market: workedMarket,
  scenario: { spotShock: -0.05, vixShock: 6, days: 0, curveModel: "TWOFACTOR" },
  steps: { spots: [-0.05], vixes: [0] },
};
let compute: typeof Compute;
let start: typeof Start;

beforeEach(async () => {
  jest.resetModules();
  jest.useFakeTimers();
  FakeWorker.made = [];
  releases.clear();
  Object.assign(globalThis, { Worker: FakeWorker });
  const request = (name: string, granted: () => void) => {
    return new Promise<void>((resolve) => {
      releases.set(name, () => {
        granted();
        resolve();
      });
    });
  };
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { locks: { request } } });
  ({ computeInWorker: compute, startWorkers: start } =
    await import("../../../src/taskpane/worker/computeInWorker"));
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "Worker");
  Reflect.deleteProperty(globalThis, "navigator");
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

/** What ends a worker, as the pane learns of it; a silent end is told by its lock. */
const DEATHS: [string, (worker: FakeWorker | undefined) => void][] = [
  ["throws", (worker) => worker?.dispatchEvent(new Event("error"))],
  ["answers what cannot be read", (worker) => worker?.dispatchEvent(new Event("messageerror"))],
  ["is ended without a word", (worker) => releases.get(worker?.lock ?? "")?.()],
];

describe.each(DEATHS)("a worker that %s", (_, die) => {
  test("is replaced, and the new one is asked for what the old one owed", async () => {
    const asked = compute("costAudit", input);
    const [first] = FakeWorker.made;
    first?.starts();
    await turn();
    die(first);
    await turn();
    expect(first?.isEnded).toBe(true);
    const [, second] = FakeWorker.made;
    second?.starts();
    await turn();
    expect(second?.heard).toEqual([{ id: 1, task: "costAudit", input }]);
    second?.answers({ id: 1, result: [["there"]] });
    expect(await asked).toEqual([["there"]]);
  });

  test("and is followed by another such one ends the work with what to do, and the next question begins anew", async () => {
    const asked = compute("costAudit", input);
    const refused = expect(asked).rejects.toThrow(
      /^The calculation broke off twice, .*: close what else is open or take fewer rows, then try again\.$/,
    );
    for (const nth of [0, 1]) {
      FakeWorker.made[nth]?.starts();
      await turn();
      die(FakeWorker.made[nth]);
      await turn();
    }
    await refused;
    expect(FakeWorker.made).toHaveLength(2);
    const again = compute("costAudit", input);
    await turn();
    FakeWorker.made[2]?.starts();
    await turn();
    FakeWorker.made[2]?.answers({ id: 2, result: [["well"]] });
    expect(await again).toEqual([["well"]]);
  });

  test("while it has nothing to do is replaced at the next question", async () => {
    const first = compute("costAudit", input);
    FakeWorker.made[0]?.starts();
    await turn();
    FakeWorker.made[0]?.answers({ id: 1, result: [["one"]] });
    await first;
    die(FakeWorker.made[0]);
    await turn();
    const second = compute("costAudit", input);
    FakeWorker.made[1]?.starts();
    await turn();
    FakeWorker.made[1]?.answers({ id: 2, result: [["two"]] });
    expect(await second).toEqual([["two"]]);
  });
});

test("what waits for a worker that died and cannot be replaced is done by the pane", async () => {
  let said = 0;
  const asked = compute("scenarioPictures", pictured, { onWithoutWorker: () => said++ });
  FakeWorker.made[0]?.starts();
  await turn();
  Object.assign(globalThis, { Worker: undefined });
  FakeWorker.made[0]?.dispatchEvent(new Event("error"));
  await jest.advanceTimersByTimeAsync(1000);
  expect(await asked).toEqual(finish(tasks.scenarioPictures(pictured)).result);
  expect(said).toBe(1);
});

test("what is cancelled while its worker is replaced is rejected, and not asked again", async () => {
  const stop = new AbortController();
  const asked = compute("costAudit", input, { signal: stop.signal });
  const refused = expect(asked).rejects.toThrow("cancelled");
  FakeWorker.made[0]?.starts();
  await turn();
  FakeWorker.made[0]?.dispatchEvent(new Event("error"));
  await turn();
  stop.abort(new Error("cancelled"));
  FakeWorker.made[1]?.starts();
  await refused;
  expect(FakeWorker.made[1]?.heard).toEqual([]);
});

test("workers started ahead are those that are asked", async () => {
  const started = start();
  FakeWorker.made[0]?.starts();
  await turn();
  FakeWorker.made[1]?.starts();
  await started;
  void compute("costAudit", input);
  await turn();
  expect(FakeWorker.made).toHaveLength(2);
  expect(FakeWorker.made.flatMap(({ heard }) => heard)).toHaveLength(1);
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
  const asked = compute("scenarioPictures", pictured, { onWithoutWorker: () => said++ });
  await jest.advanceTimersByTimeAsync(6000);
  expect(await asked).toEqual(finish(tasks.scenarioPictures(pictured)).result);
  expect(said).toBe(1);
});
