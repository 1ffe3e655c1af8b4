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

test("the pane's policy admits scripts from here and from Office.js alone, and no eval", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy).not.toContain("unsafe-eval");
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
