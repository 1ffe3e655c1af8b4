import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";

interface Axe {
  run(context: unknown, options: unknown): Promise<{ violations: Violation[] }>;
}

interface Violation {
  id: string;
  help: string;
  nodes: unknown[];
}

interface AxeOptions {
  /** Selectors of what is not asked about. */
  exclude?: string[];
  /** Rules that are switched off. */
  without?: string[];
}

/** Accessibility rules that the document around an element breaks, as axe knows them. */
export async function axeViolations(
  element: Locator,
  // Fluent's focus sentinels are hidden elements that take focus on purpose.
  { exclude = ["[data-tabster-dummy]"], without = [] }: AxeOptions = {},
): Promise<string[]> {
  const script = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  return element.evaluate(
    async ({ ownerDocument }, [axe, excluded, off]) => {
      const view = ownerDocument.defaultView as unknown as { eval(text: string): void; axe?: Axe };
      // A script element would be refused by the page's policy; what a debugger evaluates is not.
      if (view.axe === undefined) view.eval(axe);
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const result = await (view.axe as Axe).run({ exclude: excluded }, { rules });
      return result.violations.map(({ id, help, nodes }) => `${id}: ${help} ${JSON.stringify(nodes)}`);
    },
    [script, exclude, without] as const,
  );
}
