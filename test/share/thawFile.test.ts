import { strFromU8, unzipSync } from "fflate";
import { shareCopy } from "../../src/share/shareCopy";
import { repairFile } from "../../src/share/repairFile";
import { thawFile } from "../../src/share/thawFile";
import { testWorkbook } from "./testWorkbook";
import { GREEKS_RANGE, tradersWorkbook } from "./tradersWorkbook";

const text = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const cell = (xml: string, at: string) => new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0];
/** Every formula of a sheet by its cell, as stored. */
const formulas = (xml: string) =>
  Object.fromEntries(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(<f[^>]*>.*?<\/f>)/g)].map(([, at, formula]) => [at, formula]),
  );

describe("thaw", () => {
  test.each([
    ["a share copy", {}],
    ["a native copy", { native: true }],
  ])("%s has the formulas it was made of", async (_, options) => {
    const { bytes } = await shareCopy(tradersWorkbook(), options);
    const { bytes: thawed, changed, protectedSheets } = thawFile(bytes);
    const before = formulas(text(tradersWorkbook(), "xl/worksheets/sheet3.xml"));
    const after = formulas(text(thawed, "xl/worksheets/sheet3.xml"));
    expect(changed).toHaveLength(11);
    expect(protectedSheets).toEqual([]);
    // A shared formula comes back as one of each cell, and a reference to a spill stays the range it became.
    expect(after).toEqual({
      ...before,
      A20: `<f>SUM(${GREEKS_RANGE})</f>`,
      D22: "<f>_xldudf_ALVH_VXBETA(C22)</f>",
      D23: "<f>_xldudf_ALVH_VXBETA(C23)</f>",
    });
    expect(cell(text(thawed, "xl/worksheets/sheet3.xml"), "A3")).toContain('cm="1"');
  });

  test("takes its notes and its sheets away, and leaves others' notes", async () => {
    const { bytes } = await shareCopy(tradersWorkbook(), { native: true });
    const thawed = thawFile(bytes).bytes;
    expect(text(thawed, "xl/workbook.xml")).not.toMatch(/How this was made|native legs/);
    const notes = text(thawed, "xl/comments1.xml");
    expect(notes).toContain("Ask before you trade this.");
    expect(notes).not.toContain("ALVH formula");
    expect(text(thawed, "xl/drawings/vmlDrawing1.vml").match(/<v:shape /g)).toHaveLength(1);
  });

  test("brings names back and says what is to be made anew", async () => {
    const { bytes } = await shareCopy(tradersWorkbook());
    const { bytes: thawed, remarks } = thawFile(bytes);
    expect(text(thawed, "xl/workbook.xml")).toContain(
      '<definedName name="MyTheta">_xldudf_ALVH_NETTHETA(Book,Market)</definedName>',
    );
    expect(remarks).toEqual([
      "The conditional format on Plan & more!A1:A2 (=ALVH.NETTHETA(Book,Market)>0) is to be made anew.",
      "The validation on Plan & more!C22 (=ALVH.VXBETA(C22)<1) is to be made anew.",
    ]);
  });

  test("refuses a file that is no share copy", () => {
    expect(() => thawFile(tradersWorkbook())).toThrow("is no share copy");
  });
});

describe("repair", () => {
  const broken = testWorkbook({
    sheets: [
      {
        name: "Plan",
        cells: [
          { at: "A1", formula: "ALVH.BSM.PRICE(A2,B2)", error: "#NAME?" },
          { at: "A2", formula: "_xldudf_ALVH_NETTHETA(Book,Market)", error: "#NAME?" },
          { at: "A3", formula: "_xldudf_ALVH_NETTHETA(Book,Market)", value: 5 },
          { at: "A4", formula: "NOTOURS(1)", error: "#NAME?" },
        ],
      },
      {
        name: "Locked",
        cells: [{ at: "A1", formula: "ALVH.VERSION()", error: "#NAME?" }],
        after: '<sheetProtection sheet="1"/>',
      },
    ],
    names: '<definedName name="Fn">ALVH.VXBETA(30)</definedName>',
  });

  test("stores what was typed without the add-in as Excel stores it, and names protected sheets", () => {
    const { bytes, changed, protectedSheets } = repairFile(broken);
    expect(changed).toEqual(["Plan!A1", "Plan!A2", "Fn"]);
    expect(protectedSheets).toEqual(["Locked"]);
    const plan = text(bytes, "xl/worksheets/sheet1.xml");
    expect(cell(plan, "A1")).toBe('<c r="A1"><f>_xldudf_ALVH_BSM_PRICE(A2,B2)</f></c>');
    expect(cell(plan, "A3")).toBe('<c r="A3"><f>_xldudf_ALVH_NETTHETA(Book,Market)</f><v>5</v></c>');
    expect(cell(plan, "A4")).toContain("NOTOURS(1)");
    expect(text(bytes, "xl/worksheets/sheet2.xml")).toBe(text(broken, "xl/worksheets/sheet2.xml"));
    expect(text(bytes, "xl/workbook.xml")).toContain("_xldudf_ALVH_VXBETA(30)");
    expect(text(bytes, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });
});
