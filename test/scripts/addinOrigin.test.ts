import { addinOrigin } from "../../scripts/addinOrigin.mjs";

test("without a setting the add-in is at home", () => {
  expect(addinOrigin(undefined)).toBe("https://localhost:3000");
  expect(addinOrigin("")).toBe("https://localhost:3000");
});

test("an https origin is taken as it stands", () => {
  expect(addinOrigin("https://addin.example.com")).toBe("https://addin.example.com");
  expect(addinOrigin("https://localhost:3443")).toBe("https://localhost:3443");
});

test.each([
  ["http://addin.example.com", "not https"],
  ["https://addin.example.com/", "a trailing slash"],
  ["https://addin.example.com/alvh", "a path"],
  ["https://me@addin.example.com", "a user"],
  ["addin.example.com", "no scheme"],
  [" https://addin.example.com", "a space"],
])("%s is refused: %s", (setting) => {
  expect(() => addinOrigin(setting)).toThrow(
    `ADDIN_ORIGIN (${JSON.stringify(setting)}) must be an https origin without a path or a trailing slash`,
  );
});
