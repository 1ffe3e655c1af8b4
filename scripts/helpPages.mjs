import GithubSlugger from "github-slugger";
import { Marked } from "marked";
import { READING_POLICY, withPolicy } from "./pagePolicies.mjs";

/** The documents that are served with the add-in as pages beside it, in the order of their menu. */
export const HELP_PAGES = {
  functions: "Functions",
  tutorial: "Tutorial",
  ranges: "Book, market and settings",
  settings: "Settings and presets",
  sharing: "Sharing",
  methodology: "Methodology",
  glossary: "Glossary",
  rulebook: "Rulebook",
  claims: "Claims",
  accuracy: "Accuracy",
};

/** Columns that are for readers of the source. */
const LEFT_OUT = { rulebook: "Tests" };

/**
 * A document of docs/ as the page that is served: its headings get the anchors that GitHub gives them, links lead to the
 * other pages, and what is not served is named without a link.
 * @param {string} name of the document, such as "functions"
 * @param {string} markdown
 * @returns {string}
 */
export function helpPage(name, markdown) {
  const slugger = new GithubSlugger();
  const contents = [];
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === "table") leaveOut(token, LEFT_OUT[name]);
    },
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const anchor = slugger.slug(this.parser.parseInline(tokens, this.parser.textRenderer));
        if (depth === 2 || depth === 3) contents.push({ depth, anchor, html });
        return `<h${depth} id="${anchor}">${html}</h${depth}>\n`;
      },
      link({ href, title, tokens }) {
        const html = this.parser.parseInline(tokens);
        const served = servedAddress(href);
        if (served === undefined) return html;
        return `<a href="${served}"${title ? ` title="${attribute(title)}"` : ""}>${html}</a>`;
      },
      image({ href, text }) {
        return `<img src="${href}" alt="${attribute(text)}">`;
      },
      code({ text }) {
        // What is wider than the page scrolls by itself, also by keyboard.
        return `<pre tabindex="0"><code>${attribute(text)}</code></pre>\n`;
      },
      table(token) {
        return `<div class="table" tabindex="0">${tableHtml(this.parser, token)}</div>\n`;
      },
    },
  });
  const text = markdown.replaceAll("\r\n", "\n").replaceAll(/<!--[^]*?-->\n/g, "");
  // Pictures are served with the other ones.
  const body = marked.parse(text).replaceAll('src="pictures/', 'src="assets/pictures/');
  return withPolicy(page(name, contents, body), READING_POLICY);
}

/** Where a link of a document leads among the pages; undefined where its target is not served. */
function servedAddress(href) {
  if (/^(?:https:|#)/.test(href)) return attribute(href);
  const [, name, anchor = ""] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  return name !== undefined && name in HELP_PAGES ? `${name}.html${attribute(anchor)}` : undefined;
}

function leaveOut(table, title) {
  const column = table.header.findIndex(({ text }) => text === title);
  if (column < 0) return;
  for (const row of [table.header, table.align, ...table.rows]) row.splice(column, 1);
}

function tableHtml(parser, { header, rows }) {
  const line = (cells, tag) =>
    `<tr>${cells.map(({ tokens }) => `<${tag}>${parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((cells) => line(cells, "td")).join("\n");
  return `<table><thead>${line(header, "th")}</thead><tbody>\n${body}\n</tbody></table>`;
}

function page(name, contents, body) {
  const menu = Object.entries(HELP_PAGES).map(([other, title]) =>
    other === name
      ? `<li aria-current="page">${title}</li>`
      : `<li><a href="${other}.html">${title}</a></li>`,
  );
  const entries = contents.map(
    ({ depth, anchor, html }) => `<li class="depth-${depth}"><a href="#${anchor}">${plain(html)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${HELP_PAGES[name]}: ALVH for Excel</title>
<link rel="icon" href="assets/icon-32.png">
<style>${STYLE}</style>
</head>
<body>
<header><p>ALVH for Excel</p><nav aria-label="Help pages"><ul>${menu.join("")}</ul></nav></header>
<div class="columns">
<nav class="contents" aria-label="On this page"><ul>${entries.join("\n")}</ul></nav>
<main>
${body}
<footer><p>Computed figures, not advice.</p></footer>
</main>
</div>
</body>
</html>
`;
}

function plain(html) {
  return html.replaceAll(/<[^>]+>/g, "");
}

function attribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

const STYLE = `
:root { --text: #242424; --soft: #5a5a5a; --line: #d6d6d6; --back: #ffffff; --band: #f5f5f5; --link: #0f548c; --mark: #fff4ce; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f0f0; --soft: #b8b8b8; --line: #4a4a4a; --back: #1f1f1f; --band: #2b2b2b; --link: #7cbcf0; --mark: #4a4020; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 12px; }
body { margin: 0; color: var(--text); background: var(--back); font: 15px/1.55 "Segoe UI", system-ui, sans-serif; }
a { color: var(--link); }
header { padding: 10px 16px; border-bottom: 1px solid var(--line); background: var(--band); }
header p { margin: 0 0 4px; font-weight: 600; }
header ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; list-style: none; }
header li { padding: 2px 0; }
header li[aria-current] { font-weight: 600; }
main { min-width: 0; max-width: 68rem; padding: 8px 16px 48px; }
.contents { display: none; }
@media (min-width: 1100px) {
  .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  .contents { display: block; position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 16px; border-right: 1px solid var(--line); font-size: 13px; }
  .contents ul { margin: 0; padding: 0; list-style: none; }
  .contents li { margin: 2px 0; overflow-wrap: anywhere; }
  .contents .depth-2 { margin-top: 10px; font-weight: 600; }
  .contents .depth-3 { padding-left: 12px; }
  main { padding: 16px 32px 64px; }
}
h1 { font-size: 26px; line-height: 1.25; }
h2 { margin: 36px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); font-size: 21px; line-height: 1.3; }
h3 { margin: 32px 0 8px; font-size: 17px; line-height: 1.3; overflow-wrap: anywhere; }
:target, tr:has(:target) > * { background: var(--mark); }
code, pre { font-family: Consolas, ui-monospace, Menlo, monospace; font-size: 0.92em; }
code { overflow-wrap: anywhere; }
pre { padding: 10px 12px; overflow: auto; background: var(--band); }
pre code { overflow-wrap: normal; }
ul, ol { padding-left: 24px; }
li { overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
summary { cursor: pointer; color: var(--link); }
.table { margin: 8px 0; overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { max-width: 26rem; padding: 4px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--band); font-weight: 600; }
footer { margin-top: 48px; color: var(--soft); font-size: 13px; }
`;
