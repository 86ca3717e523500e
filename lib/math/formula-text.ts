import type { BinaryOperator, Expression } from "./formula";

const SIGN = 3;
const PRECEDENCE: Record<BinaryOperator, number> = {
  "+": 1,
  "-": 1,
  "*": 2,
  "/": 2,
  "^": 4,
};

function precedence(expression: Expression): number {
  if (expression.kind === "binary") return PRECEDENCE[expression.operator];
  if (expression.kind === "unary" || (expression.kind === "number" && expression.value < 0)) return SIGN;
  return 5;
}

/**
 * Write an expression as a formula, with only the parentheses it needs; reading the text gives the
 * expression back.
 *
 * @param label what to write for each name, the name itself unless told otherwise
 */
export function expressionText(expression: Expression, label: (name: string) => string = (name) => name): string {
  const write = (child: Expression, weakest: number) => {
    const text = expressionText(child, label);
    return precedence(child) < weakest ? `(${text})` : text;
  };
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return label(expression.name);
    case "unary":
      return `-${write(expression.operand, SIGN)}`;
    case "call":
      return `${expression.function}(${expression.arguments.map((argument) => write(argument, 0)).join(", ")})`;
    case "binary": {
      const { operator, left, right } = expression;
      // A power groups to the right and takes a signed exponent as it stands; the others group to the left.
      if (operator === "^") return `${write(left, PRECEDENCE["^"] + 1)}^${write(right, SIGN)}`;
      return `${write(left, PRECEDENCE[operator])} ${operator} ${write(right, PRECEDENCE[operator] + 1)}`;
    }
  }
}
