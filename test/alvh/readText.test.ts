import { readText } from "../../src/alvh/readText";

test("a text without the blanks around it; a number and TRUE as they are shown", () => {
  const read = [" long ", 442, true].map((value) => readText("book", "book row 3, Layer", value));
  expect(read).toEqual(["long", "442", "true"]);
});

test("a rich value of Excel is refused, not shown as [object Object]", () => {
  const rich = { type: "Entity", text: "SPX" } as never;
  expect(() => readText("book", "book row 3, Layer", rich)).toThrow(
    "book row 3, Layer: an object is not a text: enter it as text",
  );
});
