import { binary, call, number, variable } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { FUNCTION_NAMES, RESERVED_NAMES } from "../../formula/parse";
import { distinctNames, mapOperands, operandsOf } from "../../formula/tree";
import { ImportError } from "../import-error";
import type { Level, Lookup, Reading } from "./description";
import type { Fitted } from "./fitted";

/** A column on its way through the steps of a model. */
export type Column =
  /** An input as it comes: a number or a category, as the step that takes it decides. */
  | { kind: "input"; input: number; label: string; fill: Level | undefined }
  | { kind: "value"; label: string; expression: Expression };

/** What a step does to columns. */
export type Transform = (step: Fitted, columns: Column[], workspace: Workspace) => Column[];

const MOST_INPUTS = 10_000;
const MOST_COLUMNS = 20_000;
/** Operations of all columns, each counted as often as it is written. */
const MOST_OPERATIONS = 200_000;
const MOST_STEPS = 100;
const DEEPEST_STEPS = 20;
/** Columns and levels that all steps together may make. */
const MOST_MADE = 80_000;
const LONGEST_LABEL = 200;
/** Operations within operations of one formula. */
const DEEPEST_FORMULA = 300;

/** How many operations a formula has, and how deep they are. */
interface Size {
  operations: number;
  depth: number;
}

const NAME: Size = { operations: 1, depth: 1 };

/** Inputs and their readings while a model is read, and the bounds of what a file may make of them. */
export class Workspace {
  readonly readings: Reading[] = [];
  readonly steps: string[] = [];
  /** What a publisher should know of steps, as sentences. */
  readonly notes: string[] = [];
  readonly ids: string[] = [];
  private readonly byId = new Map<string, Reading>();
  private readonly byUse = new Map<string, Reading>();
  private readonly taken = new Set<string>([...FUNCTION_NAMES, ...RESERVED_NAMES]);
  private readonly sizes = new Map<Expression, Size>();
  private readonly positions = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly open = new Set<Reading>();
  private made = 0;
  private count = 0;
  private depth = 0;

  /**
   * @param names of the inputs, null for one that the file does not name
   * @param apply knows the steps of scikit-learn, where the file is one of its own
   */
  constructor(
    readonly names: (string | null)[],
    private readonly apply: Transform = (step) => step.refuse("no such step is known here"),
  ) {
    if (names.length > MOST_INPUTS) throw new ImportError("the model in the file takes too many inputs to be served");
    for (const [index, name] of names.entries()) {
      this.ids.push(this.newId(slug(name ?? `x${index + 1}`)));
      if (name !== null && !this.positions.has(name)) this.positions.set(name, index);
    }
  }

  /** A column for each input. */
  start(): Column[] {
    return this.names.map((_, input) => ({ kind: "input", input, label: this.labelOf(input), fill: undefined }));
  }

  labelOf(input: number): string {
    return this.names[input]?.slice(0, LONGEST_LABEL) ?? `feature ${input + 1}`;
  }

  /** The position of the input of a name. */
  positionOf(name: string): number | undefined {
    return this.positions.get(name);
  }

  /** Count what a step makes, before it is made. */
  spend(count: number): void {
    this.made += count;
    if (this.made > MOST_MADE) throw tooMany();
  }

  /** What a step, or a step of steps, makes of columns. @throws ImportError for a step that is not known */
  transform(step: Fitted, columns: Column[]): Column[] {
    if (++this.count > MOST_STEPS || ++this.depth > DEEPEST_STEPS) {
      throw new ImportError("the model in the file has too many steps, or steps within steps, to be read");
    }
    this.spend(columns.length);
    const after = this.apply(step, columns, this);
    this.depth--;
    this.check(after);
    return after.map((column) => ({ ...column, label: column.label.slice(0, LONGEST_LABEL) }));
  }

  /** @throws ImportError where columns are too many, or their formulas too long together */
  check(columns: Column[]): void {
    if (columns.length > MOST_COLUMNS) throw tooMany();
    let operations = 0;
    for (const column of columns) {
      const size = column.kind === "value" ? this.sizeOf(column.expression) : NAME;
      // What later steps make of a column, they make of its formula as a whole: its size is counted once.
      if (column.kind === "value" && size.operations > 1) this.sizes.set(column.expression, size);
      operations += size.operations;
      if (size.depth > DEEPEST_FORMULA) throw tooDeep();
    }
    if (operations > MOST_OPERATIONS) throw tooMany();
  }

  /** The formula of a column as a number. */
  numberOf(column: Column): Expression {
    if (column.kind === "value") return column.expression;
    const { fill } = column;
    if (typeof fill === "string")
      throw new ImportError(`${column.label} is filled with the text ${JSON.stringify(fill)} and taken as a number`);
    return variable(this.reading(column.input, null, fill === undefined ? null : Number(fill)).id);
  }

  /** A column that is computed of another as a number. */
  map(column: Column, change: (value: Expression) => Expression, label = column.label): Column {
    return { kind: "value", label, expression: change(this.numberOf(column)) };
  }

  /** The reading of an input for one use; the same one for the same use. */
  reading(input: number, lookup: Lookup | null, fill: number | null): Reading {
    const use = lookup ? null : `${input} ${fill}`;
    const known = use === null ? undefined : this.byUse.get(use);
    if (known) return known;
    const own = this.ids[input]!;
    const reading = { id: this.byId.has(own) ? this.newId(own) : own, input, lookup, fill };
    this.readings.push(reading);
    const counts = lookup ? [lookup.missing, lookup.unknown, ...lookup.values] : ["missing"];
    if (fill === null && counts.includes("missing")) this.open.add(reading);
    this.byId.set(reading.id, reading);
    if (use !== null) this.byUse.set(use, reading);
    return reading;
  }

  /** The same column with a number where it would be missing. */
  fill(column: Column, value: Level): Column {
    if (column.kind === "input") return column.fill === undefined ? { ...column, fill: value } : column;
    const { expression } = column;
    if (typeof value === "string")
      throw new ImportError(`${column.label} is a number and filled with the text ${JSON.stringify(value)}`);
    const open = this.openReadings(expression);
    if (open.length === 0) return column;
    if (expression.kind === "name") {
      const [{ input, lookup }] = open as [Reading];
      return { ...column, expression: variable(this.reading(input, lookup, Number(value)).id) };
    }
    // With a 1 for each value that is missing, the formula has a value, which a factor of 0 takes away.
    const closed = new Map(open.map(({ id, input, lookup }) => [id, this.reading(input, lookup, 1).id]));
    const rename = (part: Expression): Expression =>
      part.kind === "name" ? variable(closed.get(part.name) ?? part.name) : mapOperands(part, rename);
    const isMissing = anyOf([...closed.values()].map((id) => call("missing", variable(id))));
    const present = binary("*", binary("-", number(1), isMissing), rename(expression));
    return { ...column, expression: binary("+", binary("*", isMissing, number(Number(value))), present) };
  }

  /** The names in formulas that leave a column without a value where theirs is missing. */
  openIds(column: Column): string[] {
    if (column.kind === "input") return column.fill === undefined ? [this.reading(column.input, null, null).id] : [];
    return this.openReadings(column.expression).map(({ id }) => id);
  }

  /** 1 where a column is missing, 0 elsewhere. */
  isMissing(column: Column): Column {
    const names =
      column.kind === "input"
        ? [this.reading(column.input, null, null).id]
        : this.openReadings(column.expression).map(({ id }) => id);
    const expression = names.length === 0 ? number(0) : anyOf(names.map((id) => call("missing", variable(id))));
    return { kind: "value", label: `${column.label} is missing`, expression };
  }

  /** The readings that leave a formula without a value where theirs is missing. */
  openReadings(expression: Expression): Reading[] {
    return this.readingsOf(expression).filter((reading) => this.open.has(reading));
  }

  /** The readings in a formula that count with their value, not only by whether they have one. */
  readingsOf(expression: Expression): Reading[] {
    const shown = (part: Expression): Expression =>
      part.kind === "call" && part.function === "missing" ? number(0) : mapOperands(part, shown);
    return distinctNames(shown(expression)).flatMap((id) => this.byId.get(id) ?? []);
  }

  private sizeOf(expression: Expression): Size {
    const known = this.sizes.get(expression);
    if (known) return known;
    let [operations, depth] = [1, 1];
    for (const part of operandsOf(expression)) {
      const size = this.sizeOf(part);
      operations += size.operations;
      depth = Math.max(depth, size.depth + 1);
    }
    return { operations, depth };
  }

  private newId(wanted: string): string {
    let count = this.counts.get(wanted) ?? 1;
    let id = count === 1 ? wanted : `${wanted}_${count}`;
    while (this.taken.has(id)) id = `${wanted}_${++count}`;
    this.counts.set(wanted, count);
    this.taken.add(id);
    return id;
  }
}

/** The first labels of columns, and how many more there are. */
export function labelsOf(columns: { label: string }[]): string {
  const names = columns.slice(0, 6).map(({ label }) => label);
  const more = columns.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}

const anyOf = (parts: Expression[]): Expression => (parts.length === 1 ? parts[0]! : call("max", ...parts));

const tooMany = () => new ImportError("the model in the file has too many columns to be served as one");

const tooDeep = () => new ImportError("the model in the file computes a column in too many steps to be read");

/** A name as formulas have it: small letters, digits and underscores. */
function slug(name: string): string {
  const plain = name
    .slice(0, LONGEST_LABEL)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
  return /^[a-z]/.test(plain) ? plain : `x_${plain}`.replace(/_$/, "");
}
