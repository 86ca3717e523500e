import type { BinaryOperator, Expression, FunctionName } from "./expression";

/** Expressions made by hand, as `parse` makes them of text. */

export const number = (value: number): Expression => ({ kind: "number", value });
export const variable = (name: string): Expression => ({ kind: "name", name });
export const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});
export const call = (name: FunctionName, ...operands: Expression[]): Expression => ({
  kind: "call",
  function: name,
  arguments: operands,
});
