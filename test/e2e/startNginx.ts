import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findProgram } from "../../scripts/findProgram.mjs";

export interface RunningNginx {
  /** https, with a certificate that nobody signed. */
  address: string;
  /** What the configuration has on port 80. */
  plainAddress: string;
  stop(): Promise<void>;
}

/** Debian's nginx with docs/nginx.conf: only the folder, the ports and the certificate are others, and it ends with us. */
export async function startNginx(root: string): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), "alvh-nginx-"));
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-keyout",
      key,
      "-out",
      certificate,
      ...subject,
    ],
    { stdio: "ignore" },
  );
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = replaceOnce(readFileSync("docs/nginx.conf", "utf8"), {
    "listen 443 ": `listen 127.0.0.1:${port} `,
    "listen 80;": `listen 127.0.0.1:${plainPort};`,
    "root /srv/alvh/dist;": `root ${resolve(root)};`,
    "/etc/ssl/certs/addin.example.com.pem": certificate,
    "/etc/ssl/private/addin.example.com.key": key,
  });
  writeFileSync(join(folder, "site.conf"), site);
  writeFileSync(join(folder, "nginx.conf"), around(folder));

  const nginx = spawn(findProgram("nginx") ?? "nginx", [
    "-e",
    "stderr",
    "-p",
    folder,
    "-c",
    join(folder, "nginx.conf"),
  ]);
  let said = "";
  nginx.stderr.on("data", (text) => (said += text));
  const ended = once(nginx, "exit");
  while (!(await answers(port))) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    await new Promise((later) => setTimeout(later, 20));
  }
  return {
    address: `https://localhost:${port}`,
    plainAddress: `http://localhost:${plainPort}`,
    stop: async () => {
      nginx.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What Debian has in nginx.conf around a site, kept within one folder and in the foreground. */
function around(folder: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    // As root, nginx would give its workers to a user who cannot enter the folder.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    "daemon off;",
    `pid ${folder}/nginx.pid;`,
    "worker_processes auto;",
    "events {}",
    "http {",
    "sendfile on;",
    "tcp_nopush on;",
    "include /etc/nginx/mime.types;",
    "default_type application/octet-stream;",
    "access_log off;",
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    `include ${folder}/site.conf;`,
    "}",
  ].join("\n");
}

function replaceOnce(text: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((changed, [from, to]) => {
    if (changed.split(from).length !== 2) throw new Error(`docs/nginx.conf must have "${from}" once.`);
    return changed.replace(from, to);
  }, text);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}
