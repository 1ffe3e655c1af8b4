import { readNumberFormat } from "../../src/workbook/numberFormat";
import { FakeExcel } from "./fakeExcel";

describe("readNumberFormat", () => {
  it.each([
    ["de-DE", ",", ".", ";"],
    ["fr-FR", ",", "\u202f", ";"],
    ["en-US", ".", ",", ","],
    ["de-CH", ".", "\u2019", ";"], // as Windows has it for Switzerland
    ["en-US", ",", ".", ";"], // the user's own separators in the place of the system's
  ])("takes those of %s from Excel, and the list separator that goes with them", async (...format) => {
    const [culture, decimal, group, list] = format;
    const excel = new FakeExcel();
    excel.separators = { decimal, group, culture };
    excel.install();
    expect(await readNumberFormat()).toEqual({ decimal, group, list });
  });

  it("takes the page's own where Excel is too old to tell", async () => {
    new FakeExcel().install();
    const { decimal, group } = await readNumberFormat();
    expect(new Intl.NumberFormat().format(12345.6)).toBe(`12${group}345${decimal}6`);
  });
});
