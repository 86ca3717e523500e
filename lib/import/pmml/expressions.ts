import { binary, number, variable } from "../../formula/build";
import type { Counts } from "../estimator/description";
import { exponential, mapCell, type Algebra, type Cell } from "../estimator/sums";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import { apply } from "./apply";
import type { Fields } from "./fields";
import { continuous, discretized, mapped } from "./maps";
import { constantOf, MOST_ARGUMENTS, type Scope, type Value } from "./scope";
import { numberOf, type Element } from "./xml";

const DEEPEST = 200;
/** The elements of a derived field that are read. */
export const EXPRESSIONS_READ = [
  "Constant",
  "FieldRef",
  "Apply",
  "NormContinuous",
  "NormDiscrete",
  "Discretize",
  "MapValues",
];

/** Computes what elements of expressions say, over the fields of a model. */
export class Expressions implements Scope {
  private readonly derived = new Map<string, Element>();
  private readonly open = new Set<string>();
  private depth = 0;

  constructor(
    readonly fields: Fields,
    readonly workspace: Workspace,
  ) {}

  /** Derived fields are computed where they are asked for. */
  add(transformations: Element | undefined): void {
    for (const field of transformations?.all("DerivedField") ?? []) this.derived.set(field.need("name"), field);
  }

  /** The cell of a field, by its name. */
  field(name: string, of: Element): Cell {
    const known = this.fields.get(name);
    if (known) return known;
    const derived = this.derived.get(name);
    if (!derived) return of.refuse(`there is no field ${JSON.stringify(name.slice(0, 60))}`);
    if (this.open.has(name)) return of.refuse(`${JSON.stringify(name.slice(0, 60))} is derived of itself`);
    this.open.add(name);
    const [expression, other] = derived.children.filter(
      (child) => !["Extension", "Value", "Interval"].includes(child.name),
    );
    if (!expression || other) return derived.refuse("it is not one expression");
    const cell = this.cell(expression);
    const named = cell.kind === "sum" ? cell : { ...cell, label: this.labelOf(name, cell) };
    this.fields.set(name, named);
    return named;
  }

  /** What an expression is for each row. */
  cell(element: Element): Cell {
    const value = this.value(element);
    if ("cell" in value) return value.cell;
    if (typeof value.constant === "string") return element.refuse("it is a text, and a number is needed");
    return { kind: "value", label: String(value.constant), expression: number(value.constant) };
  }

  column(element: Element): Column {
    const cell = this.cell(element);
    return cell.kind === "sum" ? element.refuse("it comes after the linear sum") : cell;
  }

  /** 1 where a field has a value and 0 elsewhere. */
  indicator(name: string, text: string, missing: Counts, of: Element): Column {
    const field = this.fields.given(name);
    if (field?.isCategory) {
      const id = variable(field.codeId(this.workspace, missing));
      return {
        kind: "value",
        label: `${name} = ${text}`,
        expression: binary("==", id, number(field.codeOf(field.levelOf(text)))),
      };
    }
    const cell = this.field(name, of);
    // A derived field that is true or false is 1 or 0.
    const value = /^true$/i.test(text) ? 1 : /^false$/i.test(text) ? 0 : numberOf(text);
    if (value === undefined) return of.refuse(`${name.slice(0, 60)} has no level ${JSON.stringify(text.slice(0, 60))}`);
    return mapCell(
      cell,
      this.algebra(of),
      (each) => binary("==", each, number(value)),
      `${cell.kind === "sum" ? name : cell.label} = ${text}`,
    );
  }

  /** The product of fields. */
  product(references: Element[], of: Element): Column {
    if (references.length === 0 || references.length > MOST_ARGUMENTS) of.refuse(`it has ${references.length} factors`);
    const columns = references.map((reference) => this.column(reference));
    const factors = columns.map((column) => this.algebra(of).number(column));
    const expression = factors.reduce((left, right) => binary("*", left, right));
    return { kind: "value", label: columns.map(({ label }) => label).join(" · "), expression };
  }

  /** e to the power of a cell. */
  exponential(cell: Cell, of: Element): Cell {
    return exponential(cell, this.algebra(of));
  }

  algebra(of: Element): Algebra {
    return {
      workspace: this.workspace,
      number: (column) => {
        if (column.kind === "input" && this.fields.isText(column.input)) {
          of.refuse(`it takes ${column.label.slice(0, 60)} as a number`);
        }
        return this.workspace.numberOf(column);
      },
      refuse: (reason) => of.refuse(reason),
    };
  }

  value(element: Element): Value {
    if (++this.depth > DEEPEST)
      throw new ImportError("the model in PMML computes a field in too many steps to be read");
    this.workspace.spend(1);
    const value = this.read(element);
    this.depth--;
    if ("cell" in value && value.cell.kind !== "sum") this.workspace.check([value.cell]);
    return value;
  }

  private read(element: Element): Value {
    switch (element.name) {
      case "Constant":
        return { constant: constantOf(element) };
      case "FieldRef":
        return { cell: this.filled(this.field(element.need("field"), element), element) };
      case "Apply":
        return { cell: this.filled(apply(this, element), element) };
      case "NormContinuous":
        return { cell: continuous(this, element) };
      case "NormDiscrete": {
        const indicator = this.indicator(element.need("field"), element.need("value"), "missing", element);
        return { cell: this.filled(indicator, element) };
      }
      case "Discretize":
        return { cell: discretized(this, element) };
      case "MapValues":
        return { cell: mapped(this, element) };
    }
    return element.refuse(`${EXPRESSIONS_READ.join(", ")} are read`);
  }

  /** The number that stands for a missing value. */
  filled(cell: Cell, element: Element): Cell {
    if (element.get("mapMissingTo") === undefined || cell.kind === "sum") return cell;
    return this.workspace.fill(cell, element.number("mapMissingTo"));
  }

  private labelOf(name: string, cell: Column): string {
    const isWrapped =
      /^\w+\(.*\)$/.test(name) && cell.label !== "if" && cell.kind === "value" && name.includes(cell.label);
    return isWrapped ? cell.label : name;
  }
}
