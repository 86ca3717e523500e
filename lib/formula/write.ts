import { isComparison, type BinaryOperator, type Comparison, type Expression, type FunctionName } from "./expression";

const SIGN = 4;
const PRECEDENCE: Record<BinaryOperator, number> = {
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "==": 1,
  "!=": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 5,
};

function precedence(expression: Expression): number {
  if (expression.kind === "binary") return PRECEDENCE[expression.operator];
  if (expression.kind === "unary" || (expression.kind === "number" && expression.value < 0)) return SIGN;
  return 6;
}

/** What differs between the languages that an expression can be written in; operators and parentheses do not. */
export interface Syntax {
  number(value: number): string;
  name(name: string): string;
  call(name: FunctionName, operands: string[]): string;
  /** Without it, a power is written with its operator. */
  power?(base: string, exponent: string): string;
  /** 1 or 0. Without it, a comparison is written with its operator. */
  compare?(operator: Comparison, left: string, right: string): string;
  /** Without it, a date is written as the number of its days. */
  date?(text: string): string;
  /** What becomes of the text of an operation, such as a check of its result; by itself it stays as it is. */
  wrap?(operation: Expression, text: string): string;
}

const formulas: Syntax = {
  number: String,
  name: (name) => name,
  call: (name, operands) => `${name}(${operands.join(", ")})`,
  date: (text) => `"${text}"`,
};

/**
 * Write an expression as a formula, with only the parentheses it needs; reading the text gives the
 * expression back.
 *
 * @param label what to write for each name: without it the name itself
 * @param number what to write for each number: without it all its digits
 */
export function expressionText(
  expression: Expression,
  label: (name: string) => string = (name) => name,
  number: (value: number) => string = String,
): string {
  return writeExpression(expression, { ...formulas, name: label, number });
}

/** Write an expression in a language with the usual operators, with only the parentheses it needs. */
export function writeExpression(expression: Expression, syntax: Syntax): string {
  return write(expression, 0, syntax);
}

function write(expression: Expression, weakest: number, syntax: Syntax): string {
  const text = writeOperation(expression, syntax);
  const wrapped = syntax.wrap?.(expression, text) ?? text;
  const isCall = wrapped !== text || isWrittenAsCall(expression, syntax);
  return !isCall && precedence(expression) < weakest ? `(${text})` : wrapped;
}

function isWrittenAsCall(expression: Expression, syntax: Syntax): boolean {
  if (expression.kind !== "binary") return false;
  if (isComparison(expression.operator)) return syntax.compare !== undefined;
  return expression.operator === "^" && syntax.power !== undefined;
}

function writeOperation(expression: Expression, syntax: Syntax): string {
  const inner = (child: Expression, weakest: number) => write(child, weakest, syntax);
  switch (expression.kind) {
    case "number":
      return syntax.number(expression.value);
    case "name":
      return syntax.name(expression.name);
    case "date":
      return syntax.date?.(expression.text) ?? syntax.number(expression.value);
    case "unary":
      // Two signs side by side are a comment in SQL and an operator in JavaScript.
      return `-${inner(expression.operand, SIGN + 1)}`;
    case "call":
      return syntax.call(
        expression.function,
        expression.arguments.map((argument) => inner(argument, 0)),
      );
    case "binary": {
      const { operator, left, right } = expression;
      if (isComparison(operator)) {
        if (syntax.compare) return syntax.compare(operator, inner(left, 0), inner(right, 0));
        return `${inner(left, PRECEDENCE[operator] + 1)} ${operator} ${inner(right, PRECEDENCE[operator] + 1)}`;
      }
      if (operator === "^" && syntax.power) return syntax.power(inner(left, 0), inner(right, 0));
      // A power groups to the right and takes a signed exponent as it stands; the others group to the left.
      if (operator === "^") return `${inner(left, PRECEDENCE["^"] + 1)}^${inner(right, SIGN)}`;
      return `${inner(left, PRECEDENCE[operator])} ${operator} ${inner(right, PRECEDENCE[operator] + 1)}`;
    }
  }
}
