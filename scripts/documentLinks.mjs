import GithubSlugger from "github-slugger";
import { Lexer, walkTokens } from "marked";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = join(import.meta.dirname, "..");

/** README.md and its like, and every document under docs. */
export function documents() {
  const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("docs", name),
  );
  return [...readdirSync(root), ...inDocs].filter((name) => name.endsWith(".md")).sort();
}

/**
 * Links and pictures of documents that lead nowhere: to no file, or to no anchor of one. Addresses elsewhere are not asked.
 * @param {Map<string, string>} texts Markdown by the document's path from the root
 * @returns {string[]}
 */
export function brokenLinks(texts) {
  const read = new Map([...texts].map(([path, text]) => [path, linksAndAnchors(text)]));
  return [...read].flatMap(([path, { links }]) =>
    links.filter((link) => !leads(path, link)).map((link) => `${path.replaceAll("\\", "/")}: ${link}`),
  );

  function leads(from, link) {
    if (/^\w+:/.test(link)) return true;
    const [file, anchor] = link.split("#");
    const target = file === "" ? from : relative(root, join(root, dirname(from), decodeURI(file)));
    if (anchor === undefined) return texts.has(target) || existsSync(join(root, target));
    return read.get(target)?.anchors.has(anchor) === true;
  }
}

function linksAndAnchors(text) {
  const slugger = new GithubSlugger();
  const links = [];
  const anchors = new Set();
  walkTokens(Lexer.lex(text), (token) => {
    if (token.type === "heading") anchors.add(slugger.slug(plain(token.tokens)));
    if (token.type === "link" || token.type === "image") links.push(token.href);
    if (token.type !== "html") return;
    for (const [, id] of token.raw.matchAll(/\bid="([^"]+)"/g)) anchors.add(id);
    for (const [, address] of token.raw.matchAll(/\b(?:src|href)="([^"]+)"/g)) links.push(address);
  });
  return { links, anchors };
}

function plain(tokens) {
  return tokens.map((token) => (token.tokens ? plain(token.tokens) : token.text)).join("");
}

/** The documents as they are. */
export function committedDocuments() {
  return new Map(documents().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
