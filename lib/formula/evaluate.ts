import { DEFAULT_LOCALE } from "../language/locale";
import { dateParts } from "./calendar";
import { isComparison, isDatePart, type Comparison, type Expression, type Formula } from "./expression";
import { expressionText } from "./write";
import { distinctNames, operandsOf } from "./tree";
import { UNDEFINED_WORDS } from "./undefined-words";

type Evaluate = (values: ArrayLike<number>) => number;
type FillOf = (name: string) => number | undefined;

/**
 * Compile a formula to a function of a row of values.
 *
 * The result is a finite number or NaN; NaN wherever any part of the formula is undefined: division by
 * zero, log of a non-positive number, root or fractional power of a negative number, overflow, or a value
 * that is not finite. Once undefined stays undefined: 1 / (1 / 0) is NaN and not 0, NaN^0 is NaN and not 1, and NaN < 1
 * is NaN and not 0. missing(name) alone has a value where the name has none.
 *
 * @param index where in the row each name's value stands
 * @param fillOf what stands for a name's value where that is NaN, everywhere but in missing(name); undefined for nothing
 */
export function compileFormula(formula: Formula, index: (name: string) => number, fillOf?: FillOf): Evaluate {
  return compile(formula.expression, index, fillOf);
}

/** NaN for the infinities, so that no later operation can turn them into a number again. */
const defined = (value: number): number => (Number.isFinite(value) ? value : NaN);

/** ECMAScript says NaN ** 0 = 1. */
const power = (base: number, exponent: number): number => (Number.isNaN(base) ? NaN : defined(base ** exponent));

const comparisons: Record<Comparison, (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

function compile(expression: Expression, index: (name: string) => number, fillOf?: FillOf): Evaluate {
  switch (expression.kind) {
    case "number":
    case "date": {
      const value = expression.value;
      return () => value;
    }
    case "name": {
      const position = index(expression.name);
      const fill = fillOf?.(expression.name);
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
      const { operator } = expression;
      const left = compile(expression.left, index, fillOf);
      const right = compile(expression.right, index, fillOf);
      if (isComparison(operator)) return compare(comparisons[operator], left, right);
      switch (operator) {
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
      const name = expression.function;
      const parts = expression.arguments.map((argument) => compile(argument, index, fillOf));
      const [first = () => NaN, second = () => NaN] = parts;
      switch (name) {
        case "min":
          return (values) => Math.min(...parts.map((part) => part(values)));
        case "max":
          return (values) => Math.max(...parts.map((part) => part(values)));
        case "days":
          return (values) => defined(first(values) - second(values));
        case "missing": {
          // Of the name itself, whatever stands for it elsewhere.
          const [part] = expression.arguments;
          const position = part?.kind === "name" ? index(part.name) : -1;
          return (values) => Number(Number.isNaN(values[position] ?? NaN));
        }
      }
      const call = isDatePart(name) ? dateParts[name] : Math[name];
      return (values) => defined(call(first(values)));
    }
  }
}

function compare(holds: (left: number, right: number) => boolean, left: Evaluate, right: Evaluate): Evaluate {
  return (values) => {
    const [a, b] = [left(values), right(values)];
    return Number.isNaN(a) || Number.isNaN(b) ? NaN : Number(holds(a, b));
  };
}

type UndefinedWords = (typeof UNDEFINED_WORDS)["en"];

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
 * @param label what to call each name in the reason; without it, the name itself
 * @param locale the language of the reason
 */
export function explainUndefined(
  formula: Formula,
  value: (name: string) => number,
  label?: (name: string) => string,
  locale = DEFAULT_LOCALE,
): Undefined | undefined {
  return explain(formula.expression, value, (part) => expressionText(part, label), UNDEFINED_WORDS[locale]);
}

function explain(
  expression: Expression,
  value: (name: string) => number,
  write: (part: Expression) => string,
  words: UndefinedWords,
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
    const inner = explain(operand, value, write, words);
    if (inner) return inner;
  }
  const [part, needed] = fault(expression, evaluate);
  return {
    names: distinctNames(part),
    reason: words[needed](write(part)),
  };
}

/** The part at fault in an operation that is undefined although its operands are not. */
function fault(expression: Expression, evaluate: (part: Expression) => number): [Expression, keyof UndefinedWords] {
  if (expression.kind === "name") return [expression, "number"];
  const [first] = operandsOf(expression);
  if (expression.kind === "call" && first) {
    if (expression.function === "log" && evaluate(first) <= 0) return [first, "aboveZero"];
    if (expression.function === "log1p" && evaluate(first) <= -1) return [first, "aboveMinusOne"];
    if (isDatePart(expression.function)) return [first, "date"];
    if (expression.function === "sqrt" && evaluate(first) < 0) return [first, "notBelowZero"];
  }
  if (expression.kind === "binary") {
    const { operator, left, right } = expression;
    if (operator === "/" && evaluate(right) === 0) return [right, "notZero"];
    if (operator === "^" && evaluate(left) === 0) return [left, "notZero"];
    if (operator === "^" && evaluate(left) < 0 && !Number.isInteger(evaluate(right))) return [left, "notBelowZero"];
  }
  return [expression, "small"];
}
