import { create, parseDependencies } from "mathjs/number";
import { InputError } from "../core/errors";
import { showCell } from "./readNumber";

/** The levels that an expression may read, in points; those that it does not read may be missing. */
export interface ScenarioState {
  readonly SPX?: number | undefined;
  readonly VIX?: number | undefined;
  readonly VVIX?: number | undefined;
}

/** What a scenario may set. */
export type ScenarioSubject = "SPX" | "VIX" | "Days";

/** The shocks of PNL and STRESSGRID. A level that the scenario does not set stays as it is. */
export interface ScenarioShocks {
  /** SPX after over SPX before, less one. */
  readonly spotShock: number;
  /** VIX after less VIX before, points. */
  readonly vixShock: number;
  /** Calendar days that pass; only where the scenario sets them. */
  readonly days?: number;
}

export interface ScenarioExpression {
  /** What the scenario sets, as written: where VIX is not among it, a caller can offer the regression's shock instead. */
  readonly subjects: readonly ScenarioSubject[];
  readonly shocks: (state: ScenarioState) => ScenarioShocks;
}

/**
 * Reads a scenario as a trader writes it, once, for any number of market states: `SPX * 0.9, VIX + 5`.
 *
 * Parts stand between commas, semicolons or line ends. Each is the new level, in points, of the one of SPX and VIX that
 * it mentions. `SPX:`, `VIX:` or `Days:` before a part says what it sets, and must where it mentions both or none:
 * `VIX: VIX + 200 * (1 - SPX / 4500); Days: 5`. Every part reads the levels before the scenario. Names in any case.
 *
 * Allowed: numbers, + - * / ^, parentheses, SPX, VIX, VVIX, and FUNCTIONS. Powers bind as in mathematics, not as in
 * Excel: -2^2 is -4 and 2^3^2 is 2^9. mathjs only parses; the tree is checked node by node against that list and
 * turned into functions of our own, so nothing of mathjs runs on what a stranger's workbook says.
 */
export function compileScenario(text: string): ScenarioExpression {
  if (text.length > MAXIMUM_LENGTH) {
    throw problem(`a scenario has at most ${MAXIMUM_LENGTH} characters, and this one has ${text.length}`);
  }
  const formulas = new Map<ScenarioSubject, Formula>();
  for (const part of splitParts(text)) {
    const { subject, formula } = compilePart(part);
    if (formulas.has(subject)) throw problem(`${subject} is set twice: keep one of the parts`);
    formulas.set(subject, formula);
  }
  if (formulas.size === 0) throw problem(`the scenario is empty: write the new level, as in ${EXAMPLE}`);
  return { subjects: [...formulas.keys()], shocks: (state) => shocksOf(formulas, state) };
}

/** A part, as a function of the levels before the scenario. */
type Formula = (state: ScenarioState) => number;

type Variable = keyof ScenarioState;

const VARIABLES: ReadonlyMap<string, Variable> = new Map([
  ["SPX", "SPX"],
  ["VIX", "VIX"],
  ["VVIX", "VVIX"],
]);

const SUBJECTS: ReadonlyMap<string, ScenarioSubject> = new Map([
  ["SPX", "SPX"],
  ["VIX", "VIX"],
  ["DAYS", "Days"],
]);

interface ScenarioFunction {
  readonly calculate: (...values: number[]) => number;
  readonly maximumArguments: number;
}

/** `log` is not among them: it is to base 10 in Excel and natural elsewhere. */
const FUNCTIONS: ReadonlyMap<string, ScenarioFunction> = new Map([
  ["abs", { calculate: Math.abs, maximumArguments: 1 }],
  ["exp", { calculate: Math.exp, maximumArguments: 1 }],
  ["ln", { calculate: Math.log, maximumArguments: 1 }],
  ["max", { calculate: Math.max, maximumArguments: 20 }],
  ["min", { calculate: Math.min, maximumArguments: 20 }],
  ["sqrt", { calculate: Math.sqrt, maximumArguments: 1 }],
]);

/** By mathjs's name of the operation, since signs mean several things. */
const OPERATORS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ["add", (a, b) => a + b],
  ["subtract", (a, b) => a - b],
  ["multiply", (a, b) => a * b],
  ["divide", (a, b) => a / b],
  ["pow", (a, b) => a ** b],
]);

const SIGNS: ReadonlyMap<string, (a: number) => number> = new Map([
  ["unaryMinus", (a) => -a],
  ["unaryPlus", (a) => a],
]);

/** What else mathjs can parse, in a trader's words. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ["AccessorNode", "a property or an index of something"],
  ["ArrayNode", "a list in square brackets"],
  ["AssignmentNode", "an assignment (=)"],
  ["BlockNode", "several statements"],
  ["ConditionalNode", "a condition (? :)"],
  ["FunctionAssignmentNode", "a function definition"],
  ["IndexNode", "an index"],
  ["ObjectNode", "an object in braces"],
  ["RangeNode", "a range (:)"],
  ["RelationalNode", "a comparison"],
]);

const EXAMPLE = "SPX * 0.9, VIX + 5";
const ALLOWED = `numbers, + - * / ^, parentheses, ${[...VARIABLES.keys()].join(", ")} and ${[...FUNCTIONS.keys()].join(", ")}`;

/** Characters: mathjs goes down a level for every bracket, and must not run out of stack. */
const MAXIMUM_LENGTH = 300;

/** Nodes of a part's tree. */
const MAXIMUM_NODES = 100;

/** As PNL takes them: SPX above zero and at most doubled, VIX in points, at most a hundred years. */
const LARGEST_SPOT_SHOCK = 1;
const LOWEST_VIX = 1;
const HIGHEST_VIX = 1000;
const MOST_DAYS = 36500;

// Declared as possibly undefined, which it is only in a build of mathjs without it.
const { parse } = create(parseDependencies!);

/** The parts that say something. A separator within brackets belongs to the expression, as in max(SPX, 4000). */
function splitParts(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (depth <= 0 && ",;\n\r".includes(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function compilePart(part: string): { subject: ScenarioSubject; formula: Formula } {
  const labelled = /^([A-Za-z_]\w*)\s*:(.*)$/s.exec(part);
  const label = labelled?.[1];
  const labelSubject = label === undefined ? undefined : SUBJECTS.get(label.toUpperCase());
  if (label !== undefined && labelSubject === undefined) {
    throw problem(`${showCell(label)} cannot be set: before a colon stand SPX, VIX or Days`);
  }
  const reading = new Reading(part);
  const formula = reading.compile(parsePart(part, labelled?.[2] ?? part));
  return { subject: labelSubject ?? soleSubject(part, reading.mentioned), formula };
}

/** What an expression without a label sets. */
function soleSubject(part: string, mentioned: ReadonlySet<Variable>): ScenarioSubject {
  if (mentioned.has("SPX") && mentioned.has("VIX")) {
    throw problem(
      `${showCell(part)} mentions both SPX and VIX: write the one it sets and a colon before it, as in VIX: VIX + SPX / 1000`,
    );
  }
  if (mentioned.has("SPX")) return "SPX";
  if (mentioned.has("VIX")) return "VIX";
  throw problem(
    `${showCell(part)} mentions neither SPX nor VIX: write the new level of one of them, as in ${EXAMPLE}`,
  );
}

function parsePart(part: string, expression: string): Tree {
  // Here, not in the tree: mathjs takes 5% + 10 for a remainder, and its time to tell doubles with every percent sign.
  if (expression.includes("%")) {
    throw problem(`${showCell(part)} has a percent sign: write 5% as 0.05, as in SPX * (1 - 0.05)`);
  }
  // A comment leaves no node behind.
  if (expression.includes("#")) throw problem(`${showCell(part)} has the sign #: allowed are ${ALLOWED}`);
  try {
    return parse(expression) as unknown as Tree;
  } catch {
    throw problem(`${showCell(part)} cannot be read as an expression: write it as in ${EXAMPLE}`);
  }
}

/** The nodes of mathjs's tree that we read. Any other has a `type` that `compile` does not know. */
type Tree =
  | { readonly type: "ConstantNode"; readonly value: unknown }
  | { readonly type: "SymbolNode"; readonly name: string }
  | { readonly type: "ParenthesisNode"; readonly content: Tree }
  | {
      readonly type: "OperatorNode";
      readonly op: string;
      readonly fn: string;
      readonly implicit: boolean;
      readonly args: readonly Tree[];
    }
  | {
      readonly type: "FunctionNode";
      readonly fn: Tree;
      readonly optional: boolean;
      readonly args: readonly Tree[];
    };

/** One part on its way from a tree to a formula. */
class Reading {
  readonly mentioned = new Set<Variable>();
  private nodes = 0;

  constructor(private readonly part: string) {}

  compile(node: Tree): Formula {
    this.nodes += 1;
    if (this.nodes > MAXIMUM_NODES) {
      throw problem(`${showCell(this.part)} is too long: at most ${MAXIMUM_NODES} numbers, names and signs`);
    }
    switch (node.type) {
      case "ConstantNode":
        return this.constant(node.value);
      case "SymbolNode":
        return this.variable(node.name);
      case "ParenthesisNode":
        return this.compile(node.content);
      case "OperatorNode":
        return this.operator(node.op, node.fn, node.implicit, node.args);
      case "FunctionNode":
        return this.call(node.fn, node.optional, node.args);
      default:
        return this.refuse(REFUSED.get((node as { type: string }).type) ?? "something unknown");
    }
  }

  private constant(value: unknown): Formula {
    if (typeof value === "number" && Number.isFinite(value)) return () => value;
    if (typeof value === "string") return this.refuse(`the text ${showCell(value)}`);
    // A part without an expression, as in `VIX:`.
    if (value === undefined) return this.refuse("nothing to calculate");
    return this.refuse(`the constant ${String(value)}`);
  }

  private variable(name: string): Formula {
    const variable = VARIABLES.get(name.toUpperCase());
    if (variable === undefined) return this.refuse(`the name ${showCell(name)}`);
    this.mentioned.add(variable);
    return (state) => levelOf(state, variable);
  }

  private operator(op: string, fn: string, implicit: boolean, args: readonly Tree[]): Formula {
    if (implicit) return this.refuse("two terms side by side without a sign");
    const sign = SIGNS.get(fn);
    const calculate = OPERATORS.get(fn);
    const [first, second] = args;
    if (sign !== undefined && first !== undefined && args.length === 1) {
      const a = this.compile(first);
      return (state) => sign(a(state));
    }
    if (calculate !== undefined && first !== undefined && second !== undefined && args.length === 2) {
      const a = this.compile(first);
      const b = this.compile(second);
      return (state) => calculate(a(state), b(state));
    }
    return this.refuse(`the operator ${op}`);
  }

  private call(fn: Tree, optional: boolean, args: readonly Tree[]): Formula {
    // What is called must be a plain name: mathjs also parses calls of what an expression gives.
    if (fn.type !== "SymbolNode" || optional) return this.refuse("a call of something that is not a name");
    const found = FUNCTIONS.get(fn.name.toLowerCase());
    if (found === undefined) return this.refuse(`the function ${showCell(fn.name)}`);
    if (args.length < 1 || args.length > found.maximumArguments) {
      return this.refuse(`${fn.name} with ${args.length} numbers (it takes ${howMany(found)})`);
    }
    const values = args.map((argument) => this.compile(argument));
    return (state) => found.calculate(...values.map((value) => value(state)));
  }

  private refuse(found: string): never {
    throw problem(`${showCell(this.part)} has ${found}: allowed are ${ALLOWED}`);
  }
}

function howMany({ maximumArguments }: ScenarioFunction): string {
  return maximumArguments === 1 ? "one" : `1 to ${maximumArguments}`;
}

function shocksOf(formulas: ReadonlyMap<ScenarioSubject, Formula>, state: ScenarioState): ScenarioShocks {
  let shocks: ScenarioShocks = { spotShock: 0, vixShock: 0 };
  for (const [subject, formula] of formulas) {
    const after = formula(state);
    if (subject === "Days") {
      checkResult("Days", after, 0, MOST_DAYS);
      shocks = { ...shocks, days: after };
    } else if (subject === "VIX") {
      checkResult("VIX", after, LOWEST_VIX, HIGHEST_VIX);
      shocks = { ...shocks, vixShock: withoutNoise(after - levelOf(state, "VIX")) };
    } else {
      shocks = { ...shocks, spotShock: spotShockTo(after, levelOf(state, "SPX")) };
    }
  }
  return shocks;
}

function spotShockTo(after: number, before: number): number {
  const spotShock = withoutNoise(after / before - 1);
  // The shock is checked, too: beside a large SPX a tiny one rounds to a loss of the whole.
  if (after > 0 && spotShock > -1 && spotShock <= LARGEST_SPOT_SHOCK) return spotShock;
  throw problem(
    `the scenario takes SPX from ${before} to ${after}: it must stay above 0 and at most double, as in SPX * 0.9`,
  );
}

/** Twelve decimals: SPX * 0.9 is the shock -0.1 to whoever reads it in a formula, not -0.09999999999999998. */
function withoutNoise(shock: number): number {
  // Adding zero takes the sign off a negative zero.
  return Number(shock.toFixed(12)) + 0;
}

function checkResult(subject: ScenarioSubject, value: number, min: number, max: number): void {
  if (value >= min && value <= max) return;
  throw problem(
    `the scenario takes ${subject} to ${withoutNoise(value)}: it must lie between ${min} and ${max}`,
  );
}

function levelOf(state: ScenarioState, variable: Variable): number {
  const level = state[variable];
  if (level !== undefined && level > 0 && Number.isFinite(level)) return level;
  throw problem(`the scenario needs ${variable}: give its level in the market, a positive number`);
}

function problem(message: string): InputError {
  return new InputError("scenario", message);
}
