import { binary, number } from "../../formula/build";
import type { BinaryOperator, Expression } from "../../formula/expression";
import type { Inverse } from "../estimator/description";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import type { Attribute, GraphNode, Tensor } from "./model-proto";

/** A linear sum over columns, and what became of it. */
export interface Sum {
  kind: "sum";
  terms: Map<Column, number>;
  intercept: number;
  inverse: Inverse;
}

/** What one number of each row is. */
export type Cell = Column | Sum;

/** What a name in a graph stands for: numbers of the file, the cells of each row, or their shape. */
export type Value =
  ({ kind: "constant" } & Tensor) | { kind: "cells"; cells: Cell[] } | { kind: "shape"; cells: Cell[] };

/** One node of a graph at work. */
export class Operation {
  constructor(
    readonly node: GraphNode,
    private readonly values: Map<string, Value>,
    readonly workspace: Workspace,
    /** Inputs of the model that are texts, by their position. */
    private readonly texts: ReadonlySet<number>,
  ) {}

  /** The value of an input of the node; undefined for one that is left out. */
  input(index: number): Value | undefined {
    const name = this.node.inputs[index];
    if (!name) return undefined;
    return this.values.get(name) ?? this.refuse("it takes what no node before it makes");
  }

  cells(index = 0): Cell[] {
    const value = this.input(index);
    return value?.kind === "cells" ? value.cells : this.refuse("it takes no columns");
  }

  columns(index = 0): Column[] {
    return this.cells(index).map((cell) =>
      cell.kind === "sum" ? this.refuse("it stands behind the linear sum, as in a neural network") : cell,
    );
  }

  /** Numbers of the file. */
  numbers(index: number): Tensor & { values: number[] } {
    const value = this.input(index);
    const isNumbers = value?.kind === "constant" && value.values.every((each) => typeof each === "number");
    return isNumbers
      ? (value as Tensor & { values: number[] })
      : this.refuse("it takes numbers that are not in the file");
  }

  attribute(name: string): Attribute | undefined {
    return this.node.attributes.get(name);
  }

  /** A whole number of the node. */
  whole(name: string, otherwise: number): number {
    return this.attribute(name)?.number ?? otherwise;
  }

  /** Whole numbers of an attribute, or of an input, as later releases of ONNX have it. */
  wholes(name: string, index: number): number[] | undefined {
    const own = this.attribute(name)?.wholes;
    if (own) return own;
    return this.input(index) ? this.numbers(index).values : undefined;
  }

  /** @throws ImportError unless an axis is that of columns */
  checkAxis(axis: number): void {
    if (axis !== 1 && axis !== -1) this.refuse(`it works along axis ${axis}, and columns are axis 1`);
  }

  /** The formula of a column as a number. */
  number(column: Column): Expression {
    if (column.kind === "input" && this.texts.has(column.input)) {
      this.refuse(`it takes the text ${column.label} as a number`);
    }
    return this.workspace.numberOf(column);
  }

  map(cell: Cell, change: (value: Expression) => Expression, label?: string): Column {
    if (cell.kind === "sum") return this.refuse("it stands behind the linear sum, as in a neural network");
    return { kind: "value", label: label ?? cell.label, expression: change(this.number(cell)) };
  }

  refuse(reason: string): never {
    throw new ImportError(`the ${this.node.operator.slice(0, 60)} in the model of ONNX cannot be read: ${reason}`);
  }
}

/** A cell as a sum of one column. */
export function sumOf(cell: Cell): Sum {
  return cell.kind === "sum" ? cell : { kind: "sum", terms: new Map([[cell, 1]]), intercept: 0, inverse: "identity" };
}

/** A sum of cells, each times a factor. */
export function weigh(cells: Cell[], factors: number[], intercept: number, operation: Operation): Sum {
  if (cells.length !== factors.length) {
    operation.refuse(`it has ${factors.length} coefficients, and ${cells.length} columns reach it`);
  }
  const sum: Sum = { kind: "sum", terms: new Map(), intercept, inverse: "identity" };
  cells.forEach((cell, index) => {
    if (cell.kind !== "sum") operation.number(cell);
    const { terms, intercept: own, inverse } = sumOf(cell);
    if (inverse !== "identity") operation.refuse("it stands behind the way back of the target");
    operation.workspace.spend(terms.size);
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
  operation: Operation,
): Cell {
  if (cell.kind === "sum") return sumWithNumber(cell, operator, value, isTurned, operation);
  const isNothing =
    (value === 0 && (operator === "+" || (operator === "-" && !isTurned))) ||
    (value === 1 && (operator === "*" || (operator === "/" && !isTurned)));
  if (isNothing && cell.kind === "value") return cell;
  return operation.map(cell, (left) => {
    if (isNothing) return left;
    return isTurned ? binary(operator, number(value), left) : binary(operator, left, number(value));
  });
}

function sumWithNumber(
  sum: Sum,
  operator: BinaryOperator,
  value: number,
  isTurned: boolean,
  operation: Operation,
): Sum {
  const { inverse, intercept } = sum;
  if (inverse === "exp" && operator === "-" && value === 1 && !isTurned) return { ...sum, inverse: "expm1" };
  if (inverse === "exp" && operator === "+" && value === -1) return { ...sum, inverse: "expm1" };
  if (inverse !== "identity") return operation.refuse("it stands behind the way back of the target");
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
  return operation.refuse("it stands behind the linear sum, as in a neural network");
}

/** Arithmetic of two cells. */
export function withCell(left: Cell, operator: BinaryOperator, right: Cell, operation: Operation): Cell {
  if (left.kind !== "sum" && right.kind !== "sum") {
    const other = operation.number(right);
    return operation.map(
      left,
      (value) => binary(operator, value, other),
      `${left.label} ${operator === "*" ? "·" : operator} ${right.label}`,
    );
  }
  if (operator === "+") return weigh([left, right], [1, 1], 0, operation);
  if (operator === "-") return weigh([left, right], [1, -1], 0, operation);
  if (operator === "*" && left === right && left.kind === "sum" && left.inverse === "identity")
    return { ...left, inverse: "square" };
  return operation.refuse("it stands behind the linear sum, as in a neural network");
}
