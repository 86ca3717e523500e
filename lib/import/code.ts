import { binary, call, number, variable } from "../formula/build";
import type { Expression } from "../formula/expression";
import { compileFormula, expressionText, RESERVED_NAMES } from "../formula/parse";
import { distinctNames, mapOperands, operandsOf } from "../formula/tree";
import { INTERCEPT, type OwnCoding } from "../model/predictor";
import type { Transform } from "../model/scale";
import type { Counts, Inverse, Level, ModelDescription, Reading } from "./estimator/description";
import { ImportError } from "./import-error";

/** What is assumed where an input is not given; undefined where it must be. */
type Assumed = number | string | undefined;

/** An input of a model from a file as a description of a model has it. */
export interface CodedInput {
  kind: "number" | "category";
  /** Texts, each once. */
  levels: string[];
  /** Of each level, what the file has for it; null for no value. */
  values: (Level | null)[];
  /** Whether texts that are not listed have an estimate. */
  other: boolean;
  assumed: Assumed;
  /** A value that the file itself takes for usual, such as the mean of a scaler. */
  typical: number | undefined;
}

/** A model from a file in the terms of a bundle. */
export interface CodedModel {
  inputs: CodedInput[];
  /** Formulas of inputs that have no value for some of their values: a form says so before the model is evaluated. */
  derived: { name: string; formula: string }[];
  coding: OwnCoding;
  /** Names of the columns, intercept first, and the weight of each. */
  terms: string[];
  coefficients: number[];
  transform: Transform;
}

const TRANSFORMS: Record<Inverse, Transform> = { identity: "identity", exp: "log", expm1: "log1p", square: "sqrt" };
/** What a category without a value is called, where the file has a way of its own with it. */
const NOT_STATED = "not stated";
const MOST_LEVELS = 5000;
const LONGEST_NAME = 120;
/** Derived features of a description, and characters of their formulas. */
const MOST_DERIVED = 200;
const LONGEST_DERIVED = 500;

/**
 * Write the columns of a model as formulas over inputs by their new names and over readings of categories: numbers by level.
 *
 * @param names of the inputs, by their position
 * @throws ImportError where the model does something with a value that no form can ask for
 */
export function codeModel(description: ModelDescription, names: string[]): CodedModel {
  const coder = new Coder(description, names);
  const expressions = description.columns.map(({ expression }) => coder.rewrite(expression));
  const inputs = description.inputs.map((_, position) => coder.describe(position, expressions));
  const terms = new Set([INTERCEPT]);
  const derived = new Map<string, string>();
  const columns = expressions.map((expression, index) => {
    const name = unlike(coder.nameOf(expression, description.columns[index]!.label), terms);
    terms.add(name);
    const formula = expressionText(expression);
    if (!isPartial(expression) || !distinctNames(expression).every((each) => names.includes(each)))
      return { name, formula };
    const known = derived.get(formula);
    if (known === undefined && (derived.size >= MOST_DERIVED || formula.length > LONGEST_DERIVED))
      return { name, formula };
    const own = known ?? nameOfFormula(formula, [...names, ...derived.values()]);
    derived.set(formula, own);
    return { name, formula: own };
  });
  return {
    inputs,
    derived: [...derived].map(([formula, name]) => ({ name, formula })),
    coding: { readings: coder.readingsOf(distinct(expressions)), columns },
    terms: [...terms],
    coefficients: [description.intercept, ...description.coefficients],
    transform: TRANSFORMS[description.inverse],
  };
}

/** Whether a formula has no value for some numbers, overflow aside. */
function isPartial(expression: Expression): boolean {
  if (expression.kind === "call" && ["log", "log1p", "sqrt"].includes(expression.function)) return true;
  if (expression.kind === "binary") {
    const { operator, right } = expression;
    if (operator === "/" && right.kind !== "number") return true;
    if (operator === "^" && !(right.kind === "number" && Number.isInteger(right.value) && right.value > 0)) return true;
  }
  return operandsOf(expression).some(isPartial);
}

/** "log_power" of "log(power)". */
function nameOfFormula(formula: string, taken: string[]): string {
  const plain = formula
    .replace(/[^a-z0-9]+/gi, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase()
    .slice(0, 34);
  const begun = /^[a-z]/.test(plain) ? plain : `f_${plain}`;
  let name = begun;
  for (let count = 2; taken.includes(name) || RESERVED_NAMES.includes(name); count++) name = `${begun}_${count}`;
  return name;
}

const distinct = (expressions: Expression[]) => new Set(expressions.flatMap(distinctNames));

function unlike(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}

/** The numbers of a category for one of its readings: by level, of a text that is not listed, and of no value. */
interface Numbers {
  input: number;
  of: (level: Level) => number | undefined;
  other: number | undefined;
  missing: number | undefined;
}

interface CodedLevels {
  /** Each level with its text. */
  levels: { level: Level | null; text: string }[];
  other: boolean;
  assumed: string | undefined;
}

class Coder {
  private readonly readings: Map<string, Reading>;
  private readonly numbers = new Map<string, Numbers>();
  private readonly categories = new Map<number, CodedLevels>();
  private readonly fills = new Map<number, number>();

  constructor(
    private readonly description: ModelDescription,
    private readonly names: string[],
  ) {
    this.readings = new Map(description.readings.map((reading) => [reading.id, reading]));
    for (const { input, lookup, fill } of description.readings) {
      if (!lookup && fill !== null && !this.fills.has(input)) this.fills.set(input, fill);
    }
  }

  /** A column over the new names: of inputs that are numbers, and of the readings of categories. */
  rewrite(expression: Expression): Expression {
    if (expression.kind === "name") return this.valueOf(this.readings.get(expression.name)!);
    if (expression.kind === "call" && expression.function === "missing") {
      const [operand] = expression.arguments;
      if (operand?.kind !== "name") throw new ImportError("the model asks whether a formula is missing");
      return this.isMissing(this.readings.get(operand.name)!);
    }
    const { kind } = expression;
    if (kind === "binary" && expression.operator === "==") {
      const level = this.isLevel(expression.left, expression.right);
      if (level) return level;
    }
    return mapOperands(expression, (part) => this.rewrite(part));
  }

  /** Of an input that is a number everywhere else, whether it is at a level: `seats == 5`. */
  private isLevel(left: Expression, right: Expression): Expression | undefined {
    const reading = left.kind === "name" ? this.readings.get(left.name) : undefined;
    if (!reading?.lookup || this.isCategory(reading) || right.kind !== "number") return undefined;
    const { levels, values } = this.openLookup(reading);
    const own = levels.filter((_, index) => values[index] === right.value);
    const tests = own.map((level) => binary("==", this.valueOf({ ...reading, lookup: null }), number(Number(level))));
    return tests.length === 0 ? number(0) : tests.reduce((sum, test) => binary("+", sum, test));
  }

  private isCategory({ input }: Reading): boolean {
    return this.description.inputs[input]!.kind === "category";
  }

  private valueOf(reading: Reading): Expression {
    const { input, lookup, fill } = reading;
    if (this.isCategory(reading)) return variable(this.note(reading, "code"));
    const name = variable(this.names[input]!);
    if (lookup) {
      const { levels, values, unknown } = this.openLookup(reading);
      return levels.reduce<Expression>((sum, level, index) => {
        const more = binary("*", number(Number(values[index]) - unknown), binary("==", name, number(Number(level))));
        return binary("+", sum, more);
      }, number(unknown));
    }
    const assumed = this.fills.get(input);
    if (fill === null || fill === assumed) return name;
    const missing = call("missing", name);
    return binary("+", binary("*", missing, number(fill)), binary("*", binary("-", number(1), missing), name));
  }

  private openLookup({ input, lookup }: Reading) {
    const { levels, values, unknown } = lookup!;
    if (typeof unknown !== "number" || values.some((value) => typeof value !== "number")) {
      const { name, id } = this.description.inputs[input]!;
      throw new ImportError(`the model takes ${name ?? id} both as a number and as one of a few levels`);
    }
    return { levels, values, unknown };
  }

  private isMissing(reading: Reading): Expression {
    if (this.isCategory(reading)) return variable(this.note(reading, "missing"));
    return call("missing", variable(this.names[reading.input]!));
  }

  /** The name of a reading of a category, whose numbers are kept. */
  private note({ id, input, lookup, fill }: Reading, what: "code" | "missing"): string {
    const name = this.free(what === "code" ? `${id}_code` : `${id}_is_missing`);
    if (this.numbers.has(name)) return name;
    const { levels, values, unknown, missing } = lookup ?? { levels: [], values: [], unknown: 0, missing: "missing" };
    const byLevel = new Map(levels.map((level, index) => [level, values[index]!]));
    const numberOf = (counts: Counts): number | undefined => {
      if (what === "missing") return counts === "refused" ? undefined : Number(counts === "missing");
      return counts === "missing" ? (fill ?? undefined) : counts === "refused" ? undefined : counts;
    };
    this.numbers.set(name, {
      input,
      of: (level) => numberOf(byLevel.get(level) ?? unknown),
      other: numberOf(unknown),
      missing: numberOf(missing),
    });
    return name;
  }

  private free(name: string): string {
    return this.names.includes(name) ? this.free(`${name}_`) : name;
  }

  /** The levels of a category that have an estimate, and what stands for no value: a level that counts the same, or one more. */
  private levelsOf(position: number): CodedLevels {
    const known = this.categories.get(position);
    if (known) return known;
    const input = this.description.inputs[position]!;
    const readings = [...this.numbers.values()].filter((each) => each.input === position);
    const label = input.name ?? input.id;
    const byText = new Map<string, Level>();
    for (const level of input.levels) {
      if (readings.some((reading) => reading.of(level) === undefined)) continue;
      const text = textOf(level);
      if (text === "") continue;
      if (byText.has(text)) {
        throw new ImportError(
          `the levels ${JSON.stringify(byText.get(text))} and ${JSON.stringify(level)} of ${label} differ by spaces or type alone`,
        );
      }
      byText.set(text, level);
    }
    if (byText.size > MOST_LEVELS)
      throw new ImportError(`${label} has ${byText.size} levels; at most ${MOST_LEVELS} can be served`);
    const levels: CodedLevels["levels"] = [...byText].map(([text, level]) => ({ level, text }));
    let assumed: string | undefined;
    if (input.optional && readings.every(({ missing }) => missing !== undefined)) {
      const same = levels.find(({ level }) => readings.every((each) => each.of(level!) === each.missing));
      assumed = same?.text ?? unlike(NOT_STATED, new Set(byText.keys()));
      if (!same) levels.push({ level: null, text: assumed });
    }
    const coded = { levels, other: input.otherLevels && readings.every(({ other }) => other !== undefined), assumed };
    this.categories.set(position, coded);
    return coded;
  }

  describe(position: number, expressions: Expression[]): CodedInput {
    const input = this.description.inputs[position]!;
    if (input.kind === "category") {
      const { levels, other, assumed } = this.levelsOf(position);
      const texts = levels.map(({ text }) => text);
      return {
        kind: "category",
        levels: texts,
        values: levels.map(({ level }) => level),
        other,
        assumed,
        typical: undefined,
      };
    }
    const fill = this.fills.get(position);
    const name = this.names[position]!;
    const assumed =
      fill === undefined || !input.optional ? undefined : (this.equivalent(name, fill, expressions) ?? fill);
    return {
      kind: "number",
      levels: [],
      values: [],
      other: false,
      assumed,
      typical: assumed ?? centreOf(name, expressions),
    };
  }

  /**
   * The value that counts as much as no value does, where the columns of an input have one that is a straight line: what a
   * scaler makes 0 where an imputer behind it fills with 0. Undefined where there is none.
   */
  private equivalent(name: string, fill: number, expressions: Expression[]): number | undefined {
    const own = expressions.filter((expression) => distinctNames(expression).includes(name));
    const alone = own.find((expression) => distinctNames(expression).length === 1);
    if (!alone) return undefined;
    const over = (expression: Expression) =>
      compileFormula(
        { text: "", expression, names: [name] },
        () => 0,
        () => fill,
      );
    const first = over(alone);
    const [at0, at1, missing] = [first([0]), first([1]), first([NaN])];
    const value = (missing - at0) / (at1 - at0);
    const agrees = own.every((expression) => {
      if (distinctNames(expression).length > 1) return false;
      const [found, wanted] = [over(expression)([value]), over(expression)([NaN])];
      return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    });
    return agrees && Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined;
  }

  readingsOf(used: ReadonlySet<string>): OwnCoding["readings"] {
    return [...this.numbers].flatMap(([name, reading]) => {
      if (!used.has(name)) return [];
      const { levels, other } = this.levelsOf(reading.input);
      const values = levels.map(({ level }) => (level === null ? reading.missing! : reading.of(level)!));
      return [{ name, input: this.names[reading.input]!, values: other ? [...values, reading.other!] : values }];
    });
  }

  /** The name of a column: an input, "fuel[diesel]", a short formula, or what the file calls it. */
  nameOf(expression: Expression, label: string): string {
    if (expression.kind === "binary" && expression.operator === "==" && expression.left.kind === "name") {
      const reading = this.numbers.get(expression.left.name);
      const { right } = expression;
      if (reading && right.kind === "number") {
        const own = this.levelsOf(reading.input).levels.filter(({ level }) => {
          return (level === null ? reading.missing : reading.of(level)) === right.value;
        });
        return own.length === 1 ? `${this.names[reading.input]}[${own[0]!.text}]` : label;
      }
    }
    if (distinctNames(expression).some((name) => this.numbers.has(name))) return label;
    const text = expressionText(expression);
    return text.length <= LONGEST_NAME ? text : label;
  }
}

/** As a form and a table write a level; Python writes True and False. */
function textOf(level: Level): string {
  return typeof level === "boolean" ? (level ? "True" : "False") : String(level).trim();
}

/** What a scaler takes away from an input, which is its mean or median among the rows of the fit. */
function centreOf(name: string, expressions: Expression[]): number | undefined {
  for (const expression of expressions) {
    let part = expression;
    if (part.kind === "binary" && (part.operator === "/" || part.operator === "*")) part = part.left;
    if (part.kind !== "binary" || part.operator !== "-") continue;
    if (part.left.kind === "name" && part.left.name === name && part.right.kind === "number") return part.right.value;
  }
  return undefined;
}
