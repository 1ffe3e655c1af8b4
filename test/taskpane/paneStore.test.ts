import { paneStore, withStored } from "../../src/taskpane/paneStore";

/** Settings of a document, as Office.js offers them: what is set stands only after saveAsync. */
function installDocument(kept: Record<string, string> = {}) {
  const document = { kept, saves: 0, refuses: "" };
  const pending = new Map(Object.entries(kept));
  const settings = {
    get: (key: string) => pending.get(key) ?? null,
    set: (key: string, value: string) => pending.set(key, value),
    remove: (key: string) => pending.delete(key),
    saveAsync: (done: (result: unknown) => void) => {
      document.saves += 1;
      if (document.refuses !== "") {
        done({ status: "failed", error: { message: document.refuses } });
        return;
      }
      document.kept = Object.fromEntries(pending);
      done({ status: "succeeded" });
    },
  };
  Object.assign(globalThis, {
    Office: { context: { document: { settings } }, AsyncResultStatus: { Succeeded: "succeeded" } },
  });
  return document;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What a document keeps of a key after the pane wrote it, whatever is around it. */
const stateIn = (text: string | undefined) => (JSON.parse(text ?? "{}") as { state?: unknown }).state;

describe("paneStore", () => {
  it("keeps a state in the workbook a moment after the last of many changes, in one save", async () => {
    const document = installDocument();
    for (const vix of [20, 21, 22]) paneStore.set("slider", { vix });
    expect(document.saves).toBe(0);
    await jest.advanceTimersByTimeAsync(1000);
    expect(document.saves).toBe(1);
    expect(stateIn(document.kept["alvh.slider"])).toEqual({ vix: 22 });
    expect(paneStore.get("slider", { vix: 0 })).toEqual({ vix: 22 });
  });

  it("gives back what an earlier session kept, always the same object", async () => {
    const document = installDocument();
    paneStore.set("earlier", { days: 5 });
    await jest.advanceTimersByTimeAsync(1000);
    // Another session: the same workbook, nothing in memory.
    installDocument(document.kept);
    const fresh = await freshStore();
    const first = fresh.get("earlier", { days: 0, model: "flat" });
    expect(first).toEqual({ days: 5, model: "flat" });
    expect(fresh.get("earlier", { days: 0, model: "flat" })).toBe(first);
  });

  it("begins anew, and says so, where what is kept cannot be read", async () => {
    installDocument({ "alvh.broken": "{" });
    const fresh = await freshStore();
    expect(fresh.get("broken", { days: 3 })).toEqual({ days: 3 });
    expect(fresh.problem()).toMatch(/“broken” cannot be read/);
  });

  it("saves at once what still waits when the pane is closed", () => {
    const document = installDocument();
    paneStore.set("closing", 1);
    paneStore.flush();
    expect(document.saves).toBe(1);
  });

  it("says why a state could not be kept, until it can", async () => {
    const document = installDocument();
    document.refuses = "The document is read-only.";
    const told = jest.fn();
    const stop = paneStore.subscribe(told);
    paneStore.set("refused", 1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(paneStore.problem()).toContain("The document is read-only");
    expect(told).toHaveBeenCalledTimes(2); // the change, then the problem
    document.refuses = "";
    paneStore.set("refused", 2);
    await jest.advanceTimersByTimeAsync(1000);
    expect(paneStore.problem()).toBeUndefined();
    stop();
  });
});

describe("withStored", () => {
  const initial = { days: 0, model: "flat", shocks: [1], note: undefined as string | undefined };

  it("takes what fits and leaves what does not", () => {
    const stored = { days: "5", model: "slide", shocks: { 0: 1 }, note: "kept", other: 3 };
    expect(withStored(initial, stored)).toEqual({
      days: 0,
      model: "slide",
      shocks: [1],
      note: "kept",
      other: 3,
    });
  });

  it.each([undefined, null, "text", 4, [1]])("starts anew from %p", (stored) => {
    expect(withStored(initial, stored)).toEqual(initial);
  });

  it("takes lists and texts whole", () => {
    expect(withStored([] as number[], [1, 2])).toEqual([1, 2]);
    expect(withStored("start", "plan")).toBe("plan");
    expect(withStored("start", 7)).toBe("start");
  });
});

async function freshStore(): Promise<typeof paneStore> {
  let fresh: typeof paneStore | undefined;
  await jest.isolateModulesAsync(async () => {
    fresh = (await import("../../src/taskpane/paneStore")).paneStore;
  });
  if (fresh === undefined) throw new Error("The store was not loaded.");
  return fresh;
}
