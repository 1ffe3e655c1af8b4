/** One function as the generated catalogue tells it. */
export interface FunctionEntry {
  id: string;
  family: string;
  summary: string;
  parameters: { name: string; description: string; optional: boolean }[];
  returns: string;
  help: string;
  examples: string[];
}

/**
 * The functions that match every word of the query somewhere: in the name, the summary, an argument or the
 * result. Hits in the name come first, then hits in the summary; otherwise the catalogue's order stays.
 */
export function searchFunctions(catalogue: readonly FunctionEntry[], query: string): FunctionEntry[] {
  const words = query
    .toLowerCase()
    .replace(/^\s*=?\s*alvh\./, "")
    .split(/[\s(]+/)
    .filter((word) => word !== "");
  return catalogue
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entry }) => entry);
}

/** The worst rank of any word, or undefined where a word is nowhere. */
function rankOf(entry: FunctionEntry, words: string[]): number | undefined {
  const name = entry.id.toLowerCase();
  const summary = entry.summary.toLowerCase();
  const rest = [entry.family, entry.returns, ...entry.parameters.flatMap((p) => [p.name, p.description])]
    .join(" ")
    .toLowerCase();
  const ranks = words.map((word) => {
    if (name.startsWith(word)) return 0;
    if (name.includes(word)) return 1;
    if (summary.includes(word)) return 2;
    return rest.includes(word) ? 3 : Infinity;
  });
  const worst = Math.max(0, ...ranks);
  return worst === Infinity ? undefined : worst;
}
