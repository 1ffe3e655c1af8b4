import { join } from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { logErrorMessage, parseNumber } from "office-addin-cli";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";

/** `npm run dev`: serves the add-in over https for sideloading, and builds again at every change. */
const dist = join(import.meta.dirname, "../dist");
const port = parseNumber(process.env.PORT || "3000", "PORT must be a number, such as 3000.");
process.env.ADDIN_ORIGIN ||= `https://localhost:${port}`;

const { default: configuration } = await import("../webpack.config.js");
const compiler = webpack(configuration({}, { mode: "development" }));
const server = new WebpackDevServer(
  {
    host: "localhost",
    port,
    server: await httpsServer(),
    // What Excel has loaded is reloaded as a whole: functions cannot be swapped under a workbook.
    hot: false,
    static: { directory: dist, watch: false },
    devMiddleware: { writeToDisk: (path) => path.endsWith("manifest.xml") },
    setupExitSignals: true,
  },
  compiler,
);

try {
  await server.start();
  console.log(`The add-in is at https://localhost:${port}; its manifest is ${join(dist, "manifest.xml")}.`);
  console.log("Windows and Mac: npx office-addin-debugging start dist/manifest.xml desktop");
  console.log("Excel on the web: Home, Add-ins, More Add-ins, Upload My Add-in, and choose the manifest.");
} catch (error) {
  const busy = error.code === "EADDRINUSE";
  logErrorMessage(
    busy ? `Port ${port} is in use: choose another one with PORT=${port + 1} npm run dev.` : error,
  );
  process.exit(1);
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
