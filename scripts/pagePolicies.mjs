import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of every page in dist/; docs/decisions/0004-policy-of-the-pane.md says why each source is there.
 * It stands in the page itself: what a host sends as a header is not ours to say.
 */
const OFFICE = "https://appsforoffice.microsoft.com";

/** The digest of an empty text: Fluent adds empty style elements and fills them by script, which is no inline style. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What every page has: what is not named is refused. */
const NOTHING = { "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'" };

const PANE = {
  ...NOTHING,
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": EMPTY_STYLE,
  "img-src": "'self'",
};

/** The pane in Excel, with Office.js beside it. */
export const PANE_POLICY = {
  ...PANE,
  "script-src": `'self' ${OFFICE}`,
  "connect-src": "https://document.localhost",
  "frame-src": OFFICE,
};

/** The pane in the browser workbook. */
export const WORKBOOK_PANE_POLICY = PANE;

/** The browser workbook, which fetches functions.json and frames the pane; its engine writes styles and pictures as text. */
export const WORKBOOK_POLICY = {
  ...NOTHING,
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "connect-src": "'self'",
  "frame-src": "'self'",
};

/** A page that is only read. */
export const READING_POLICY = { ...NOTHING, "style-src": "", "img-src": "'self'" };

/**
 * The page with a policy instead of the one it may have, as early as it can stand: what comes before is not under it.
 * The page's own style is allowed by its digest.
 * @param {string} page
 * @param {Record<string, string>} directives
 */
export function withPolicy(page, directives) {
  const start = /(<meta charset="utf-8" \/>\n)(?: *<meta http-equiv="Content-Security-Policy"[^>]*>\n)?/;
  if (!start.test(page))
    throw new Error('The page has no <meta charset="utf-8" />, which its policy stands after.');
  const digests = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  );
  const policy = Object.entries(directives)
    .map(([name, sources]) => {
      const isHashed = name === "style-src" && !sources.includes("'unsafe-inline'");
      return [name, sources, ...(isHashed ? digests : [])].filter((word) => word !== "").join(" ");
    })
    .join("; ");
  return page.replace(
    start,
    (_, charset) => `${charset}    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n`,
  );
}
