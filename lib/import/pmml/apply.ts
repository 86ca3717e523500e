import { binary, call, number } from "../../formula/build";
import type { BinaryOperator, Expression } from "../../formula/expression";
import { exponential, mapCell, weigh, withCell, withNumber, type Algebra, type Cell } from "../estimator/sums";
import type { Column } from "../estimator/workspace";
import { constantOf, MOST_ARGUMENTS, type Scope } from "./scope";
import type { Element } from "./xml";

interface Function {
  /** How many arguments it takes; null for one or more. */
  count: number | null;
  apply(scope: Scope, parts: Element[], of: Element): Cell;
}

const operator = (sign: BinaryOperator): Function => ({
  count: 2,
  apply: (scope, [first, second], of) => arithmetic(scope, sign, first!, second!, of),
});
const comparison = (sign: BinaryOperator): Function => ({
  count: 2,
  apply: (scope, [first, second], of) => compare(scope, sign, first!, second!, of),
});
const each = (name: string, change: (value: Expression) => Expression): Function => ({
  count: 1,
  apply: (scope, [part], of) => {
    const cell = scope.cell(part!);
    return mapCell(cell, scope.algebra(of), change, cell.kind === "sum" ? name : `${name}(${cell.label})`);
  },
});
const all = (name: string, join: (values: Expression[]) => Expression): Function => ({
  count: null,
  apply: (scope, parts, of) => {
    const columns = parts.map((part) => scope.column(part));
    const label = `${name}(${columns.map((column) => column.label).join(", ")})`;
    return { kind: "value", label, expression: join(columns.map((column) => scope.algebra(of).number(column))) };
  },
});
const not = (value: Expression) => binary("-", number(1), value);

const FUNCTIONS: Record<string, Function> = {
  "+": operator("+"),
  "-": operator("-"),
  "*": operator("*"),
  "/": operator("/"),
  pow: operator("^"),
  equal: comparison("=="),
  notEqual: comparison("!="),
  lessThan: comparison("<"),
  lessOrEqual: comparison("<="),
  greaterThan: comparison(">"),
  greaterOrEqual: comparison(">="),
  ln: each("ln", (value) => call("log", value)),
  ln1p: each("ln1p", (value) => call("log1p", value)),
  log10: each("log10", (value) => binary("/", call("log", value), number(Math.LN10))),
  sqrt: each("sqrt", (value) => call("sqrt", value)),
  abs: each("abs", (value) => call("abs", value)),
  not: each("not", not),
  exp: { count: 1, apply: (scope, [part], of) => exponential(scope.cell(part!), scope.algebra(of)) },
  expm1: {
    count: 1,
    apply: (scope, [part], of) => {
      const algebra = scope.algebra(of);
      return withNumber(exponential(scope.cell(part!), algebra), "-", 1, false, algebra);
    },
  },
  min: all("min", (values) => call("min", ...values)),
  max: all("max", (values) => call("max", ...values)),
  and: all("and", (values) => call("min", ...values)),
  or: all("or", (values) => call("max", ...values)),
  product: all("product", (values) => values.reduce((left, right) => binary("*", left, right))),
  sum: {
    count: null,
    apply: (scope, parts, of) => {
      const ones = parts.map(() => 1);
      const cells = parts.map((part) => scope.cell(part));
      return weigh(cells, ones, 0, scope.algebra(of));
    },
  },
  isMissing: { count: 1, apply: (scope, [part]) => missing(scope, part!) },
  isNotMissing: {
    count: 1,
    apply: (scope, [part], of) => mapCell(missing(scope, part!), scope.algebra(of), not, "is not missing"),
  },
  if: { count: 3, apply: (scope, [condition, yes, no], of) => choose(scope, condition!, yes!, no!, of) },
};

/** The functions of Apply that are read. */
export const FUNCTIONS_READ = Object.keys(FUNCTIONS);

/** What an Apply computes. */
export function apply(scope: Scope, element: Element): Cell {
  const name = element.need("function");
  const parts = element.children.filter((child) => child.name !== "Extension");
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) {
    return element.refuse(`the function ${name.slice(0, 60)} is not known; ${FUNCTIONS_READ.join(", ")} are`);
  }
  if (parts.length !== (known.count ?? parts.length) || parts.length === 0 || parts.length > MOST_ARGUMENTS) {
    element.refuse(`${name} has ${parts.length} ${parts.length === 1 ? "argument" : "arguments"}`);
  }
  return known.apply(scope, parts, element);
}

function missing(scope: Scope, part: Element): Column {
  const column = scope.column(part);
  const given = part.name === "FieldRef" ? scope.fields.given(part.need("field")) : undefined;
  if (given?.replacement !== undefined)
    return { kind: "value", label: `${column.label} is missing`, expression: number(0) };
  return scope.workspace.isMissing(column);
}

function arithmetic(scope: Scope, sign: BinaryOperator, first: Element, second: Element, of: Element): Cell {
  const algebra = scope.algebra(of);
  const [left, right] = [scope.value(first), scope.value(second)];
  if ("cell" in left) {
    if ("cell" in right) return withCell(left.cell, sign, right.cell, algebra);
    return withNumber(left.cell, sign, asNumber(right.constant, algebra), false, algebra);
  }
  const value = asNumber(left.constant, algebra);
  if ("cell" in right) return withNumber(right.cell, sign, value, true, algebra);
  const expression = binary(sign, number(value), number(asNumber(right.constant, algebra)));
  return { kind: "value", label: "constant", expression };
}

function compare(scope: Scope, sign: BinaryOperator, first: Element, second: Element, of: Element): Column {
  const [name, other] = first.name === "FieldRef" ? [first.get("field"), second] : [second.get("field"), first];
  const field = name === undefined ? undefined : scope.fields.given(name);
  if (field?.isCategory && other.name === "Constant" && (sign === "==" || sign === "!=")) {
    const indicator = scope.indicator(name!, String(constantOf(other)), "missing", of);
    return sign === "==" ? indicator : mapCell(indicator, scope.algebra(of), not, `not ${indicator.label}`);
  }
  const algebra = scope.algebra(of);
  const [left, right] = [scope.column(first), scope.column(second)];
  return {
    kind: "value",
    label: `${left.label} ${sign} ${right.label}`,
    expression: binary(sign, algebra.number(left), algebra.number(right)),
  };
}

/** if(isMissing(x), number, f(x)) fills f; any other choice takes both sides, times 1 and 0. */
function choose(scope: Scope, condition: Element, yes: Element, no: Element, of: Element): Column {
  const test = condition.get("function");
  if (condition.name === "Apply" && (test === "isMissing" || test === "isNotMissing")) {
    const [fill, computed] = test === "isMissing" ? [yes, no] : [no, yes];
    const [tested] = condition.children;
    const value = scope.value(fill);
    const column = scope.column(computed);
    const ids = (each: Column) => scope.workspace.openIds(each).sort().join();
    if (tested && "constant" in value && ids(scope.column(tested)) === ids(column)) {
      return scope.workspace.fill(column, value.constant);
    }
  }
  const algebra = scope.algebra(of);
  const [holds, left, right] = [condition, yes, no].map((part) => algebra.number(scope.column(part)));
  const expression = binary("+", binary("*", holds!, left!), binary("*", not(holds!), right!));
  return { kind: "value", label: "if", expression };
}

function asNumber(constant: number | string, algebra: Algebra): number {
  return typeof constant === "number" ? constant : algebra.refuse("it computes with a text");
}
