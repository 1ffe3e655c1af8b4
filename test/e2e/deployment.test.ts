import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { findProgram } from "../../scripts/findProgram.mjs";
import type {} from "../../src/demo/page";
import { associatedIds, functionIds } from "./functionIds";
import { describeInBrowser, isTelemetryRefused, launchBrowser } from "./launchBrowser";
import { realOfficeJs } from "./realOfficeJs";
import { startNginx, type RunningNginx } from "./startNginx";

const guide = readFileSync("docs/deploy.md", "utf8");
const OFFICE = "https://appsforoffice.microsoft.com";
const hasNginx = findProgram("nginx") !== undefined && findProgram("openssl") !== undefined;

/** dist/ behind nginx as docs/deploy.md and docs/nginx.conf have it: what is promised there is asked for here. */
(hasNginx ? describeInBrowser : describe.skip)("the deployment by docs/deploy.md", () => {
  let nginx: RunningNginx;
  let browser: Browser;
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

  beforeAll(async () => {
    [nginx, browser] = await Promise.all([startNginx("dist"), launchBrowser()]);
  });

  afterAll(async () => {
    agent.destroy();
    await browser?.close();
    await nginx?.stop();
  });

  interface Answer {
    status: number;
    headers: IncomingHttpHeaders;
    body: Buffer;
  }

  function ask(path: string, headers: Record<string, string> = {}, from = nginx): Promise<Answer> {
    return new Promise((done, failed) => {
      get(new URL(path, from.address), { agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      }).on("error", failed);
    });
  }

  const files = readdirSync("dist", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice("dist".length));
  const kinds = table("| files").map(([pattern = "", type = "", kept = "", compressed = ""]) => ({
    pattern,
    matches: matching(pattern),
    type,
    kept,
    compressed,
  }));
  const kindOf = (file: string) => kinds.find(({ matches }) => matches.test(file));
  const promised = table("| header                        | value").map(
    ([name = "", value = ""]) => [name, value] as const,
  );
  const forbidden = table("| header                         | what").map(([name = ""]) => name);

  test("the guide's tables name every file of dist, and are read whole", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => kindOf(file) === undefined)).toEqual([]);
    expect([kinds.length, promised.length, forbidden.length]).toEqual([10, 4, 5]);
  });

  test("every file comes with the type, the caching and the headers that the guide promises", async () => {
    const wrong: string[] = [];
    for (const file of files) {
      const { status, headers } = await ask(file);
      const kind = kindOf(file)!;
      const type = headers["content-type"]
        ?.replace(/;.*/, "")
        .replace("application/javascript", "text/javascript");
      const expected = [
        ["status", status, 200],
        ["type", type, kind.type],
        ["cache-control", headers["cache-control"], kind.kept],
        ...promised.map(([name, value]) => [name, headers[name.toLowerCase()], value]),
        ...forbidden.map((name) => [name, headers[name.toLowerCase()], undefined]),
      ];
      for (const [name, is, wanted] of expected) {
        if (is !== wanted) wrong.push(`${file}: ${String(name)} is ${String(is)} and not ${String(wanted)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("one file of each kind is compressed, or not, as the guide says, and is the same once unpacked", async () => {
    const wanted = { "accept-encoding": "gzip, br" };
    for (const { pattern, matches, compressed } of kinds) {
      const file = files.find((name) => matches.test(name) && readFileSync(join("dist", name)).length > 1000);
      if (file === undefined) continue;
      const { headers, body } = await ask(file, wanted);
      expect([pattern, headers["content-encoding"]]).toEqual([
        pattern,
        compressed === "yes" ? "gzip" : undefined,
      ]);
      const plain = compressed === "yes" ? gunzipSync(body) : body;
      expect(plain.equals(readFileSync(join("dist", file)))).toBe(true);
      if (compressed === "yes") expect(headers.vary).toContain("Accept-Encoding");
    }
  });

  test("what the guide's command has compressed is sent as it is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "alvh-compressed-"));
    // The browser workbook is left out: compressing its engine takes seconds and shows nothing more.
    cpSync("dist", join(folder, "dist"), { recursive: true, filter: (path) => !path.endsWith("workbook") });
    const command = /```sh\n(find dist .*)\n```/.exec(guide)?.[1];
    execFileSync("sh", ["-c", String(command)], { cwd: folder });
    const server = await startNginx(join(folder, "dist"));
    try {
      for (const file of ["/functions.js", "/functions.json", "/taskpane.html"]) {
        const { headers, body } = await ask(file, { "accept-encoding": "gzip" }, server);
        expect([file, headers["content-encoding"]]).toEqual([file, "gzip"]);
        expect(body.equals(readFileSync(join(folder, "dist", `${file}.gz`)))).toBe(true);
        expect(headers["cache-control"]).toBe(kindOf(file)?.kept);
        expect(headers["content-type"]).not.toContain("gzip");
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  test.each(["/107.deadbeef.js", "/functions.mjs", "/assets/"])(
    "%s, which is no file, is not kept",
    async (path) => {
      const { status, headers } = await ask(path);
      expect([403, 404]).toContain(status);
      expect(headers["cache-control"]).toBe("no-store");
    },
  );

  test("a file that is still the same costs a short answer, which may be kept as before", async () => {
    const { headers } = await ask("/functions.json");
    const again = await ask("/functions.json", { "if-none-match": String(headers.etag) });
    expect([again.status, again.body.length, again.headers["cache-control"]]).toEqual([304, 0, "no-cache"]);
  });

  test("the pane's policy as a header is that of its page, word for word, and forbids no frame", async () => {
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
      readFileSync("dist/taskpane.html", "utf8"),
    );
    const { headers } = await ask("/taskpane.html");
    expect(headers["content-security-policy"]).toBe(own?.[1]);
    expect(headers["content-security-policy"]).not.toContain("frame-ancestors");
    expect((await ask("/functions.js")).headers["content-security-policy"]).toBeUndefined();
  });

  test("plain http leads to https, and / to the browser workbook", async () => {
    const { status, headers } = await fetch(`${nginx.plainAddress}/taskpane.html`, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([301, "https://localhost/taskpane.html"]);
    const root = await ask("/");
    expect([root.status, root.headers.location]).toEqual([302, "/workbook/"]);
  });

  /** A page whose errors, refusals of its policy among them, and answers without a file are trouble. */
  async function openPage(): Promise<{ page: Page; trouble: string[] }> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1200, height: 800 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const trouble: string[] = [];
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isTelemetryRefused(message)) trouble.push(message.text());
    });
    page.on("response", (response) => response.status() >= 400 && trouble.push(response.url()));
    // All that is not ours: the real Office.js, and nothing from elsewhere.
    await page.route(
      ({ origin }) => origin !== nginx.address,
      async (route) => {
        const { origin, pathname } = new URL(route.request().url());
        const isOffice = origin === OFFICE;
        const body = isOffice
          ? await realOfficeJs(pathname)
          : pathname === "/excel"
            ? "<iframe></iframe>"
            : "";
        await route.fulfill({ contentType: isOffice ? "text/javascript" : "text/html", body });
      },
    );
    return { page, trouble };
  }

  test("Chromium opens the pane over the real Office.js, with every function and without an error", async () => {
    const { page, trouble } = await openPage();
    await page.goto(`${nginx.address}/taskpane.html`);
    await page.getByRole("heading", { name: "Excel is not here" }).waitFor();
    await page.getByRole("tab", { name: "Functions", exact: true }).click();
    await page.getByRole("searchbox", { name: "Search functions" }).waitFor();
    expect(await page.evaluate(associatedIds)).toEqual(functionIds());
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test("a page of another origin, as Excel on the web is, may frame the pane and read the metadata", async () => {
    const { page } = await openPage();
    await page.goto("https://excel.example/excel");
    const ids = await page.evaluate(async (address) => {
      const { functions } = (await (await fetch(address)).json()) as { functions: { id: string }[] };
      return functions.map(({ id }) => id).sort();
    }, `${nginx.address}/functions.json`);
    expect(ids).toEqual(functionIds());
    // Excel says in the address what it is: a framed page that lacks it, Office.js leaves.
    await page
      .locator("iframe")
      .evaluate(
        (frame, address) => frame.setAttribute("src", address),
        `${nginx.address}/taskpane.html?_host_Info=Excel$Web$16.01$en-US$id$$$0`,
      );
    // Framed, Office.js waits for the Excel around it; the functions do not.
    const pane = page.frameLocator("iframe");
    await pane.getByText("ALVH for Excel is loading…").waitFor();
    const html = pane.locator("html");
    // That text stands in the markup, which is there before the scripts have run.
    await html.evaluate(async () => {
      if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
    });
    expect(await html.evaluate(associatedIds)).toEqual(functionIds());
    await page.context().close();
  });

  test("Chromium opens the browser workbook, which computes", async () => {
    const { page, trouble } = await openPage();
    await page.goto(`${nginx.address}/`);
    await page.evaluate(() => window.alvhWorkbook.ready);
    await page.frameLocator("#pane").getByRole("button", { name: "Insert starter sheets" }).waitFor();
    const price = '=ALVH.BSM.PRICE("put",100,95,182.5,0.2,0.1,0.05)';
    await page.evaluate((formula) => window.alvhWorkbook.set("Market", "K1", formula), price);
    // Haug (2007), The Complete Guide to Option Pricing Formulas, 2nd ed., p. 4.
    expect(await page.evaluate(() => window.alvhWorkbook.get("Market", "K1"))).toBeCloseTo(2.4648, 4);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

/** The rows of the guide's table whose head starts so, as cells without their backticks; after a colon stands an explanation. */
function table(head: string): string[][] {
  const lines = guide.split("\n");
  const start = lines.findIndex((line) => line.startsWith(head));
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => /^`([^`]+)`/.exec(cell.trim())?.[1] ?? cell.trim()),
    );
}

/** A pattern of the table: * and ? within one folder; without a folder it is meant for all. */
function matching(pattern: string): RegExp {
  const name = pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*").replaceAll("?", "[^/.]");
  return new RegExp(pattern.startsWith("/") ? `^${name}$` : `/${name}$`);
}
