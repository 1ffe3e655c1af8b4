import { InputError, NoSolutionError } from "../../src/core/errors";

test("an input error carries the argument's name and its sentence", () => {
  const error = new InputError("strike", "strike (-5) must be positive");
  expect(error).toMatchObject({
    name: "InputError",
    argument: "strike",
    message: "strike (-5) must be positive",
  });
  expect(error).toBeInstanceOf(Error);
});

test("a missing solution carries its reason, and is no input error", () => {
  const error = new NoSolutionError("no strike has this delta");
  expect(error).toMatchObject({ name: "NoSolutionError", message: "no strike has this delta" });
  expect(error).not.toBeInstanceOf(InputError);
});
