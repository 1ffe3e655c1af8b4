import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../scripts/findProgram.mjs";
import { startNginx } from "../test/e2e/startNginx";

/**
 * What nginx gives by docs/nginx.conf, over https on this machine: compressed as it is sent, and compressed beforehand by the
 * command of docs/deploy.md. wrk shares the processors with nginx, so a real server gives more.
 */
const SECONDS = 5;
const CONNECTIONS = 8;

const missing = ["nginx", "openssl", "wrk"].filter((name) => findProgram(name) === undefined);
if (!existsSync("dist/taskpane.html")) console.log("skipped: dist/ is missing; npm run build makes it");
else if (missing.length > 0)
  console.log(`skipped: no ${missing.join(", ")} found (Debian has packages of these names)`);
else await measure();

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "alvh-serve-"));
  try {
    cpSync("dist", join(folder, "dist"), { recursive: true });
    const command = /```sh\n(find dist .*)\n```/.exec(readFileSync("docs/deploy.md", "utf8"))?.[1] ?? "false";
    execFileSync("sh", ["-c", command], { cwd: folder });
    console.log("| file | compressed | requests a second | half within | 99% within |");
    console.log("| --- | --- | --- | --- | --- |");
    for (const [how, root] of [
      ["as it is sent", "dist"],
      ["beforehand", join(folder, "dist")],
    ] as const) {
      const nginx = await startNginx(root);
      try {
        for (const file of ["functions.js", "functions.json", "taskpane.html", largestChunk()]) {
          console.log(`| ${file} | ${how} | ${row(`${nginx.address}/${file}`)} |`);
        }
      } finally {
        await nginx.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The largest script with a hash in its name: its size is the one that counts. */
function largestChunk(): string {
  const chunks = readdirSync("dist").filter((name) => /\.[\da-f]{8}\.js$/.test(name));
  return chunks.sort((a, b) => statSync(join("dist", b)).size - statSync(join("dist", a)).size)[0] ?? "";
}

function row(address: string): string {
  const load = [
    "-t1",
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    "--latency",
    "-H",
    "Accept-Encoding: gzip",
    address,
  ];
  const said = execFileSync("wrk", load, { encoding: "utf8" });
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`${address} was not served: ${said}`);
  const figure = (pattern: RegExp): string => pattern.exec(said)?.[1] ?? "?";
  return [/Requests\/sec:\s+([\d.]+)/, /\n\s+50%\s+(\S+)/, /\n\s+99%\s+(\S+)/].map(figure).join(" | ");
}
