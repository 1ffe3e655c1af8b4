import { followExplanation } from "../../../../src/taskpane/rooms/functions/followExplanation";
import type { CellExplanation } from "../../../../src/taskpane/rooms/functions/readExplanation";
import { FakeExcel } from "../../../workbook/fakeExcel";

const reported = jest.fn();
beforeAll(() => Object.assign(globalThis, { reportError: reported }));
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  expect(reported.mock.calls).toEqual([]);
});

/** Two formulas of ours that read Book!A1, the first of them selected, and what is told of them. */
function followed() {
  const excel = new FakeExcel(["Sheet1", "Book"]);
  excel.install();
  excel.cell("Book", "A1").value = 1;
  Object.assign(excel.cell("Sheet1", "D2"), { formula: "=ALVH.NETTHETA(Book!A1)", value: 10 });
  Object.assign(excel.cell("Sheet1", "D3"), { formula: "=ALVH.NETVEGA(Book!A1)", value: 20 });
  excel.select("Sheet1", "D2");
  const shown: CellExplanation[] = [];
  const problems: (string | undefined)[] = [];
  const stop = followExplanation(
    (explanation) => shown.push(explanation),
    (problem) => problems.push(problem),
  );
  const settle = () => jest.advanceTimersByTimeAsync(1000);
  /** Of the explanation that was shown last: its cell, what that shows, and the value of its argument. */
  const last = () => {
    const { address, value, calls } = shown.at(-1)!;
    const [argument] = calls[0]?.arguments ?? [];
    return [address, value, argument?.kind === "range" ? argument.values?.[0]?.[0] : undefined];
  };
  const change = (argument: number, result: number) => {
    excel.cell("Book", "A1").value = argument;
    excel.cell("Sheet1", "D2").value = result;
    excel.happen("changed");
  };
  return { excel, shown, problems, stop, settle, last, change };
}

const MOMENTS = Array.from({ length: 120 }, (_, tick) => tick);

async function wait(ticks: number): Promise<void> {
  for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
}

it("misses no change of an argument, whenever it comes", async () => {
  const missed: number[] = [];
  for (const moment of MOMENTS) {
    const { settle, last, change, stop } = followed();
    await wait(moment);
    change(2, 11);
    await settle();
    if (last().join() !== "Sheet1!D2,11,2") missed.push(moment);
    change(3, 12);
    await settle();
    expect(last()).toEqual(["Sheet1!D2", 12, 3]);
    stop();
  }
  expect(missed).toEqual([]);
});

it("misses no other selection, whenever it comes, nor the one that leads back", async () => {
  const missed: number[] = [];
  for (const moment of MOMENTS) {
    const { excel, settle, last, stop } = followed();
    await wait(moment);
    excel.select("Sheet1", "D3");
    await settle();
    if (last().join() !== "Sheet1!D3,20,1") missed.push(moment);
    excel.select("Sheet1", "D2");
    await settle();
    expect(last()).toEqual(["Sheet1!D2", 10, 1]);
    stop();
  }
  expect(missed).toEqual([]);
});

it("shows a cell once and then rests", async () => {
  const { shown, problems, settle } = followed();
  await settle();
  await settle();
  expect(shown).toHaveLength(1);
  expect(problems).toEqual([undefined]);
});

it("stays with the formula while a cell without one is selected, and follows its value there", async () => {
  const { excel, settle, last, change } = followed();
  await settle();
  excel.select("Book", "A1");
  await settle();
  expect(last()).toEqual(["Sheet1!D2", 10, 1]);
  change(5, 50);
  await settle();
  expect(last()).toEqual(["Sheet1!D2", 50, 5]);
});

it("says what Excel refuses, and nothing of it once a selection is read again", async () => {
  const { excel, problems, settle } = followed();
  await settle();
  excel.refuses = { code: "HostIsBusy", message: "no", when: () => true };
  excel.happen("changed");
  excel.cell("Book", "A1").value = 2;
  await settle();
  excel.refuses = undefined;
  excel.select("Sheet1", "D3");
  await settle();
  expect(problems.at(-2)).toContain("Excel is busy");
  expect(problems.at(-1)).toBeUndefined();
});

it("hears nothing any more once it is stopped", async () => {
  const { excel, shown, settle, change, stop } = followed();
  await settle();
  stop();
  change(7, 70);
  excel.select("Sheet1", "D3");
  await settle();
  expect(shown).toHaveLength(1);
  expect([...excel.listeners.values()].filter((listeners) => listeners.size > 0)).toEqual([]);
});
