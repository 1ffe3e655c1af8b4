import { microsoftsVerdict } from "../../scripts/microsoftsVerdict.mjs";

/** Answers of Microsoft's service, in the form that office-addin-manifest gives them. */
const answers = (answer: object) => () => Promise.resolve(answer as { isValid: boolean });
const silent = () => new Promise<never>(() => undefined);

test("what Microsoft's service accepts is accepted", async () => {
  const report = { status: "Accepted", errors: [] };
  expect(
    await microsoftsVerdict("manifest.xml", answers({ isValid: true, status: 200, report }), 1000),
  ).toEqual({
    words: ["Microsoft's service accepts it."],
    isRefused: false,
  });
});

test("what it refuses is refused, with its own words", async () => {
  const errors = [
    { title: "Manifest Version Too Low", content: "Unsupported version number less than 1.0." },
  ];
  const report = { status: "Rejected", errors };
  expect(
    await microsoftsVerdict("manifest.xml", answers({ isValid: false, status: 200, report }), 1000),
  ).toEqual({
    words: [
      "Microsoft's service refuses it.",
      "Manifest Version Too Low: Unsupported version number less than 1.0.",
    ],
    isRefused: true,
  });
});

test.each<[string, () => Promise<{ isValid: boolean }>, string]>([
  [
    "no network",
    () => Promise.reject(new Error("ENOTFOUND")),
    "Microsoft's service was not reached: not asked.",
  ],
  ["silence", silent, "Microsoft's service was not reached: not asked."],
  [
    "a fault of the service",
    answers({ isValid: false, status: 503 }),
    "Microsoft's service gave no verdict (status 503): not asked.",
  ],
])("%s is told and decides nothing", async (_name, validate, words) => {
  expect(await microsoftsVerdict("manifest.xml", validate, 10)).toEqual({ words: [words], isRefused: false });
});
