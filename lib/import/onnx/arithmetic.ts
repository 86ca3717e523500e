import { binary, call, number } from "../../formula/build";
import type { BinaryOperator, Expression } from "../../formula/expression";
import { exponential, mapCell, weigh, withCell, withNumber, type Cell } from "../estimator/sums";
import type { Operation, Value } from "./values";

export type Operator = (operation: Operation) => Value[];

const MOST_FACTORS = 50;

const cellsOf = (cells: Cell[]): Value[] => [{ kind: "cells", cells }];

/** Arithmetic of columns and numbers, or of columns and columns, one by one. */
export const arithmetic =
  (operator: BinaryOperator): Operator =>
  (operation) => {
    const [left, right] = [operation.input(0), operation.input(1)];
    if (left?.kind === "cells" && right?.kind === "cells") {
      const count = Math.max(left.cells.length, right.cells.length);
      const at = (cells: Cell[], index: number) =>
        cells[cells.length === 1 ? 0 : index] ?? operation.refuse("its columns are not as many on both sides");
      operation.workspace.spend(count);
      return cellsOf(
        Array.from({ length: count }, (_, index) =>
          withCell(at(left.cells, index), operator, at(right.cells, index), operation),
        ),
      );
    }
    const isTurned = left?.kind === "constant";
    const cells = operation.cells(isTurned ? 1 : 0);
    const { values } = numbersFor(operation, isTurned ? 0 : 1, cells.length);
    operation.workspace.spend(Math.max(cells.length, values.length));
    // One column and many numbers make many columns.
    const wide = cells.length === 1 ? values.map(() => cells[0]!) : cells;
    return cellsOf(
      wide.map((cell, index) =>
        withNumber(cell, operator, values[values.length === 1 ? 0 : index]!, isTurned, operation),
      ),
    );
  };

/** Numbers of the file, one for each column or one for all. */
function numbersFor(operation: Operation, index: number, count: number): { values: number[] } {
  const { dims, values } = operation.numbers(index);
  const isRow = dims.slice(0, -1).every((size) => size === 1);
  if (!isRow || values.length === 0 || (values.length !== count && values.length !== 1 && count !== 1)) {
    operation.refuse(`it has ${values.length} numbers, and ${count} columns reach it`);
  }
  return { values };
}

export const each =
  (change: (value: Expression) => Expression, label: string): Operator =>
  (operation) =>
    cellsOf(operation.columns().map((column) => mapCell(column, operation, change, `${label}(${column.label})`)));

const power: Operator = (operation) => cellsOf(operation.cells().map((cell) => exponential(cell, operation)));

export const negative: Operator = (operation) =>
  cellsOf(operation.cells().map((cell) => withNumber(cell, "*", -1, false, operation)));

export const clip: Operator = (operation) => {
  const bound = (name: string, index: number) =>
    operation.attribute(name)?.number ?? (operation.input(index) ? operation.numbers(index).values[0] : undefined);
  const [low, high] = [bound("min", 1), bound("max", 2)];
  return cellsOf(
    operation.columns().map((column) =>
      mapCell(column, operation, (value) => {
        const above = low === undefined ? value : call("max", number(low), value);
        return high === undefined ? above : call("min", number(high), above);
      }),
    ),
  );
};

/** The product or the sum of all columns. */
export const reduce =
  (operator: "*" | "+"): Operator =>
  (operation) => {
    const axes = operation.wholes("axes", 1) ?? [];
    if (axes.length !== 1) operation.refuse("it does not say along which axis it works");
    operation.checkAxis(axes[0]!);
    const cells = operation.cells();
    const [first, ...others] = cells;
    if (!first) return operation.refuse("no columns reach it");
    if (operator === "+")
      return cellsOf([
        weigh(
          cells,
          cells.map(() => 1),
          0,
          operation,
        ),
      ]);
    if (others.length > MOST_FACTORS) operation.refuse(`its product has ${cells.length} factors`);
    return cellsOf([others.reduce((left, right) => withCell(left, operator, right, operation), first)]);
  };

export const matrix: Operator = (operation) => cellsOf(product(operation, operation.numbers(1), false, 1, []));

/** alpha · A · B + beta · C. */
export const general: Operator = (operation) => {
  if (operation.whole("transA", 0) !== 0) operation.refuse("it turns rows into columns");
  const beta = operation.whole("beta", 1);
  const added = operation.input(2) ? operation.numbers(2).values.map((value) => beta * value) : [];
  const isTurned = operation.whole("transB", 0) !== 0;
  return cellsOf(product(operation, operation.numbers(1), isTurned, operation.whole("alpha", 1), added));
};

function product(
  operation: Operation,
  { dims, values }: { dims: number[]; values: number[] },
  isTurned: boolean,
  alpha: number,
  added: number[],
): Cell[] {
  const cells = operation.cells();
  if (dims.length > 2 || dims.length === 0) operation.refuse("its numbers are no matrix");
  const [first = 0, second = 1] = dims;
  const [rows, targets] = isTurned ? [second, first] : [first, second];
  if (![0, 1, targets].includes(added.length)) operation.refuse("its intercepts are not as many as its sums");
  operation.workspace.spend(rows * targets);
  return Array.from({ length: targets }, (_, target) => {
    const factors = Array.from(
      { length: rows },
      (_, row) => alpha * values[isTurned ? target * rows + row : row * targets + target]!,
    );
    return weigh(cells, factors, added[added.length === 1 ? 0 : target] ?? 0, operation);
  });
}

/** The operators of this file with what the reference says of them. */
export const ARITHMETIC: Record<string, { does: string; apply: Operator }> = {
  Add: { does: "adds", apply: arithmetic("+") },
  Sub: { does: "subtracts", apply: arithmetic("-") },
  Mul: { does: "multiplies", apply: arithmetic("*") },
  Div: { does: "divides", apply: arithmetic("/") },
  Pow: { does: "a power", apply: arithmetic("^") },
  Neg: { does: "changes the sign", apply: negative },
  Log: { does: "the logarithm of a column", apply: each((value) => call("log", value), "log") },
  Sqrt: { does: "the square root of a column", apply: each((value) => call("sqrt", value), "sqrt") },
  Abs: { does: "the absolute value of a column", apply: each((value) => call("abs", value), "abs") },
  Reciprocal: { does: "1 divided by a column", apply: each((value) => binary("/", number(1), value), "1 / ") },
  Exp: { does: "e to the power of a column, or of the sum", apply: power },
  Clip: { does: "limits a column to between two numbers", apply: clip },
  ReduceProd: { does: "the product of columns", apply: reduce("*") },
  ReduceSum: { does: "the sum of columns", apply: reduce("+") },
  MatMul: { does: "sums of columns times coefficients", apply: matrix },
  Gemm: { does: "sums of columns times coefficients, and intercepts", apply: general },
};
