/** What a formula in a saved workbook relies on: `name range optional` for each parameter, in order. */
export interface Signature {
  readonly id: string;
  readonly parameters: readonly string[];
  readonly result: string;
  /** The header row of the table that an example gives, for each example that gives one. */
  readonly headers?: readonly (readonly string[])[];
}

/** Everything that a saved workbook relies on. */
export interface Contract {
  readonly functions: readonly Signature[];
  /** Words that stand in its cells and mean something to the functions, by what they name. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** What would break in workbooks that were saved under the recorded contract, in words. */
export function brokenWorkbooks(recorded: Contract, now: Contract): string[] {
  return [
    ...brokenFunctions(recorded.functions, now.functions),
    ...Object.entries(recorded.words).flatMap(([what, words]) =>
      words
        .filter((word) => !(now.words[what] ?? []).includes(word))
        .map((word) => `the ${what} "${word}" in a saved workbook would no longer be known: keep the name`),
    ),
  ];
}

function brokenFunctions(recorded: readonly Signature[], now: readonly Signature[]): string[] {
  const present = new Map(now.map((entry) => [entry.id, entry]));
  return recorded.flatMap((before) => {
    const after = present.get(before.id);
    return after === undefined
      ? [`=ALVH.${before.id}(…) in a saved workbook would turn to #NAME?: the function is gone or renamed`]
      : brokenFormulas(before, after);
  });
}

function brokenFormulas(before: Signature, after: Signature): string[] {
  const broken: string[] = [];
  const formula = `=ALVH.${before.id}(…)`;
  before.parameters.forEach((parameter, index) => {
    const [name, shape, wasOptional] = parameter.split(" ");
    const found = after.parameters[index];
    const [newName, newShape, isOptional] = found?.split(" ") ?? [];
    const place = `argument ${index + 1}`;
    if (found === undefined)
      broken.push(`${formula} with ${place} (${name}) would be refused: the parameter is gone`);
    else if (newName !== name) {
      broken.push(`${formula} would pass what was meant as ${name} for ${newName}, ${place}: append new parameters last, and keep the names`); // prettier-ignore
    }
    if (shape === "range" && newShape === "value") {
      broken.push(
        `${formula} with a range as ${name} would be cut to one cell, or spill a call for each cell`,
      );
    }
    if (wasOptional === "optional" && found !== undefined && isOptional === undefined) {
      broken.push(`${formula} without ${name} would be refused: the parameter is no longer optional`);
    }
  });
  for (const added of after.parameters.slice(before.parameters.length)) {
    if (!added.endsWith(" optional")) {
      broken.push(`${formula} would lack ${added.split(" ")[0]}: a parameter added later must be optional`);
    }
  }
  if (before.result === "value" && after.result === "range") {
    broken.push(`${formula} would spill, into #SPILL! where its neighbours are full: it gave one value`);
  }
  if (before.result === "range" && after.result === "value") {
    broken.push(`${formula} would no longer fill the cells beside it: it gave a range`);
  }
  before.headers?.forEach((header, example) => {
    header.forEach((title, column) => {
      const found = after.headers?.[example]?.[column];
      if (found === title) return;
      broken.push(
        `=INDEX(ALVH.${before.id}(…), row, ${column + 1}) would show ${found ?? "nothing"} where it showed ${title}: ` +
          "append new columns last, and keep the headers",
      );
    });
  });
  return broken;
}
