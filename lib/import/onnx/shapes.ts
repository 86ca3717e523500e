import { number } from "../../formula/build";
import type { Column } from "../estimator/workspace";
import type { Operator } from "./arithmetic";
import { WHOLE_TYPES } from "./model-proto";
import type { Cell } from "../estimator/sums";
import type { Operation, Value } from "./values";

const cellsOf = (cells: Cell[]): Value => ({ kind: "cells", cells });

const same: Operator = (operation) => [operation.input(0) ?? operation.refuse("nothing reaches it")];

const concat: Operator = (operation) => {
  operation.checkAxis(operation.whole("axis", 1));
  return [cellsOf(operation.node.inputs.flatMap((_, index) => operation.cells(index)))];
};

const features: Operator = (operation) => [
  cellsOf(operation.node.inputs.flatMap((_, index) => operation.cells(index))),
];

/** Rows stay rows: a shape that mixes them with columns is refused. */
const reshape: Operator = (operation) => {
  const value = operation.input(0);
  const shape = operation.wholes("shape", 1) ?? [];
  if (value?.kind !== "cells") return operation.refuse("it shapes no columns");
  const columns = shape.slice(1).reduce((product, size) => product * size, 1);
  const isOpen = shape.slice(1).filter((size) => size < 0 || size === 0).length === 1 && shape[0] !== -1;
  if (!isOpen && columns !== value.cells.length) operation.refuse("it turns rows into columns");
  return [value];
};

const flatten: Operator = (operation) => {
  const axis = operation.whole("axis", 1);
  if (axis !== 1 && axis !== -1) operation.refuse(`it works along axis ${axis}`);
  return [cellsOf(operation.cells())];
};

/** Types that hold any number, as TensorProto.DataType numbers them. */
const ANY = [1, 10, 11, 16];

const cast: Operator = (operation) => {
  const value = operation.input(0);
  const to = operation.whole("to", 0);
  if (!value || value.kind !== "cells" || ANY.includes(to)) return same(operation);
  const isWhole = (cell: Cell) => cell.kind === "input" || (cell.kind === "value" && isCode(cell));
  if (!WHOLE_TYPES.includes(to) || !value.cells.every(isWhole)) {
    operation.refuse("it turns computed numbers into whole ones, or into texts");
  }
  return [cellsOf(value.cells.map((cell) => cutOf(cell, operation)))];
};

/** A column cut to whole numbers, unless it holds no others. */
function cutOf(cell: Cell, { inputs }: Operation): Cell {
  if (cell.kind !== "input" || inputs.wholes.has(cell.input)) return cell;
  const column = { ...cell };
  inputs.cut.add(column);
  return column;
}

/** Whether a column is the number of a level, or 1 for one level and 0 for others. */
const isCode = ({ expression }: Column & { kind: "value" }) =>
  expression.kind === "name" || (expression.kind === "binary" && expression.operator === "==");

const gather: Operator = (operation) => {
  operation.checkAxis(operation.whole("axis", 0));
  return extract(operation);
};

const extract: Operator = (operation) => [pick(operation, operation.numbers(1).values)];

function pick(operation: Operation, positions: number[]): Value {
  const cells = operation.cells();
  operation.workspace.spend(positions.length);
  return cellsOf(
    positions.map(
      (at) => cells[at < 0 ? at + cells.length : at] ?? operation.refuse("it takes a column that is not there"),
    ),
  );
}

const split: Operator = (operation) => {
  operation.checkAxis(operation.whole("axis", 0));
  const cells = operation.cells();
  const count = operation.node.outputs.length;
  const even = Math.ceil(cells.length / Math.max(count, 1));
  const sizes = operation.wholes("split", 1) ?? operation.node.outputs.map(() => even);
  if (sizes.length !== count || sizes.some((size) => !(size >= 0)))
    operation.refuse("it does not have the number of parts that it states");
  let at = 0;
  const parts = sizes.map((size) => cells.slice(at, (at += size)));
  if (parts.reduce((sum, { length }) => sum + length, 0) !== cells.length || at < cells.length) {
    operation.refuse(`it splits another number of columns than the ${cells.length} that reach it`);
  }
  return parts.map(cellsOf);
};

const slice: Operator = (operation) => {
  const one = (name: string, index: number, otherwise: number) => {
    const numbers = operation.wholes(name, index) ?? [otherwise];
    return numbers.length === 1 ? numbers[0]! : operation.refuse("it cuts along several axes");
  };
  operation.checkAxis(one("axes", 3, 0));
  if (one("steps", 4, 1) !== 1) operation.refuse("it leaves columns out in between");
  return [cellsOf(operation.cells().slice(one("starts", 1, 0), one("ends", 2, 0)))];
};

const shape: Operator = (operation) => [{ kind: "shape", cells: operation.cells() }];

/** One number in the shape of columns. */
const filled: Operator = (operation) => {
  const value = operation.input(0);
  if (value?.kind !== "shape") return operation.refuse("its shape is not that of columns");
  const [constant = 0] = operation.attribute("value")?.tensor?.values ?? [];
  const expression = number(Number(constant));
  return [cellsOf(value.cells.map(() => ({ kind: "value", label: String(constant), expression })))];
};

const constant: Operator = (operation) => {
  const tensor = operation.attribute("value")?.tensor;
  if (tensor) return [{ kind: "constant", ...tensor }];
  const listed = operation.attribute("value_floats") ?? operation.attribute("value_ints");
  const single = operation.attribute("value_float") ?? operation.attribute("value_int");
  const values = listed ? [...listed.floats, ...listed.wholes] : single ? [single.number ?? NaN] : undefined;
  if (!values) return operation.refuse("it contains no numbers");
  return [{ kind: "constant", dims: listed ? [values.length] : [], values, single: false }];
};

/** The operators of this file with what the reference says of them. */
export const SHAPES: Record<string, { does: string; apply: Operator }> = {
  Identity: { does: "nothing", apply: same },
  Dropout: { does: "nothing, once a model is fitted", apply: (operation) => same(operation) },
  Cast: { does: "another type", apply: cast },
  Reshape: { does: "another shape of the same columns", apply: reshape },
  Flatten: { does: "another shape of the same columns", apply: flatten },
  Squeeze: { does: "another shape of the same columns", apply: features },
  Unsqueeze: { does: "another shape of the same columns", apply: features },
  Concat: { does: "columns side by side", apply: concat },
  FeatureVectorizer: { does: "columns side by side", apply: features },
  ArrayFeatureExtractor: { does: "some of the columns", apply: extract },
  Gather: { does: "some of the columns", apply: gather },
  Slice: { does: "some of the columns", apply: slice },
  Split: { does: "columns in parts", apply: split },
  Shape: { does: "how many columns there are", apply: shape },
  ConstantOfShape: { does: "one number for all rows", apply: filled },
  Constant: { does: "numbers of the file", apply: constant },
};
