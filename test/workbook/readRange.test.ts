import { readRange, readSelection } from "../../src/workbook/readRange";
import { FakeExcel } from "./fakeExcel";

function bookExcel(): FakeExcel {
  const excel = new FakeExcel(["Book", "My sheet"]);
  Object.assign(excel.cell("Book", "B2"), { value: "Qty" });
  Object.assign(excel.cell("Book", "B3"), { value: -10 });
  excel.names.set("Legs", "Book!$B$2:$B$3");
  excel.names.set("Gone", "#REF!");
  excel.tables.set("Quotes", "Book!B2:B3");
  excel.install();
  return excel;
}

describe("readRange", () => {
  it.each(["Legs", "legs", "Quotes", "Book!B2:B3", "'Book'!$B$2:$B$3", " Legs "])(
    "reads %p",
    async (reference) => {
      bookExcel();
      expect(await readRange(reference)).toEqual({
        reference,
        address: "Book!B2:B3",
        values: [["Qty"], [-10]],
      });
    },
  );

  it("takes a sheet's name with a space, and a blank cell as it is", async () => {
    const excel = bookExcel();
    excel.cell("My sheet", "A1").value = true;
    expect((await readRange("'My sheet'!A1:B1")).values).toEqual([[true, ""]]);
  });

  it("reads of whole columns their used part, and says where it begins", async () => {
    bookExcel();
    expect(await readRange("Book!A:D")).toMatchObject({ address: "Book!B2:B3", values: [["Qty"], [-10]] });
  });

  it.each([
    ["Nothing", /no range or table named Nothing/],
    ["Elsewhere!A1", /no sheet named Elsewhere/],
    ["Book!hello", /no place in a sheet/],
    ["A1:B3", /write cells with their sheet/],
    ["two words", /no name of a range/],
    ["Gone", /stands for no cells/],
    ["'My sheet'!A:B", /is empty/],
    ["", /No range is chosen/],
  ])("says of %p what is wrong and what to do", async (reference, sentence) => {
    bookExcel();
    await expect(readRange(reference)).rejects.toThrow(sentence);
  });

  it("never groups its reading for Undo", async () => {
    const excel = bookExcel();
    await readRange("Legs");
    expect(excel.runOptions).toEqual([undefined]);
  });

  it("turns the host's refusal into a sentence", async () => {
    const excel = bookExcel();
    excel.refuses = {
      code: "InvalidOperationInCellEditMode",
      message: "no",
      when: (request) => request.startsWith("load values"),
    };
    await expect(readRange("Legs")).rejects.toThrow(/press Enter or Esc/);
  });
});

describe("readSelection", () => {
  it("reads the selected cells under their address", async () => {
    const excel = bookExcel();
    excel.select("Book", "B2:B3");
    expect(await readSelection()).toEqual({
      reference: "Book!B2:B3",
      address: "Book!B2:B3",
      values: [["Qty"], [-10]],
    });
  });
});
