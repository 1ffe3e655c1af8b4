import { readNumberFormat } from "../../src/workbook/numberFormat";
import { FakeExcel } from "./fakeExcel";

describe("readNumberFormat", () => {
  it.each([
    [{ decimal: ",", group: "." }, ";"],
    [{ decimal: ".", group: "," }, ","],
  ])("takes %p from Excel, and the list separator that goes with it", async (separators, list) => {
    const excel = new FakeExcel();
    excel.separators = separators;
    excel.install();
    expect(await readNumberFormat()).toEqual({ ...separators, list });
  });

  it("takes the page's own where Excel is too old to tell", async () => {
    new FakeExcel().install();
    const { decimal, group } = await readNumberFormat();
    expect(new Intl.NumberFormat().format(12345.6)).toBe(`12${group}345${decimal}6`);
  });
});
