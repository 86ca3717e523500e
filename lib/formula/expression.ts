/**
 * A closed little language for derived features and regression terms, as in `log(area) / bedrooms`.
 *
 * It holds numbers, names, `+ - * / ^`, comparisons, parentheses and the functions below, and nothing else, so that a
 * formula is data: it can arrive from an upload, run in a browser and be compiled to SQL. As in mathematics, `^` binds
 * tighter than a minus sign and groups to the right: -2^2 = -4 and 2^3^2 = 2^9. A comparison is 1 where it holds and 0
 * where it does not, and binds weakest: age + 1 >= 65 compares a sum. Text is read by jsep; only what converts to an
 * `Expression` is a formula.
 */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string }
  /** A date as `days` has it for its second argument: the text, and its days since 1970. */
  | { kind: "date"; text: string; value: number }
  | { kind: "unary"; operator: "-"; operand: Expression }
  | {
      kind: "binary";
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
    }
  | { kind: "call"; function: FunctionName; arguments: Expression[] };

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";
export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | Comparison;
/** What takes a part of a date, by its name. */
export type DatePart = "year" | "month" | "weekday" | "hour";
export type FunctionName = "log" | "log1p" | "exp" | "sqrt" | "abs" | "min" | "max" | DatePart | "days" | "missing";

const COMPARISONS: readonly string[] = ["<", "<=", ">", ">=", "==", "!="] satisfies Comparison[];
const DATE_PARTS: readonly string[] = ["year", "month", "weekday", "hour"] satisfies DatePart[];

export const isComparison = (operator: BinaryOperator): operator is Comparison => COMPARISONS.includes(operator);
export const isDatePart = (name: FunctionName): name is DatePart => DATE_PARTS.includes(name);

export interface Formula {
  text: string;
  expression: Expression;
  /** The distinct names used, in the order in which they first appear. */
  names: string[];
}
