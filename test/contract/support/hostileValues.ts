/** What a cell can hold that nobody hopes for. */

export const HOSTILE_NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 0.5, 2, 3, 5, 10, 20, 30, 100, 365, 1000, 4500, 0.16, -0.05, 1e-3],
  ...[44596, 44596.677083333336, 44608, 44635, 2958465, 2958466, 60, 36500, -44596],
  ...[5e-324, 1e-320, 1e-300, 1e-17, 1e-9, 1e6, 1e9, 1e15, 1e100, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE],
  ...[NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 0.1 + 0.2, 249_999, 1_048_576],
];

/** Names that every object of JavaScript answers to, whether or not it holds them. */
export const PROTOTYPE_NAMES: readonly string[] = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"],
  ...["__defineGetter__", "isPrototypeOf", "length", "prototype", "name"],
];

/** Marks that print as nothing or turn the text around, blanks of other kinds, and what looks alike. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => `\u200b${text}`,
  (text) => `\u202e${text}\u202c`,
  (text) => `${text.slice(0, 1)}\u200d${text.slice(1)}`,
  (text) => `\ufeff${text}\u00a0`,
  (text) => `  ${text}\t`,
  (text) => text.toUpperCase(),
  (text) => `${text} (x)`,
  (text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  (text) => `${text}\u0301`,
  (text) => text.slice(1),
  (text) => `${text}\n<b>`,
  (text) => `=${text}`,
];

/** A text as it looks, but for a mark that hides in it. */
export function disguised(text: string, random: () => number): string {
  const disguise = DISGUISES[Math.floor(random() * DISGUISES.length)];
  return disguise?.(text) ?? text;
}

export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    "",
    "  ",
    "\u00a0",
    "0",
    "1",
    "1,5",
    "1.5",
    "15%",
    "-0",
    "1e999",
    "0x10",
    "NaN",
    "Infinity",
    "TRUE",
    "#N/A",
  ],
  ...[
    "call",
    "PUT",
    "c",
    "future",
    "share",
    "SPX",
    "SPXW",
    "VIX",
    "VX",
    "VXX",
    "UVXY",
    "AM",
    "pm",
    "leg",
    "layer",
  ],
  ...[
    "expiry",
    "carry",
    "mid",
    "natural",
    "442",
    "S3_FRONT",
    "VXTH",
    "TABLE",
    "REPLAY 2020",
    "LOG",
    "cost",
    "vix",
  ],
  ...[
    "Underlying",
    "Kind",
    "Qty",
    "Strike",
    "Expiry",
    "DTE",
    "Vol",
    "Price",
    "Layer",
    "AsOf",
    "Rate",
    "VX1",
    "Date",
  ],
  ...[
    "2022-02-04",
    "2022-02-04 16:15",
    "2022-02-30",
    "1900-01-00",
    "0000-00-00",
    "9999-12-31",
    "16-Mar-22",
    "2/4/2022",
  ],
  ...PROTOTYPE_NAMES,
  ...[
    "\u202eabc",
    "\u200bSPX\u200b",
    "SP\u200dX",
    "\ufeffAsOf",
    "עברית",
    "ﷺ".repeat(20),
    "𝟙𝟚",
    "İ",
    "ﬁ",
    "\ud800",
    "\u0000",
  ],
  ...[
    "a\nb",
    "a\tb",
    "=1+1",
    "@SUM(A1)",
    "<img src=x onerror=alert(1)>",
    "${1}",
    "%s%n",
    "'; DROP TABLE book; --",
  ],
  ...[
    "x".repeat(500),
    "(".repeat(300),
    "9".repeat(400),
    " ".repeat(400) + "x",
    "a".repeat(200) + "!",
    "25/35",
    "25-35",
  ],
];

/** What stands in an argument that is no cell at all: the host's call object, an entity, an array, nothing. */
export function oddity(index: number): unknown {
  const oddities = [
    {
      functionName: "X",
      address: "Sheet1!A1",
      parameterAddresses: ["Sheet1!B1:C9"],
      isInValuePreview: false,
      setResult() {},
      onCanceled() {},
    },
    { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" },
    { type: "Entity", text: "SPX", basicValue: "#VALUE!", properties: { __proto__: null } },
    {},
    undefined,
    null,
    true,
    false,
    [],
    [[]],
  ];
  return oddities[index % oddities.length];
}
