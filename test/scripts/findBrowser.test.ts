import { findBrowser } from "../../scripts/findBrowser.mjs";

/** A machine that has exactly these programs. */
const having =
  (...programs: string[]) =>
  (path: string) =>
    programs.includes(path);

test("CHROME_PATH wins over the usual places", () => {
  const found = findBrowser({ CHROME_PATH: "/opt/mine" }, "linux", having("/opt/mine", "/usr/bin/chromium"));
  expect(found).toBe("/opt/mine");
});

test("a CHROME_PATH that cannot be run is an error, not a silent second choice", () => {
  expect(() => findBrowser({ CHROME_PATH: "/opt/gone" }, "linux", having("/usr/bin/chromium"))).toThrow(
    "CHROME_PATH (/opt/gone) is not a program that can be run",
  );
});

test("Linux: along the PATH, then /usr/bin and /snap/bin", () => {
  expect(findBrowser({ PATH: "/opt/bin" }, "linux", having("/opt/bin/google-chrome"))).toBe(
    "/opt/bin/google-chrome",
  );
  expect(findBrowser({ PATH: "/opt/bin" }, "linux", having("/snap/bin/chromium"))).toBe("/snap/bin/chromium");
});

test("Linux: a browser without windows rather than one with them", () => {
  const both = having("/usr/bin/chromium", "/snap/bin/chromium-headless-shell");
  expect(findBrowser({ PATH: "/usr/bin" }, "linux", both)).toBe("/snap/bin/chromium-headless-shell");
});

test("Mac: the shared applications and one's own", () => {
  const own = "/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium";
  expect(findBrowser({ HOME: "/Users/ann" }, "darwin", having(own))).toBe(own);
});

test("Windows: Edge, which every Windows has, is enough", () => {
  const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const environment = { PROGRAMFILES: "C:\\Program Files", "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
  expect(findBrowser(environment, "win32", having(edge))).toBe(edge);
});

test("a machine without one gives undefined", () => {
  expect(findBrowser({ PATH: "/usr/bin" }, "linux", having())).toBeUndefined();
});
