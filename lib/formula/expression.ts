/**
 * A closed little language for derived features and regression terms, as in `log(area) / bedrooms`.
 *
 * It holds numbers, names, `+ - * / ^`, parentheses and the six functions below, and nothing else, so that
 * a formula is data: it can arrive from an upload, run in a browser and be compiled to SQL. As in
 * mathematics, `^` binds tighter than a minus sign and groups to the right: -2^2 = -4 and 2^3^2 = 2^9.
 * Text is read by jsep; only what converts to an `Expression` is a formula.
 */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string }
  | { kind: "unary"; operator: "-"; operand: Expression }
  | {
      kind: "binary";
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
    }
  | { kind: "call"; function: FunctionName; arguments: Expression[] };

export type BinaryOperator = "+" | "-" | "*" | "/" | "^";
export type FunctionName = "log" | "exp" | "sqrt" | "abs" | "min" | "max";

export interface Formula {
  text: string;
  expression: Expression;
  /** The distinct names used, in the order in which they first appear. */
  names: string[];
}
