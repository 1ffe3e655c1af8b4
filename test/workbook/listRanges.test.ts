import { listRanges } from "../../src/workbook/listRanges";
import { FakeExcel } from "./fakeExcel";

it("lists names of cells and tables in order, and leaves out what is hidden or stands for no cells", async () => {
  const excel = new FakeExcel(["Book"]);
  excel.names.set("Market", "Book!$D$1:$E$9");
  excel.names.set("Book", "Book!$A$1:$B$9");
  excel.names.set("Gone", "#REF!");
  excel.names.set("_hidden", "Book!$A$1");
  excel.tables.set("Legs", "Book!A1:B9");
  excel.install();
  expect(await listRanges()).toEqual([
    { reference: "Book", kind: "name", address: "Book!A1:B9" },
    { reference: "Legs", kind: "table", address: "Book!A1:B9" },
    { reference: "Market", kind: "name", address: "Book!D1:E9" },
  ]);
});
