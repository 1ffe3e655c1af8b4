import { readDist } from "./support/builtFunctions";

const page = readDist("taskpane.html");

test("the pane's page loads Office.js, then the functions, then the pane", () => {
  const scripts = [...page.matchAll(/<script[^>]*\bsrc="?([^\s">]+)/g)].map(([, source]) => source!);
  expect(scripts.map((source) => source.replace(/\?.*$/, ""))).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "functions.js",
    "taskpane.js",
  ]);
});

test("functions.js reaches for no page, no Office, no clock and no chance", () => {
  const outside =
    /\b(?:document|window|globalThis|self|Office|Excel|console)\b\s*[.[(]|\b(?:setTimeout|setInterval|fetch|Date\.now|Math\.random|new Date\(\))/g;
  expect(readDist("functions.js").match(outside) ?? []).toEqual([]);
});

test.each(["taskpane.html", "support.html", "workbook/index.html", "workbook/pane.html"])(
  "%s says that it is in English, and has a title",
  (name) => {
    expect(readDist(name)).toMatch(/<html lang="?en"?>[^]*<title>[^<]+<\/title>/);
  },
);
