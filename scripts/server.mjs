import { createServer } from "node:http";
import sirv from "sirv";

/**
 * Serves a folder to this machine alone. `/` leads to the browser workbook.
 * @param {string} folder
 * @param {number} port 0 takes any free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export function serve(folder, port) {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (request.url === "/" || request.url === "/workbook") {
      response.writeHead(302, { location: "/workbook/" }).end();
      return;
    }
    response.setHeader("x-content-type-options", "nosniff");
    files(request, response, () =>
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found."),
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      resolve({
        address: `http://localhost:${server.address().port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
