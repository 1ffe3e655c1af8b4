import { findProgram } from "../../scripts/findProgram.mjs";

const having =
  (...programs: string[]) =>
  (path: string) =>
    programs.includes(path);

test("a program is looked for along the PATH, then where servers are kept", () => {
  const both = having("/opt/bin/nginx", "/usr/sbin/nginx");
  expect(findProgram("nginx", { PATH: "/bin:/opt/bin" }, both)).toBe("/opt/bin/nginx");
  expect(findProgram("nginx", { PATH: "/bin" }, both)).toBe("/usr/sbin/nginx");
  expect(findProgram("nginx", {}, both)).toBe("/usr/sbin/nginx");
});

test("a machine without it gives undefined", () => {
  expect(findProgram("nginx", { PATH: "/usr/bin" }, having("/usr/bin/wrk"))).toBeUndefined();
});
