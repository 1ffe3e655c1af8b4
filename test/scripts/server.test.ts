import { request } from "node:http";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../scripts/server.mjs";

describe("serve", () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "alvh-server-"));
    await mkdir(join(folder, "dist/workbook"), { recursive: true });
    await mkdir(join(folder, "dist/assets"), { recursive: true });
    await writeFile(join(folder, "secret.txt"), "not to be served");
    await writeFile(join(folder, "dist/workbook/index.html"), "<title>workbook</title>");
    await writeFile(join(folder, "dist/functions.js"), "1");
    await writeFile(join(folder, "dist/functions.json"), "{}");
    await writeFile(join(folder, "dist/assets/icon-32.png"), "");
    server = await serve(join(folder, "dist"), 0);
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Asks for a path as it stands: `fetch` would tidy it up. */
  function ask(
    path: string,
  ): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.address);
      const asked = request({ hostname, port, path }, (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.on("error", reject).end();
    });
  }

  it("leads / to the browser workbook", async () => {
    const { status, headers } = await ask("/");
    expect([status, headers.location]).toEqual([302, "/workbook/"]);
    expect((await ask("/workbook/")).body).toContain("workbook");
  });

  it.each([
    ["/workbook/", /^text\/html/],
    ["/functions.js", /^(text|application)\/javascript/],
    ["/functions.json", /^application\/json/],
    ["/assets/icon-32.png", /^image\/png/],
  ])("gives %s its media type", async (path, type) => {
    expect((await ask(path)).headers["content-type"]).toMatch(type);
  });

  it.each(["/assets/", "/assets", "/nothing.html"])(
    "answers %s with 404: no folder is listed",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it.each(["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt"])(
    "stays inside its folder when asked for %s",
    async (path) => {
      const { status, body } = await ask(path);
      expect(status).toBe(404);
      expect(body).not.toContain("not to be served");
    },
  );

  it("listens on this machine alone", () => {
    expect(new URL(server.address).hostname).toBe("localhost");
  });

  it("refuses a port that is in use", async () => {
    await expect(serve(folder, Number(new URL(server.address).port))).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});
