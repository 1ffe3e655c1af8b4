import { watchRange, watchSelection } from "../../src/workbook/watch";
import { FakeExcel } from "./fakeExcel";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("watchRange", () => {
  async function watched() {
    const excel = new FakeExcel(["Book"]);
    excel.names.set("Legs", "Book!$A$1:$A$2");
    excel.install();
    const changed = jest.fn();
    return { excel, changed, stop: await watchRange("Legs", changed) };
  }

  it("calls back once for many changes in a row, 150 ms after the last", async () => {
    const { excel, changed } = await watched();
    for (const value of [1, 2, 3]) {
      excel.cell("Book", "A1").value = value;
      excel.happen("changed");
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(changed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(100);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it.each(Array.from({ length: 30 }, (_, tick) => tick))(
    "misses nothing after a change %i ticks from its beginning",
    async (ticks) => {
      const excel = new FakeExcel(["Book"]);
      excel.names.set("Legs", "Book!$A$1:$A$2");
      excel.install();
      const change = (value: number) => {
        excel.cell("Book", "A1").value = value;
        excel.happen("changed");
      };
      change(1);
      const changed = jest.fn();
      const watching = watchRange("Legs", changed);
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      change(2);
      await watching;
      await jest.advanceTimersByTimeAsync(200);
      // Whoever read a 2 once the watch had begun must hear of the 1.
      changed.mockClear();
      change(1);
      await jest.advanceTimersByTimeAsync(200);
      expect(changed).toHaveBeenCalledTimes(1);
    },
  );

  it("calls back when a recalculation gives the cells other values", async () => {
    const { excel, changed } = await watched();
    excel.cell("Book", "A2").value = 7;
    excel.happen("calculated");
    await jest.advanceTimersByTimeAsync(200);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it("stays quiet when other cells change", async () => {
    const { excel, changed } = await watched();
    excel.cell("Book", "B9").value = 7;
    excel.happen("changed");
    await jest.advanceTimersByTimeAsync(200);
    expect(changed).not.toHaveBeenCalled();
  });

  it("calls back when the name comes to stand for other cells, or for none", async () => {
    const { excel, changed } = await watched();
    excel.names.set("Legs", "Book!$A$1:$A$3");
    excel.happen("changed");
    await jest.advanceTimersByTimeAsync(200);
    excel.names.delete("Legs");
    excel.happen("deleted");
    await jest.advanceTimersByTimeAsync(200);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("hears nothing any more once it is stopped, not even what was on its way", async () => {
    const { excel, changed, stop } = await watched();
    excel.cell("Book", "A1").value = 1;
    excel.happen("changed");
    await stop();
    excel.happen("changed");
    await jest.advanceTimersByTimeAsync(400);
    expect(changed).not.toHaveBeenCalled();
    expect([...excel.listeners.values()].map((listeners) => listeners.size)).toEqual([0, 0, 0]);
  });
});

describe("watchSelection", () => {
  it("tells the address of what is selected, and nothing when it stays the same", async () => {
    const excel = new FakeExcel(["Sheet1", "Book"]);
    excel.install();
    const changed = jest.fn();
    const stop = await watchSelection(changed);
    excel.select("Book", "B2:C3");
    await jest.advanceTimersByTimeAsync(200);
    excel.select("Book", "B2:C3");
    await jest.advanceTimersByTimeAsync(200);
    expect(changed.mock.calls).toEqual([["Book!B2:C3"]]);
    await stop();
    excel.select("Book", "A1");
    await jest.advanceTimersByTimeAsync(200);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
