import { spawnSync } from "node:child_process";
import { serve } from "../../scripts/server.mjs";

/** Runs `npm start` with a PORT that it should refuse before it builds anything. */
function start(port: string) {
  return spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: port, CI: "true" },
    encoding: "utf8",
    timeout: 10_000,
  });
}

describe("npm start", () => {
  it.each(["abc", "0", "70000", "3000.5", "-1"])("refuses PORT=%s and says what is right", (port) => {
    const { status, stderr } = start(port);
    expect(status).toBe(1);
    expect(stderr).toBe(`PORT ("${port}") must be a whole number from 1 to 65535, such as 3000.\n`);
  });

  it("says what to do when the port is in use", async () => {
    const other = await serve("test", 0);
    const { port } = new URL(other.address);
    const { status, stderr } = start(port);
    await other.close();
    expect(status).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use.`);
    expect(stderr).toMatch(/PORT=\d+ npm start/);
  });
});
