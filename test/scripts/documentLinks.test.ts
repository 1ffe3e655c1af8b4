import { execFileSync } from "node:child_process";

/** In a process of its own: what reads Markdown is an ES module, which Jest does not load. */
function brokenLinks(texts: string): string[] {
  const script = `
    const { brokenLinks, committedDocuments } = await import("./scripts/documentLinks.mjs");
    process.stdout.write(JSON.stringify(brokenLinks(${texts})));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }),
  ) as string[];
}

test("every link and picture of README, docs and policies leads to a file, and to an anchor that is there", () => {
  expect(brokenLinks("committedDocuments()")).toEqual([]);
});

test("a link to no file, to no anchor, and a picture that is missing are found", () => {
  const texts = {
    "README.md":
      "# Title\n[a](docs/none.md) [b](#title) [c](#other) [d](docs/x.md#a-heading-of-two) [e](docs/x.md#a01)",
    "docs/x.md":
      '## A heading, of `two`\n\n<a id="a01"></a> ![f](gone.png) <img src="lost.png" /> [g](https://example.com/none)',
  };
  expect(brokenLinks(`new Map(Object.entries(${JSON.stringify(texts)}))`)).toEqual([
    "README.md: docs/none.md",
    "README.md: #other",
    "docs/x.md: gone.png",
    "docs/x.md: lost.png",
  ]);
});
