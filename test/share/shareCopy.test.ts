import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { shareCopy } from "../../src/share/shareCopy";
import { HAUG_CALL, GREEKS, NET_THETA, tradersWorkbook } from "./tradersWorkbook";
import { hasProgram, shownBy } from "./officeProgram";
import { testWorkbook } from "./testWorkbook";

/** A formula that only speaks of the add-in. */
const A_TEXT = "&quot;ALVH.X(1) is a text&quot;";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const original = tradersWorkbook();
const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const cell = (xml: string | undefined, at: string) =>
  new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`).exec(xml ?? "")?.[0];

describe("a share copy", () => {
  test("holds no formula of the add-in anywhere, and every ordinary one", async () => {
    const { bytes, frozen } = await shareCopy(original);
    const copy = parts(bytes);
    for (const [path, text] of copy) {
      if (path === "xl/worksheets/sheet5.xml" || path.startsWith("xl/comments")) continue; // they tell the formulas as texts
      expect([path, /_xldudf_ALVH|<f[^>]*>[^<]*ALVH\./.test(text.replace(A_TEXT, ""))]).toEqual([
        path,
        false,
      ]);
    }
    expect(frozen).toBe(11);
    const plan = copy.get("xl/worksheets/sheet3.xml");
    expect(cell(plan, "B1")).toBe(`<c r="B1"><f>A1*2</f><v>${NET_THETA * 2}</v></c>`);
    expect(plan).toContain("ALVH.X(1) is a text");
  });

  test("keeps values in their place, with their number formats and widths", async () => {
    const plan = parts((await shareCopy(original)).bytes).get("xl/worksheets/sheet3.xml");
    expect(cell(plan, "A1")).toBe(`<c r="A1" s="2"><v>${NET_THETA}</v></c>`);
    expect(cell(plan, "A22")).toBe(`<c r="A22"><v>${HAUG_CALL}</v></c>`);
    expect(cell(plan, "A23")).toBe('<c r="A23" t="str"><v>0.1.0 &lt;&amp;&gt;</v></c>');
    expect(cell(plan, "A27")).toBe(`<c r="A27" t="b"><v>${Number(NET_THETA > 0)}</v></c>`);
    expect(cell(plan, "D23")).toBe('<c r="D23" s="1"><v>0.395</v></c>');
    expect(cell(plan, "C5")).toBe(`<c r="C5"><v>${String(GREEKS[2]?.[2])}</v></c>`);
    expect(plan).not.toContain("cm=");
    expect(plan).toContain('<col min="1" max="1" width="31.5" customWidth="1"/>');
  });

  test("leaves what it does not understand byte for byte", async () => {
    const [before, after] = [unzipSync(original), unzipSync((await shareCopy(original)).bytes)];
    for (const path of [
      "xl/media/unknown.bin",
      "xl/styles.xml",
      "xl/metadata.xml",
      "xl/worksheets/sheet1.xml",
    ]) {
      expect(after[path]).toEqual(before[path]);
    }
  });

  test("references to a spill become references to its range, in cells and in names", async () => {
    const copy = parts((await shareCopy(original)).bytes);
    const last = `${String.fromCharCode(64 + (GREEKS[0]?.length ?? 0))}${2 + GREEKS.length}`;
    expect(cell(copy.get("xl/worksheets/sheet3.xml"), "A20")).toContain(`<f>SUM(A3:${last})</f>`);
    expect(copy.get("xl/workbook.xml")).toContain(
      `<definedName name="PlanTable">'Plan &amp; more'!$A$3:$${last[0]}$${last.slice(1)}</definedName>`,
    );
  });

  test("a name, a conditional format and a validation that call the add-in go and are listed", async () => {
    const copy = parts((await shareCopy(original)).bytes);
    expect(copy.get("xl/workbook.xml")).not.toContain("MyTheta");
    expect(copy.get("xl/workbook.xml")).toContain('<definedName name="Book">');
    const plan = copy.get("xl/worksheets/sheet3.xml");
    expect(plan).toContain("<formula>A1&gt;0</formula>");
    expect(plan).toContain('<dataValidations count="1"><dataValidation type="whole"');
    const made = copy.get("xl/worksheets/sheet5.xml");
    for (const kind of ["name", "conditional format", "validation"]) expect(made).toContain(`>${kind}<`);
  });

  test("nothing is recalculated on opening, and the chain of calculation goes", async () => {
    const copy = parts((await shareCopy(original)).bytes);
    expect(copy.get("xl/workbook.xml")).toContain('<calcPr calcId="191029"/>');
    expect(copy.has("xl/calcChain.xml")).toBe(false);
    expect(copy.get("[Content_Types].xml")).not.toContain("calcChain");
    expect(copy.get("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test("each frozen cell tells its formula in a note, in what is there where there is one", async () => {
    const copy = parts((await shareCopy(original)).bytes);
    const notes = copy.get("xl/comments1.xml") ?? "";
    const note = (at: string) => new RegExp(`<comment ref="${at}".*?</comment>`, "s").exec(notes)?.[0] ?? "";
    expect(note("A1")).toContain("Ask before you trade this.");
    expect(note("A1")).toContain("=ALVH.NETTHETA(Book,Market)");
    expect(note("D23")).toContain("=ALVH.VXBETA(C23)");
    expect(note("A3")).toContain(`=ALVH.NETGREEKS(Book,Market,&quot;layer&quot;)`);
    expect(notes.match(/<comment /g)).toHaveLength(10);
    const shapes = copy.get("xl/drawings/vmlDrawing1.vml") ?? "";
    const ids = [...shapes.matchAll(/<v:shape id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    // A sheet without notes gets the parts, the relationships and the types that Excel wants.
    expect(copy.get("xl/worksheets/sheet4.xml")).toMatch(
      /<\/sheetData><legacyDrawing [^>]*r:id="rId2"\/><\/worksheet>/,
    );
    expect(copy.get("xl/worksheets/_rels/sheet4.xml.rels")).toContain("/xl/comments2.xml");
    expect(copy.get("[Content_Types].xml")).toContain('Extension="vml"');
  });

  test("How this was made tells formula, result, as-of date, version, what is no default, and the disclaimer", async () => {
    const made = parts((await shareCopy(original)).bytes).get("xl/worksheets/sheet5.xml") ?? "";
    const texts = [...made.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gs)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining(["Computed figures, not advice.", version, "Plan &amp; more"]),
    );
    expect(texts).toContain("=ALVH.NETTHETA(Book,Market)");
    expect(made).toContain(`<v>${NET_THETA}</v>`);
    // The market's row AsOf: serial 44596.677 is 4 February 2022, 16:15.
    expect(texts.filter((text) => text?.startsWith("2022-02-04 16:15")).length).toBeGreaterThan(5);
    // The default stands in docs/settings.md.
    expect(texts.some((text) => /^B15\.WingExtra = 24 \(default 20\)/.test(text ?? ""))).toBe(true);
    expect(texts).toContain("Market Skew = -0.25 (default: modelled)");
    expect(texts).toContain("Preset S3_FRONT (default 442)");
  });

  test("adds no name of a person and takes the author's folder out", async () => {
    const copy = parts((await shareCopy(original)).bytes);
    expect(copy.get("xl/workbook.xml")).not.toContain("desk");
    for (const path of ["xl/comments2.xml", "xl/worksheets/sheet5.xml"])
      expect(copy.get(path)).not.toMatch(/desk|author>D/i);
  });

  test("cells without a figure are named", async () => {
    const { withoutValue } = await shareCopy(original);
    expect(withoutValue).toEqual(["Plan & more!A24", "Plan & more!A25"]);
  });

  test("the same file gives the same bytes", async () => {
    expect((await shareCopy(original)).bytes).toEqual((await shareCopy(original)).bytes);
  });

  test("a copy of a copy finds nothing more to freeze", async () => {
    const { bytes } = await shareCopy(original);
    expect((await shareCopy(bytes)).frozen).toBe(0);
  });
});

describe("what else a copy carries", () => {
  const full = tradersWorkbook({ hidden: true, external: true });

  test("is told", async () => {
    const { carried } = await shareCopy(full);
    expect(carried.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ["hiddenSheets", "Hidden sheets: Back office."],
      ["notes", "Notes and comments, with their authors' names, on Plan & more (1)."],
      ["externalLinks", "Links to other workbooks, with values of theirs: Prices 2022.xlsx."],
      ["authorNames", "Names in the file's properties: Desk Author."],
    ]);
  });

  test("and left out on request, what read it standing as values", async () => {
    const { bytes, carried } = await shareCopy(full, {
      leaveOut: ["hiddenSheets", "notes", "externalLinks", "authorNames"],
    });
    expect(carried).toEqual([]);
    const copy = parts(bytes);
    const all = [...copy.values()].join("\n");
    expect(all).not.toContain("Desk Author");
    expect(all).not.toContain("Ask before you trade");
    expect(copy.has("xl/externalLinks/externalLink1.xml")).toBe(false);
    expect(copy.has("xl/worksheets/sheet5.xml")).toBe(true); // How this was made, in the place that became free
    expect(copy.get("xl/workbook.xml")).not.toContain("Back office");
    const plan = copy.get("xl/worksheets/sheet3.xml");
    expect(cell(plan, "E22")).toBe('<c r="E22"><v>8</v></c>');
    expect(cell(plan, "E23")).toBe('<c r="E23"><v>24</v></c>');
  });
});

describe.each(["soffice", "ssconvert"] as const)("in %s", (program) => {
  const run = hasProgram(program) ? test : test.skip;

  run(
    "(skipped where it is not installed) the cached values show",
    async () => {
      const sheets = ["Alone"];
      const file = testWorkbook({
        sheets: [
          {
            name: sheets[0] ?? "",
            cells: [
              { at: "A1", formula: "_xldudf_ALVH_NETTHETA(Book,Market)", value: 204.73125, style: 2 },
              { at: "A2", formula: "_xldudf_ALVH_VERSION()", value: "0.1.0" },
              { at: "A3", formula: "A1*2", value: 409.4625 },
              { at: "A4", formula: "_xldudf_ALVH_VXBETA(9)", value: 0.125, style: 1 },
              { at: "A5", formula: "_xldudf_ALVH_NETTHETA(Book,Market)>0", value: true },
            ],
          },
        ],
      });
      const shown = shownBy(program, (await shareCopy(file)).bytes, 2);
      // Gnumeric writes a percentage as its number.
      expect(shown[0]?.slice(0, 5).map((row) => row[0])).toEqual([
        "204.73125",
        "0.1.0",
        "409.4625",
        program === "soffice" ? "12.5%" : "0.125",
        "TRUE",
      ]);
      expect(shown.flat().some((row) => row.includes("=ALVH.VXBETA(9)"))).toBe(true);
    },
    120_000,
  );
});

test("a cell with a threaded comment keeps it, and is named", async () => {
  const file = testWorkbook({
    sheets: [
      {
        name: "One",
        cells: [{ at: "A1", formula: "_xldudf_ALVH_VXBETA(30)", value: 0.47 }],
        relationships: [
          ["comments", "../comments1.xml", "rId1"],
          ["threadedComment", "../threadedComments/threadedComment1.xml", "rId2"],
        ],
      },
    ],
    parts: {
      "xl/comments1.xml":
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc=1</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>',
      "xl/threadedComments/threadedComment1.xml":
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="1" id="1"><text>Look</text></threadedComment></ThreadedComments>',
    },
  });
  const { bytes, remarks } = await shareCopy(file);
  expect(remarks).toEqual([expect.stringContaining("On One A1 has a threaded comment")]);
  expect(parts(bytes).get("xl/comments1.xml")).not.toContain("VXBETA");
  expect(parts(bytes).get("xl/worksheets/sheet2.xml")).toContain("=ALVH.VXBETA(30)");
});

test("progress runs from 0 to 1, and whoever listens can stop the copy", async () => {
  const shares: number[] = [];
  await shareCopy(original, { progress: (share) => void shares.push(share) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const stop = () => {
    throw new Error("stopped");
  };
  await expect(shareCopy(original, { progress: stop })).rejects.toThrow("stopped");
});
