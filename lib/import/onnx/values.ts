import type { Expression } from "../../formula/expression";
import type { Algebra, Cell } from "../estimator/sums";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import type { Attribute, GraphNode, Tensor } from "./model-proto";

/** What a name in a graph stands for: numbers of the file, the cells of each row, or their shape. */
export type Value =
  ({ kind: "constant" } & Tensor) | { kind: "cells"; cells: Cell[] } | { kind: "shape"; cells: Cell[] };

/** What is known of the inputs of a graph, by their position. */
export interface InputTypes {
  texts: Set<number>;
  wholes: Set<number>;
  /** Columns that were cut to whole numbers: they have levels, and are not computed with. */
  cut: WeakSet<Column>;
}

/** One node of a graph at work. */
export class Operation implements Algebra {
  constructor(
    readonly node: GraphNode,
    private readonly values: Map<string, Value>,
    readonly workspace: Workspace,
    readonly inputs: InputTypes,
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
      cell.kind === "sum" ? this.refuse("it comes after the linear sum, as in a neural network") : cell,
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
    if (column.kind === "input" && this.inputs.texts.has(column.input)) {
      this.refuse(`it takes the text ${column.label} as a number`);
    }
    if (this.inputs.cut.has(column)) this.refuse(`it computes with ${column.label} cut to a whole number`);
    return this.workspace.numberOf(column);
  }

  refuse(reason: string): never {
    throw new ImportError(`the ${this.node.operator.slice(0, 60)} in the model of ONNX cannot be read: ${reason}`);
  }
}
