import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { logErrorMessage, parseNumber } from "office-addin-cli";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";

/** `npm run dev`: serves the add-in over https for sideloading, and builds again at every change. */
const dist = join(import.meta.dirname, "../dist");

try {
  const port = readPort(process.env.PORT || "3000");
  await mustBeFree(port);
  process.env.ADDIN_ORIGIN ||= `https://localhost:${port}`;
  await serve(port);
  console.log(`The add-in is at https://localhost:${port}; its manifest is ${join(dist, "manifest.xml")}.`);
  console.log("Windows and Mac: npx office-addin-debugging start dist/manifest.xml desktop");
  console.log("Excel on the web: Home, Add-ins, More Add-ins, Upload My Add-in, and choose the manifest.");
} catch (error) {
  logErrorMessage(error.message);
  process.exit(1);
}

async function serve(port) {
  const { default: configuration } = await import("../webpack.config.js");
  const options = {
    host: "localhost",
    port,
    server: await httpsServer(),
    // What Excel has loaded is reloaded as a whole: functions cannot be swapped under a workbook.
    hot: false,
    static: { directory: dist, watch: false },
    devMiddleware: { writeToDisk: (path) => path.endsWith("manifest.xml") },
  };
  await new WebpackDevServer(options, webpack(configuration({}, { mode: "development" }))).start();
}

function readPort(setting) {
  const message = `PORT (${setting}) must be a whole number from 1 to 65535, such as 3000.`;
  const port = parseNumber(setting, message);
  if (String(port) !== setting || !Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(message);
  return port;
}

/** Before the build, which is what whoever has to choose another port should not wait for. */
async function mustBeFree(port) {
  const probe = createServer().listen(port, "localhost");
  try {
    await once(probe, "listening");
  } catch (error) {
    const advice = `choose another one, such as PORT=${port === 65535 ? 3000 : port + 1} npm run dev`;
    throw new Error(
      error.code === "EADDRINUSE"
        ? `Port ${port} is in use: ${advice}`
        : `Port ${port} cannot be used (${error.message}): ${advice}`,
    );
  }
  probe.close();
}

/**
 * Windows and Mac: a certificate that Excel trusts, installed once with the system's own question.
 * Elsewhere there is no Excel to trust it and installing would need sudo: a self-signed one does for a browser.
 */
async function httpsServer() {
  if (!["win32", "darwin"].includes(process.platform)) return "https";
  try {
    return { type: "https", options: await getHttpsServerOptions() };
  } catch (error) {
    logErrorMessage(
      `No trusted certificate (${error.message}): a self-signed one is used, which Excel will refuse.`,
    );
    return "https";
  }
}
