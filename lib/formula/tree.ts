import type { Expression } from "./expression";

/** The parts that an operation is applied to; none for a number or a name. */
export function operandsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "number":
    case "name":
    case "date":
      return [];
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.arguments;
  }
}

/** The same operation, applied to what its operands are replaced by. */
export function mapOperands(expression: Expression, replace: (operand: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "number":
    case "name":
    case "date":
      return expression;
    case "unary":
      return { ...expression, operand: replace(expression.operand) };
    case "binary":
      return { ...expression, left: replace(expression.left), right: replace(expression.right) };
    case "call":
      return { ...expression, arguments: expression.arguments.map(replace) };
  }
}

/** The names in an expression, in the order in which they first appear, each once. */
export function distinctNames(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (part: Expression) => {
    if (part.kind === "name") names.add(part.name);
    operandsOf(part).forEach(visit);
  };
  visit(expression);
  return [...names];
}
