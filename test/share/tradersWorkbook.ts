import { netGreeksTable, netThetaTable } from "../../src/alvh/netTables";
import type { CellValue } from "../../src/alvh/cellValue";
import { testWorkbook, type TestCell, type TestSheet } from "./testWorkbook";

/** A condor, a VIX call, a VX future and VXX shares in the market of 4 February 2022 (Cboe closes and settlements). */
export const BOOK: CellValue[][] = [
  ["Layer", "Underlying", "Kind", "Qty", "Strike", "Expiry", "Vol", "Bid", "Ask"],
  ["IC", "SPXW", "put", 10, 4050, 44638, , 32.8, 33.3],
  ["IC", "SPXW", "put", -10, 4100, 44638, , 38.1, 38.7],
  ["IC", "SPXW", "call", -10, 4725, 44638, 0.17],
  ["IC", "SPXW", "call", 10, 4775, 44638, 0.165],
  ["short", "VIX", "call", 4, 30, 44608, 1.255],
  ["long", "VIX", "call", 2, 30, 44699, 0.956],
  ["long", "VX", "future", 1, , 44680],
  ["ETF", "VXX", "share", 100],
];

export const MARKET: CellValue[][] = [
  ["Name", "Value"],
  ["AsOf", 44596.677083333336],
  ["SPX", 4500.53],
  ["VIX", 23.22],
  ["VVIX", 124.89],
  ["Rate", 0.003],
  ["Yield", 0.0294],
  ["Skew", -0.25],
  ["VXX", 20.5],
  [44608, 24.2613],
  [44635, 25.1484],
  [44671, 25.7037],
  [44699, 25.9505],
];

/** What the add-in gives for the two ranges: the workbook's cached values. */
export const NET_THETA = Number(netThetaTable(BOOK, MARKET, undefined)[0]?.[0]);
export const GREEKS = netGreeksTable(BOOK, MARKET, "layer");

export const GREEKS_RANGE = `A3:${String.fromCharCode(64 + (GREEKS[0]?.length ?? 0))}${2 + GREEKS.length}`;

/** Published: Haug (2007), p. 4: a call on 60, strike 65, three months, 30%, 8%, is 2.1334. */
export const HAUG_CALL = 2.1334;

/** A workbook as a trader would save it, with all the ways in which formulas of the add-in stand in a file. */
export function tradersWorkbook(more: { hidden?: boolean; external?: boolean } = {}): Uint8Array {
  const plan: TestSheet = {
    name: "Plan & more",
    before: `<cols><col min="1" max="1" width="31.5" customWidth="1"/></cols>`,
    cells: [
      { at: "A1", formula: "_xldudf_ALVH_NETTHETA(Book,Market)", value: NET_THETA, style: 2 },
      { at: "B1", formula: "A1*2", value: NET_THETA * 2 },
      ...spilled("A", 3, GREEKS, '_xldudf_ALVH_NETGREEKS(Book,Market,"layer")', GREEKS_RANGE),
      { at: "A20", formula: "SUM(_xlfn.ANCHORARRAY(A3))", value: 1 },
      { at: "A21", formula: "MyTheta+1", value: NET_THETA + 1 },
      { at: "A22", formula: '_xldudf_ALVH_BSM_PRICE("call",60,65,91.25,0.3,0.08)', value: HAUG_CALL },
      { at: "A23", formula: "_xldudf_ALVH_VERSION()", value: "0.1.0 <&>" },
      { at: "A24", formula: "_xldudf_ALVH_NETVIX(Book,Market)" },
      { at: "A25", formula: "_xldudf_ALVH_NETVIX(Book,Market)", error: "#NAME?" },
      { at: "A26", formula: '"ALVH.X(1) is a text"', value: "ALVH.X(1) is a text" },
      { at: "A27", formula: "IF(_xldudf_ALVH_NETTHETA(Book,Market)>0,TRUE,FALSE)", value: NET_THETA > 0 },
      { at: "C22", value: 91.25 },
      { at: "C23", value: 45.625 },
      {
        at: "D22",
        formula: "_xldudf_ALVH_VXBETA(C22)",
        value: 0.264,
        shared: { index: 0, range: "D22:D23" },
        style: 1,
      },
      { at: "D23", formula: "", value: 0.395, shared: { index: 0 }, style: 1 },
      ...(more.hidden ? [{ at: "E22", formula: "'Back office'!A1+1", value: 8 }] : []),
      ...(more.external ? [{ at: "E23", formula: "[1]Prices!A1*2", value: 24 }] : []),
    ],
    after: `<conditionalFormatting sqref="A1:A2"><cfRule type="expression" dxfId="0" priority="1"><formula>_xldudf_ALVH_NETTHETA(Book,Market)&gt;0</formula></cfRule><cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;0</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="custom" sqref="C22"><formula1>_xldudf_ALVH_VXBETA(C22)&lt;1</formula1></dataValidation><dataValidation type="whole" sqref="C23"><formula1>1</formula1><formula2>99</formula2></dataValidation></dataValidations><legacyDrawing r:id="rId2"/>`,
    relationships: [
      ["comments", "../comments1.xml", "rId1"],
      ["vmlDrawing", "../drawings/vmlDrawing1.vml", "rId2"],
    ],
  };
  return testWorkbook({
    sheets: [
      rangeSheet("Book", BOOK),
      rangeSheet("Market", MARKET),
      plan,
      {
        name: "Settings",
        cells: [
          { at: "A1", value: "B15.WingExtra" },
          { at: "B1", value: 24 },
          { at: "A2", value: "HedgeBudget" },
          { at: "B2", value: 0.02 },
          { at: "D1", formula: '_xldudf_ALVH_LAYERWEIGHTS("S3_FRONT",Market,A1:B2)', value: 0.5 },
        ],
      },
      ...(more.hidden
        ? [
            {
              name: "Back office",
              state: "hidden" as const,
              cells: [{ at: "A1", value: 7 } satisfies TestCell],
            },
          ]
        : []),
    ],
    names: `<definedName name="Book">Book!$A$1:$I$9</definedName><definedName name="Market">Market!$A$1:$B$13</definedName><definedName name="MyTheta">_xldudf_ALVH_NETTHETA(Book,Market)</definedName><definedName name="PlanTable">_xlfn.ANCHORARRAY('Plan &amp; more'!$A$3)</definedName>`,
    parts: {
      "xl/comments1.xml": `<?xml version="1.0" encoding="UTF-8"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Desk Author</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Ask before you trade this.</t></r></text></comment></commentList></comments>`,
      "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
      "xl/media/unknown.bin": "left as it was",
      ...(more.external
        ? {
            "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
            "xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///C:/desk/Prices%202022.xlsx" TargetMode="External"/></Relationships>`,
          }
        : {}),
    },
    types: [["xl/comments1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"]],
    ...(more.external
      ? {
          relationships: [["externalLink", "externalLinks/externalLink1.xml", "rIdExternal"]],
          workbookXml: "",
        }
      : {}),
  });
}

function rangeSheet(name: string, rows: CellValue[][]): TestSheet {
  return {
    name,
    cells: rows.flatMap((row, r) =>
      row.flatMap((value, c) =>
        value === undefined || value === null
          ? []
          : [{ at: `${String.fromCharCode(65 + c)}${r + 1}`, value }],
      ),
    ),
  };
}

function spilled(
  column: string,
  row: number,
  table: CellValue[][],
  formula: string,
  range: string,
): TestCell[] {
  return table.flatMap((cells, r) =>
    cells.flatMap((value, c): TestCell[] => {
      const at = `${String.fromCharCode(column.charCodeAt(0) + c)}${row + r}`;
      if (value === undefined || value === null) return [];
      if (r === 0 && c === 0) return [{ at, value, formula, array: range, dynamic: true }];
      return [{ at, xml: spillXml(at, value) }];
    }),
  );
}

/** What a spill fills in is stored as a formula's text or number, without a formula. */
function spillXml(at: string, value: NonNullable<CellValue>): string {
  return typeof value === "number"
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="str"><v>${String(value).replaceAll("&", "&amp;")}</v></c>`;
}
