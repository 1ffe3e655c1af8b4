import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { describeInBrowser } from "./launchBrowser";
import { openPane } from "./openPane";
import { picture } from "./picture";
import { servedDist } from "./served";

/** As Windows has them; the browser of a French trader has the narrow space as well. */
const CULTURES = {
  "en-US": { decimal: ".", group: ",", list: "," },
  "de-DE": { decimal: ",", group: ".", list: ";" },
  "fr-FR": { decimal: ",", group: "\u202f", list: ";" },
} as const;

type Culture = keyof typeof CULTURES;

/** What a walk through the rooms leaves behind. */
interface Walk {
  /** Figures as they are shown. */
  shown: Record<string, string[]>;
  /** Every formula of the workbook by its place, as Excel reads it. */
  formulas: Record<string, string>;
  /** Every number that was written, by its place. */
  numbers: Record<string, number>;
  /** Rooms that are wider than a pane of 320 pixels, and rules of axe that one breaks. */
  flaws: string[];
  trouble: string[];
}

describeInBrowser("the rooms in the locales of the user", () => {
  const served = servedDist();
  const walks = {} as Record<Culture, Walk>;

  beforeAll(async () => {
    for (const culture of Object.keys(CULTURES) as Culture[]) walks[culture] = await walk(culture);
  }, 180_000);

  /** Goes through the rooms as a trader who types `0,25` or `0.25`, puts each on a sheet, and notes what is shown. */
  async function walk(culture: Culture): Promise<Walk> {
    const { decimal, group } = CULTURES[culture];
    const { page, trouble, violations } = await openPane(served, {
      look: { locale: culture },
      script: `window.excelSeparators = ${JSON.stringify({ decimal, group, culture })};`,
      withStarter: true,
    });

    const shown: Walk["shown"] = {};
    const flaws: string[] = [];
    const local = (english: string): string => english.replace(".", decimal);
    const go = (tab: string) => page.getByRole("tab", { name: tab, exact: true }).click();
    const field = (name: string): Locator => page.getByRole("textbox", { name, exact: true });
    const note = async (what: string, texts: Locator) => {
      await texts.first().waitFor();
      shown[what] = await texts.allInnerTexts();
    };
    const put = async (button: string, said: string) => {
      await page.getByRole("button", { name: button }).first().click();
      await page.locator("footer").getByText(`Wrote the sheet ${said}`).waitFor();
    };
    const inspect = async (room: string) => {
      for (const width of [350, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.locator("main").evaluate((main) => main.scrollWidth - main.clientWidth);
        if (over > 0) flaws.push(`${room} is ${over} pixels wider than ${width}`);
      }
      await page.setViewportSize({ width: 350, height: 900 });
      if (culture === "de-DE")
        flaws.push(...(await violations()).map((violation) => `${room}, ${violation}`));
      await picture(page, `locale-${culture}-${room}`);
    };

    await inspect("Start");

    await go("Book");
    await note("book", page.getByLabel("What was read").locator("dd"));
    await field("Short delta").fill(local("0.25"));
    await field("Wing width").fill(local("62.5"));
    const preview = page.getByLabel("Preview, at model prices");
    await preview.getByText(local("pts, $")).first().waitFor();
    await note("condor", preview.locator("dd"));
    await inspect("Book");
    await put("Put on sheet", "Condor");

    await go("Plan");
    await page.getByRole("searchbox", { name: "Search settings" }).fill("B07.Low");
    await field("B07.Low").fill(local("0.25"));
    await page.getByText("1 setting, 1 changed").waitFor();
    await note("totals", page.getByLabel("The plan in short"));
    await note("plan", page.getByRole("table", { name: /^Contracts by layer/ }).locator("td"));
    await page.getByRole("button", { name: "Log these verdicts" }).click();
    await inspect("Plan");
    await put("Put on sheet", "Hedge plan");

    await go("Scenario");
    await field("SPX move").fill(local("-7.5"));
    await page.getByText(`SPX ${culture === "en-US" ? "4,501" : `4${group}501`}`).waitFor();
    await note("slider", page.locator("[data-total]"));
    await page.getByRole("radio", { name: "Expression" }).check();
    const expression = { "en-US": "SPX * 0.925, VIX + 10.5", "de-DE": "SPX * 0,925; VIX + 10,5" };
    await field("Scenario").fill(expression[culture === "en-US" ? culture : "de-DE"]);
    await page.getByText(local("→ 33.72")).waitFor();
    await note("expression", page.locator("[data-total]"));
    await note("layers", page.getByRole("table", { name: "P&L by layer" }).locator("td"));
    await page.getByRole("button", { name: "Show as table" }).waitFor();
    await inspect("Scenario");
    await put("Put on sheet", "Stress");

    await go("Roll");
    await field("SPX vol at entry (E04)").fill(local("0.25"));
    await page.locator("[data-verdict]").waitFor();
    await note("held", page.getByRole("table", { name: /^Held beside the candidate/ }).locator("td"));
    await note("costs", page.getByRole("table", { name: "Cost of the roll" }).locator("tr:first-child td"));
    await inspect("Roll");
    await put("Put on sheet", "Roll desk");

    await go("Audit");
    await page.getByRole("button", { name: "Run the audit" }).click();
    await page.getByRole("region", { name: "BACKTEST" }).waitFor({ timeout: 60_000 });
    await note("audit", page.getByLabel("The audit in short").locator("dd"));
    await note("years", page.getByRole("table", { name: "COSTAUDIT by year" }).locator("td"));
    await inspect("Audit");
    await put("Put on sheet", "Cost audit");

    await go("Share");
    await page.getByRole("heading", { name: "Copy for a partner" }).waitFor();
    await inspect("Share");

    await go("Functions");
    await page.getByRole("searchbox", { name: "Search functions" }).fill("bsm.price");
    await page.getByRole("button", { name: /^BSM\.PRICE/ }).click();
    shown["example"] = [
      await page.getByRole("list", { name: "Examples" }).locator("code").first().innerText(),
    ];
    await page.evaluate(() => window.fakeExcel.select("Sheet1", "C7"));
    await page
      .getByRole("button", { name: /^Insert =ALVH/ })
      .first()
      .click();
    await page
      .locator("footer")
      .getByText(/^Wrote =ALVH/)
      .waitFor();
    shown["inserted"] = [await page.locator("footer [role=status]").innerText()];
    await inspect("Functions");

    await go("Log");
    await page.getByRole("button", { name: "Download CSV" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    shown["csv"] = [(await readFile(await download.path(), "utf8")).split("\r\n")[0] ?? ""];
    await inspect("Log");

    const { formulas, numbers } = await page.evaluate(() => {
      const written = { formulas: {} as Record<string, string>, numbers: {} as Record<string, number> };
      for (const { name, cells } of window.fakeExcel.sheets) {
        for (const [place, { formula, value }] of cells) {
          if (formula !== undefined) written.formulas[`${name} ${place}`] = formula;
          else if (typeof value === "number") written.numbers[`${name} ${place}`] = value;
        }
      }
      return written;
    });
    return { shown, formulas, numbers, flaws, trouble };
  }

  /** A shown figure in English notation: what the cultures must have in common. */
  const english = (text: string, { decimal, group }: { decimal: string; group: string }): string =>
    text
      .split(new RegExp(`(?<=\\d)[${group}](?=\\d{3}(?!\\d))`))
      .join("")
      .replace(new RegExp(`(?<=\\d)[${decimal}](?=\\d)`, "g"), ".");

  const LOCAL = ["example", "inserted", "csv"];

  it.each(["de-DE", "fr-FR"] as const)(
    "shows in %s the figures of en-US, in its own separators",
    (culture) => {
      const figures = ({ shown }: Walk, separators: { decimal: string; group: string }) =>
        Object.fromEntries(
          Object.entries(shown)
            .filter(([what]) => !LOCAL.includes(what))
            .map(([what, texts]) => [what, texts.map((text) => english(text, separators))]),
        );
      const local = figures(walks[culture], CULTURES[culture]);
      expect(local).toEqual(figures(walks["en-US"], CULTURES["en-US"]));
      expect(local["slider"]).toEqual([expect.stringMatching(/^\u2212?\$\d+$/)]);
      expect(walks[culture].shown["totals"]?.join("")).toMatch(/theta \u2212\$\d+,\d\d\/day/);
    },
  );

  it.each(["de-DE", "fr-FR"] as const)("writes under %s the formulas and numbers of en-US", (culture) => {
    const { formulas, numbers } = walks["en-US"];
    expect(Object.keys(formulas).length).toBeGreaterThan(20);
    expect(Object.values(numbers)).toContain(0.25);
    expect(Object.values(numbers)).toContain(62.5);
    expect(walks[culture].formulas).toEqual(formulas);
    expect(walks[culture].numbers).toEqual(numbers);
  });

  it.each(["de-DE", "fr-FR"] as const)(
    "shows formulas in the notation of %s, and lists by its sign",
    (culture) => {
      const { example = [], inserted = [], csv = [] } = walks[culture].shown;
      expect(example[0]).toMatch(/^=ALVH\.BSM\.PRICE\("\w+"; \d+; .*; 0,\d+\)$/);
      expect(inserted[0]).toBe(`Wrote ${example[0]} into Sheet1!C7.`);
      expect(csv[0]).toContain('"Logged (UTC)";"As of";');
      expect(walks["en-US"].shown["csv"]?.[0]).toContain('"Logged (UTC)","As of",');
    },
  );

  it.each(Object.keys(CULTURES) as Culture[])(
    "needs no sideways scrolling and breaks no rule in %s",
    (culture) => {
      expect(walks[culture].flaws).toEqual([]);
      expect(walks[culture].trouble).toEqual([]);
    },
  );
});
