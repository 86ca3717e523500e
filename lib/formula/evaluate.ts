import type { Expression, Formula } from "./expression";
import { expressionText } from "./write";
import { distinctNames, operandsOf } from "./tree";

type Evaluate = (values: ArrayLike<number>) => number;

/**
 * Compile a formula to a function of a row of values.
 *
 * The result is a finite number or NaN; NaN wherever any part of the formula is undefined: division by
 * zero, log of a non-positive number, root or fractional power of a negative number, overflow, or a value
 * that is not finite. Once undefined stays undefined: 1 / (1 / 0) is NaN and not 0, NaN^0 is NaN and not 1.
 *
 * @param index where in the row each name's value stands
 * @param fillOf what a name's NaN counts as; undefined where it stays undefined
 */
export function compileFormula(
  formula: Formula,
  index: (name: string) => number,
  fillOf: (name: string) => number | undefined = () => undefined,
): Evaluate {
  return compile(formula.expression, index, fillOf);
}

/** NaN for the infinities, so that no later operation can turn them into a number again. */
const defined = (value: number): number => (Number.isFinite(value) ? value : NaN);

/** ECMAScript says NaN ** 0 = 1. */
const power = (base: number, exponent: number): number => (Number.isNaN(base) ? NaN : defined(base ** exponent));

function compile(
  expression: Expression,
  index: (name: string) => number,
  fillOf: (name: string) => number | undefined,
): Evaluate {
  switch (expression.kind) {
    case "number": {
      const value = expression.value;
      return () => value;
    }
    case "name": {
      const position = index(expression.name);
      const fill = fillOf(expression.name);
      if (fill === undefined) return (values) => defined(values[position] ?? NaN);
      return (values) => {
        const value = values[position] ?? NaN;
        return Number.isNaN(value) ? fill : defined(value);
      };
    }
    case "unary": {
      const operand = compile(expression.operand, index, fillOf);
      return (values) => -operand(values);
    }
    case "binary": {
      const left = compile(expression.left, index, fillOf);
      const right = compile(expression.right, index, fillOf);
      switch (expression.operator) {
        case "+":
          return (values) => defined(left(values) + right(values));
        case "-":
          return (values) => defined(left(values) - right(values));
        case "*":
          return (values) => defined(left(values) * right(values));
        case "/":
          return (values) => defined(left(values) / right(values));
        case "^":
          return (values) => power(left(values), right(values));
      }
    }
    case "call": {
      const parts = expression.arguments.map((argument) => compile(argument, index, fillOf));
      if (expression.function === "min") return (values) => Math.min(...parts.map((part) => part(values)));
      if (expression.function === "max") return (values) => Math.max(...parts.map((part) => part(values)));
      const call = Math[expression.function];
      const [operand = () => NaN] = parts;
      return (values) => defined(call(operand(values)));
    }
  }
}

export interface Undefined {
  /** The names in the part at fault, in the order in which they appear there. */
  names: string[];
  /** What that part must be, as in "bedrooms must not be 0". */
  reason: string;
}

/**
 * Say why a formula is undefined for some values: the innermost operation that cannot be done, and what
 * its operand would have to be. Undefined where the formula can be computed.
 *
 * @param value the value of each name, NaN if it has none
 * @param label what to call each name in the reason, the name itself unless told otherwise
 */
export function explainUndefined(
  formula: Formula,
  value: (name: string) => number,
  label?: (name: string) => string,
): Undefined | undefined {
  return explain(formula.expression, value, label);
}

function explain(
  expression: Expression,
  value: (name: string) => number,
  label?: (name: string) => string,
): Undefined | undefined {
  const evaluate = (part: Expression) => {
    const names = distinctNames(part);
    return compile(
      part,
      (name) => names.indexOf(name),
      () => undefined,
    )(names.map(value));
  };
  if (!Number.isNaN(evaluate(expression))) return undefined;
  for (const operand of operandsOf(expression)) {
    const inner = explain(operand, value, label);
    if (inner) return inner;
  }
  const [part, needed] = fault(expression, evaluate);
  return {
    names: distinctNames(part),
    reason: `${expressionText(part, label)} must ${needed}`,
  };
}

/** The part at fault in an operation that is undefined although its operands are not. */
function fault(expression: Expression, evaluate: (part: Expression) => number): [Expression, string] {
  if (expression.kind === "name") return [expression, "be a number"];
  const [first] = operandsOf(expression);
  if (expression.kind === "call" && first) {
    if (expression.function === "log" && evaluate(first) <= 0) return [first, "be greater than 0"];
    if (expression.function === "sqrt" && evaluate(first) < 0) return [first, "be at least 0"];
  }
  if (expression.kind === "binary") {
    const { operator, left, right } = expression;
    if (operator === "/" && evaluate(right) === 0) return [right, "not be 0"];
    if (operator === "^" && evaluate(left) === 0) return [left, "not be 0"];
    if (operator === "^" && evaluate(left) < 0 && !Number.isInteger(evaluate(right))) return [left, "be at least 0"];
  }
  return [expression, "be small enough to compute"];
}
