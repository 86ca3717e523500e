import { binary, call, number, variable } from "../../formula/build";
import type { BinaryOperator, Expression, FunctionName } from "../../formula/expression";
import type { Counts, Lookup } from "../estimator/description";
import { exponential, mapCell, weigh, withCell, withNumber, type Algebra, type Cell } from "../estimator/sums";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import type { Fields } from "./fields";
import { numberOf, type Element } from "./xml";

/** A number of the file, a text of it, or what is computed for each row. */
type Value = { constant: number | string } | { cell: Cell };

const DEEPEST = 200;
const MOST_ARGUMENTS = 50;
const OPERATORS: Record<string, BinaryOperator> = { "+": "+", "-": "-", "*": "*", "/": "/", pow: "^" };
const COMPARISONS: Record<string, BinaryOperator> = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessOrEqual: "<=",
  greaterThan: ">",
  greaterOrEqual: ">=",
};
const FUNCTIONS: Record<string, FunctionName> = { ln: "log", ln1p: "log1p", sqrt: "sqrt", abs: "abs" };
const OTHERS = [
  "exp",
  "expm1",
  "log10",
  "min",
  "max",
  "sum",
  "product",
  "if",
  "isMissing",
  "isNotMissing",
  "and",
  "or",
  "not",
];

/** The functions of Apply that are read. */
export const FUNCTIONS_READ = [
  ...Object.keys(OPERATORS),
  ...Object.keys(FUNCTIONS),
  ...Object.keys(COMPARISONS),
  ...OTHERS,
];
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
export class Expressions {
  private readonly derived = new Map<string, Element>();
  private readonly open = new Set<string>();
  private depth = 0;

  constructor(
    private readonly fields: Fields,
    private readonly workspace: Workspace,
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
    return cell.kind === "sum" ? element.refuse("it stands behind the linear sum") : cell;
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

  private value(element: Element): Value {
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
        return { cell: this.filled(this.apply(element), element) };
      case "NormContinuous":
        return { cell: this.continuous(element) };
      case "NormDiscrete": {
        const indicator = this.indicator(element.need("field"), element.need("value"), "missing", element);
        return { cell: this.filled(indicator, element) };
      }
      case "Discretize":
        return { cell: this.discretized(element) };
      case "MapValues":
        return { cell: this.mapped(element) };
    }
    return element.refuse(`${EXPRESSIONS_READ.join(", ")} are read`);
  }

  /** The number that stands for a missing value. */
  private filled(cell: Cell, element: Element): Cell {
    if (element.get("mapMissingTo") === undefined || cell.kind === "sum") return cell;
    return this.workspace.fill(cell, element.number("mapMissingTo"));
  }

  private apply(element: Element): Cell {
    const name = element.need("function");
    const parts = element.children.filter((child) => child.name !== "Extension");
    if (!FUNCTIONS_READ.includes(name))
      element.refuse(`the function ${name.slice(0, 60)} is not known; ${FUNCTIONS_READ.join(", ")} are`);
    if (parts.length === 0 || parts.length > MOST_ARGUMENTS) element.refuse(`${name} has ${parts.length} arguments`);
    const [first, second, third] = parts as [Element, Element?, Element?];
    const algebra = this.algebra(element);
    const count = parts.length;
    if (Object.hasOwn(OPERATORS, name) && second && count === 2)
      return this.arithmetic(OPERATORS[name]!, first, second, algebra);
    if (Object.hasOwn(COMPARISONS, name) && second && count === 2)
      return this.compare(COMPARISONS[name]!, first, second, element);
    if (Object.hasOwn(FUNCTIONS, name) && count === 1) {
      const cell = this.cell(first);
      return mapCell(
        cell,
        algebra,
        (value) => call(FUNCTIONS[name]!, value),
        cell.kind === "sum" ? name : `${name}(${cell.label})`,
      );
    }
    if (name === "if" && second && third && count === 3) return this.choose(first, second, third, element);
    const isOne = ["exp", "expm1", "log10", "isMissing", "isNotMissing", "not"].includes(name);
    if (isOne && count === 1) return this.applyOne(name, first, element);
    if (
      isOne ||
      ["if", ...Object.keys(OPERATORS), ...Object.keys(COMPARISONS), ...Object.keys(FUNCTIONS)].includes(name)
    ) {
      return element.refuse(`${name} has ${count} ${count === 1 ? "argument" : "arguments"}`);
    }
    if (name === "sum")
      return weigh(
        parts.map((part) => this.cell(part)),
        parts.map(() => 1),
        0,
        algebra,
      );
    const columns = parts.map((part) => this.column(part));
    const numbers = columns.map((column) => algebra.number(column));
    const label = `${name}(${columns.map((column) => column.label).join(", ")})`;
    if (name === "min" || name === "or" || name === "max" || name === "and") {
      const extreme = name === "min" || name === "and" ? "min" : "max";
      return { kind: "value", label, expression: call(extreme, ...numbers) };
    }
    return { kind: "value", label, expression: numbers.reduce((left, right) => binary("*", left, right)) };
  }

  private applyOne(name: string, part: Element, of: Element): Cell {
    const algebra = this.algebra(of);
    if (name === "isMissing" || name === "isNotMissing") {
      const missing = this.missing(part);
      return name === "isMissing"
        ? missing
        : mapCell(missing, algebra, (value) => binary("-", number(1), value), `${missing.label} not`);
    }
    const cell = this.cell(part);
    if (name === "exp") return exponential(cell, algebra);
    if (name === "expm1") return withNumber(exponential(cell, algebra), "-", 1, false, algebra);
    const label = cell.kind === "sum" ? name : `${name}(${cell.label})`;
    if (name === "not") return mapCell(cell, algebra, (value) => binary("-", number(1), value), label);
    return mapCell(cell, algebra, (value) => binary("/", call("log", value), number(Math.LN10)), label);
  }

  private missing(part: Element): Column {
    const column = this.column(part);
    const given = part.name === "FieldRef" ? this.fields.given(part.need("field")) : undefined;
    if (given?.replacement !== undefined)
      return { kind: "value", label: `${column.label} is missing`, expression: number(0) };
    return this.workspace.isMissing(column);
  }

  private arithmetic(operator: BinaryOperator, first: Element, second: Element, algebra: Algebra): Cell {
    const [left, right] = [this.value(first), this.value(second)];
    if ("constant" in left && "constant" in right) {
      return {
        kind: "value",
        label: "constant",
        expression: binary(
          operator,
          number(asNumber(left.constant, algebra)),
          number(asNumber(right.constant, algebra)),
        ),
      };
    }
    if ("cell" in left && "cell" in right) return withCell(left.cell, operator, right.cell, algebra);
    if ("cell" in left)
      return withNumber(
        left.cell,
        operator,
        asNumber((right as { constant: number }).constant, algebra),
        false,
        algebra,
      );
    return withNumber((right as { cell: Cell }).cell, operator, asNumber(left.constant, algebra), true, algebra);
  }

  private compare(operator: BinaryOperator, first: Element, second: Element, of: Element): Column {
    const [name, other] = first.name === "FieldRef" ? [first.get("field"), second] : [second.get("field"), first];
    const field = name === undefined ? undefined : this.fields.given(name);
    if (field?.isCategory && other.name === "Constant" && (operator === "==" || operator === "!=")) {
      const indicator = this.indicator(name!, String(constantOf(other)), "missing", of);
      return operator === "=="
        ? indicator
        : mapCell(indicator, this.algebra(of), (value) => binary("-", number(1), value), `not ${indicator.label}`);
    }
    const algebra = this.algebra(of);
    const [left, right] = [this.column(first), this.column(second)];
    return {
      kind: "value",
      label: `${left.label} ${operator} ${right.label}`,
      expression: binary(operator, algebra.number(left), algebra.number(right)),
    };
  }

  /** if(isMissing(x), number, f(x)) fills f; any other choice takes both sides, times 1 and 0. */
  private choose(condition: Element, yes: Element, no: Element, of: Element): Column {
    const test = condition.get("function");
    if (condition.name === "Apply" && (test === "isMissing" || test === "isNotMissing")) {
      const [fill, computed] = test === "isMissing" ? [yes, no] : [no, yes];
      const [tested] = condition.children;
      const value = this.value(fill);
      const column = this.column(computed);
      const ids = (each: Column) => this.workspace.openIds(each).sort().join();
      if (tested && "constant" in value && ids(this.column(tested)) === ids(column)) {
        return this.workspace.fill(column, value.constant);
      }
    }
    const algebra = this.algebra(of);
    const [test1, left, right] = [condition, yes, no].map((part) => algebra.number(this.column(part))) as [
      Expression,
      Expression,
      Expression,
    ];
    const not = binary("-", number(1), test1);
    return { kind: "value", label: "if", expression: binary("+", binary("*", test1, left), binary("*", not, right)) };
  }

  /** A straight line through two points. */
  private continuous(element: Element): Cell {
    const points = element.all("LinearNorm").map((point) => [point.number("orig"), point.number("norm")] as const);
    const [[from, low] = [NaN, NaN], [to, high] = [NaN, NaN], other] = points;
    if (other || !(to > from)) element.refuse("it is no straight line through two points");
    if ((element.get("outliers") ?? "asIs") === "asMissingValues") element.refuse("its outliers are asMissingValues");
    const cell = this.field(element.need("field"), element);
    const line = mapCell(cell, this.algebra(element), (value) => {
      const share = binary("/", binary("-", value, number(from)), number(to - from));
      const isHeld = element.get("outliers") === "asExtremeValues";
      const held = isHeld ? call("min", number(1), call("max", number(0), share)) : share;
      return binary("+", number(low), binary("*", held, number(high - low)));
    });
    return this.filled(line, element);
  }

  /** A number for each interval. */
  private discretized(element: Element): Cell {
    const cell = this.field(element.need("field"), element);
    const bins = element.all("DiscretizeBin");
    if (bins.length === 0 || bins.length > MOST_ARGUMENTS) element.refuse(`it has ${bins.length} bins`);
    const otherwise = element.get("defaultValue");
    if (otherwise !== undefined && element.number("defaultValue") !== 0) element.refuse("its defaultValue is not 0");
    const made = mapCell(cell, this.algebra(element), (value) =>
      bins
        .map((bin) =>
          binary(
            "*",
            number(bin.number("binValue")),
            within(value, bin.first("Interval") ?? bin.refuse("it has no interval")),
          ),
        )
        .reduce((left, right) => binary("+", left, right)),
    );
    return this.filled(made, element);
  }

  /** A number for each level of one field. */
  private mapped(element: Element): Cell {
    const [pair, other] = element.all("FieldColumnPair");
    const rows = element.first("InlineTable")?.all("row") ?? element.refuse("it has no table of its own");
    if (!pair || other) return element.refuse("it maps several fields at once");
    const name = pair.need("field");
    const field = this.fields.given(name);
    if (!field) return element.refuse(`it maps ${name.slice(0, 60)}, which is computed`);
    const [from, to] = [pair.need("column"), element.need("outputColumn")];
    this.workspace.spend(rows.length);
    const cells = rows.map((row) =>
      [from, to].map((column) =>
        row.children.find((cell) => cell.fullName === column || cell.name === column)?.text.trim(),
      ),
    );
    const numbers = cells.map(
      ([, text]) => numberOf(text ?? "") ?? element.refuse("it maps to texts, and numbers are needed"),
    );
    const counted = (attribute: string, otherwise: Counts): Counts =>
      element.get(attribute) === undefined ? otherwise : element.number(attribute);
    const levels = cells.map(([text = ""]) => field.levelOf(text));
    const missing = counted("mapMissingTo", "missing");
    const isRefused = field.isCategory && field.data.first("Value") !== undefined && field.invalid === "refused";
    const lookup: Lookup = {
      levels,
      values: numbers,
      unknown: isRefused ? "refused" : counted("defaultValue", "missing"),
      missing,
    };
    if (field.replacement !== undefined) {
      const at = levels.indexOf(field.levelOf(field.replacement));
      lookup.missing = at < 0 ? lookup.unknown : numbers[at]!;
    }
    const { id } = this.workspace.reading(field.position, lookup, null);
    return { kind: "value", label: name, expression: variable(id) };
  }

  private labelOf(name: string, cell: Column): string {
    const isWrapped =
      /^\w+\(.*\)$/.test(name) && cell.label !== "if" && cell.kind === "value" && name.includes(cell.label);
    return isWrapped ? cell.label : name;
  }
}

function constantOf(element: Element): number | string {
  const text = element.text.trim();
  const type = element.get("dataType") ?? "";
  if (element.get("missing") === "true") return element.refuse("it is a missing value");
  if (type === "string") return element.text;
  if (type === "boolean") return Number(/^(true|1)$/i.test(text));
  return (
    numberOf(text) ?? (type === "" ? element.text : element.refuse(`${JSON.stringify(text.slice(0, 40))} is no number`))
  );
}

function asNumber(constant: number | string, algebra: Algebra): number {
  return typeof constant === "number" ? constant : algebra.refuse("it computes with a text");
}

/** 1 within an interval, 0 outside. */
function within(value: Expression, interval: Element): Expression {
  const closure = interval.need("closure");
  const [left, right] = [interval.get("leftMargin"), interval.get("rightMargin")];
  const parts = [
    ...(left === undefined
      ? []
      : [binary(closure.startsWith("closed") ? ">=" : ">", value, number(interval.number("leftMargin")))]),
    ...(right === undefined
      ? []
      : [binary(closure.endsWith("Closed") ? "<=" : "<", value, number(interval.number("rightMargin")))]),
  ];
  return parts.length === 0 ? interval.refuse("it has no margins") : parts.reduce((one, two) => binary("*", one, two));
}
