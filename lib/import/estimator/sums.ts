import { binary, call, number } from "../../formula/build";
import type { BinaryOperator, Expression } from "../../formula/expression";
import type { Inverse } from "./description";
import type { Column, Workspace } from "./workspace";

/** A linear sum over columns, and what became of it. */
export interface Sum {
  kind: "sum";
  terms: Map<Column, number>;
  intercept: number;
  inverse: Inverse;
}

/** What one number of each row is. */
export type Cell = Column | Sum;

/** What arithmetic needs of the place in a file that it stands in. */
export interface Algebra {
  readonly workspace: Workspace;
  /** The formula of a column as a number. */
  number(column: Column): Expression;
  refuse(reason: string): never;
}

/** A cell as a sum of one column. */
export function sumOf(cell: Cell): Sum {
  return cell.kind === "sum" ? cell : { kind: "sum", terms: new Map([[cell, 1]]), intercept: 0, inverse: "identity" };
}

/** A sum of cells, each times a factor. */
export function weigh(cells: Cell[], factors: number[], intercept: number, algebra: Algebra): Sum {
  if (cells.length !== factors.length) {
    algebra.refuse(`it has ${factors.length} coefficients, and ${cells.length} columns reach it`);
  }
  const sum: Sum = { kind: "sum", terms: new Map(), intercept, inverse: "identity" };
  cells.forEach((cell, index) => {
    if (cell.kind !== "sum") algebra.number(cell);
    const { terms, intercept: own, inverse } = sumOf(cell);
    if (inverse !== "identity") algebra.refuse(TWICE);
    algebra.workspace.spend(terms.size);
    for (const [column, factor] of terms)
      sum.terms.set(column, (sum.terms.get(column) ?? 0) + factor * factors[index]!);
    sum.intercept += own * factors[index]!;
  });
  return sum;
}

/** Arithmetic of a cell and a number; the number comes first where it is turned round. */
export function withNumber(
  cell: Cell,
  operator: BinaryOperator,
  value: number,
  isTurned: boolean,
  algebra: Algebra,
): Cell {
  if (cell.kind === "sum") return sumWithNumber(cell, operator, value, isTurned, algebra);
  const isNothing =
    (value === 0 && (operator === "+" || (operator === "-" && !isTurned))) ||
    (value === 1 && (operator === "*" || (operator === "/" && !isTurned)));
  if (isNothing && cell.kind === "value") return cell;
  return mapCell(cell, algebra, (left) => {
    if (isNothing) return left;
    return isTurned ? binary(operator, number(value), left) : binary(operator, left, number(value));
  });
}

function sumWithNumber(sum: Sum, operator: BinaryOperator, value: number, isTurned: boolean, algebra: Algebra): Sum {
  const { inverse, intercept } = sum;
  if (inverse === "exp" && operator === "-" && value === 1 && !isTurned) return { ...sum, inverse: "expm1" };
  if (inverse === "exp" && operator === "+" && value === -1) return { ...sum, inverse: "expm1" };
  if (inverse !== "identity") return algebra.refuse(TWICE);
  const times = (factor: number): Sum => ({
    ...sum,
    terms: new Map([...sum.terms].map(([column, each]) => [column, each * factor])),
    intercept: intercept * factor,
  });
  if (operator === "+") return { ...sum, intercept: intercept + value };
  if (operator === "-" && !isTurned) return { ...sum, intercept: intercept - value };
  if (operator === "-") return { ...times(-1), intercept: value - intercept };
  if (operator === "*") return times(value);
  if (operator === "/" && !isTurned) return times(1 / value);
  if (operator === "^" && value === 2 && !isTurned) return { ...sum, inverse: "square" };
  return algebra.refuse(BEHIND);
}

/** Arithmetic of two cells. */
export function withCell(left: Cell, operator: BinaryOperator, right: Cell, algebra: Algebra): Cell {
  if (left.kind !== "sum" && right.kind !== "sum") {
    const other = algebra.number(right);
    return mapCell(
      left,
      algebra,
      (value) => binary(operator, value, other),
      `${left.label} ${operator === "*" ? "·" : operator} ${right.label}`,
    );
  }
  if (operator === "+") return weigh([left, right], [1, 1], 0, algebra);
  if (operator === "-") return weigh([left, right], [1, -1], 0, algebra);
  if (operator === "*" && left === right && left.kind === "sum" && left.inverse === "identity")
    return { ...left, inverse: "square" };
  return algebra.refuse(BEHIND);
}

/** A function of a column, which stands behind no sum. */
export function mapCell(
  cell: Cell,
  algebra: Algebra,
  change: (value: Expression) => Expression,
  label?: string,
): Column {
  if (cell.kind === "sum") return algebra.refuse(BEHIND);
  return { kind: "value", label: label ?? cell.label, expression: change(algebra.number(cell)) };
}

/** e to the power: of the linear sum it is the way back of a log. */
export function exponential(cell: Cell, algebra: Algebra): Cell {
  if (cell.kind !== "sum") return mapCell(cell, algebra, (value) => call("exp", value), `exp(${cell.label})`);
  return cell.inverse === "identity" ? { ...cell, inverse: "exp" } : algebra.refuse(TWICE);
}

const BEHIND = "it comes after the linear sum, as in a neural network";
const TWICE = "it comes after the target is transformed back";
