import { neutraliseText } from "../../src/alvh/neutraliseText";

// The characters of OWASP's "CSV Injection" page, the full-width forms included.
test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"])(
  "%j becomes text",
  (text) => {
    expect(neutraliseText(text)).toBe(`'${text}`);
  },
);

test.each(["", "Standard & Poors 500 Index", "S&P - 500", "'=1", "1=1"])("%j stays", (text) => {
  expect(neutraliseText(text)).toBe(text);
});
