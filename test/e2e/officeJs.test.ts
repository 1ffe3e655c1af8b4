import { associatedIds, functionIds } from "./functionIds";
import { describeInBrowser, isTelemetryRefused } from "./launchBrowser";
import { realOfficeJs } from "./realOfficeJs";
import { servedDist } from "./served";

const OFFICE = "appsforoffice.microsoft.com";

/** The page as it ships, its policy included, over Microsoft's own Office.js, which this machine serves. */
describeInBrowser("the pane over the real Office.js", () => {
  const served = servedDist();

  /** The page for a host as Office names it in the address: Excel$Win32$16.01$en-US. */
  async function open(host = "") {
    const page = await served.newPage({ viewport: { width: 350, height: 800 } });
    page.setDefaultTimeout(15_000);
    const trouble: string[] = [];
    const office: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isTelemetryRefused(message)) trouble.push(message.text());
    });
    await page.route(/^https:/, async (route) => {
      const { hostname, pathname } = new URL(route.request().url());
      if (hostname === OFFICE) {
        office.push(pathname.split("/").at(-1) ?? "");
        await route.fulfill({ contentType: "text/javascript", body: await realOfficeJs(pathname) });
        return;
      }
      trouble.push(`asked for ${hostname}`);
      await route.abort();
    });
    await page.goto(`${served.address}/taskpane.html${host === "" ? "" : `?_host_Info=${host}$id$$$0`}`);
    return { page, trouble, office };
  }

  it("says that Excel is absent, and associates every function all the same", async () => {
    const { page, trouble } = await open();
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
    expect(await page.evaluate(associatedIds)).toEqual(functionIds());
    expect(trouble).toEqual([]);
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
  });

  // Without a host that answers, Office.onReady waits; the functions must not.
  it.each([
    ["Windows", "Excel$Win32$16.01$en-US", "excel-win32-16.01.js"],
    ["Mac", "Excel$Mac$16.01$en-US", "excel-mac-16.00.js"],
  ])("under the page's policy loads what Excel on %s needs, functions first", async (_name, host, script) => {
    const { page, trouble, office } = await open(host);
    await page.waitForFunction(() => typeof Excel === "object");
    expect(office).toContain(script);
    expect(await page.evaluate(associatedIds)).toEqual(functionIds());
    expect(await page.evaluate(() => typeof Excel.run)).toBe("function");
    await page.getByText("ALVH for Excel is loading…").waitFor();
    expect(trouble).toEqual([]);
  });

  it("under a policy that lets Office.js frame its own pages and not Microsoft's page for usage reports", async () => {
    const { page } = await open();
    await page.getByRole("tab").first().waitFor();
    const refused = await page.evaluate(async () => {
      const sources: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ blockedURI }) => sources.push(blockedURI));
      for (const address of [
        "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
        "https://telemetryservice.firstpartyapps.oaspapps.com/telemetryservice/telemetryproxy.html",
      ]) {
        const frame = document.createElement("iframe");
        frame.src = address;
        document.body.append(frame);
      }
      await new Promise((done) => setTimeout(done, 500));
      return [...new Set(sources)];
    });
    expect(refused).toEqual(["https://telemetryservice.firstpartyapps.oaspapps.com"]);
  });
});
