import { checkContainer } from "../container";
import { assemble } from "../estimator/assemble";
import type { ModelDescription } from "../estimator/description";
import { labelsOf, Workspace, type Column } from "../estimator/workspace";
import { FROM_TABLE, ImportError } from "../import-error";
import { Budget } from "../pickle/limits";
import { ARITHMETIC, type Operator } from "./arithmetic";
import { LEARNED } from "./learned";
import { readModelProto, TEXT, WHOLE_TYPES, type GraphInput, type OnnxModel } from "./model-proto";
import { damaged } from "./protobuf";
import { SHAPES } from "./shapes";
import type { Sum } from "../estimator/sums";
import { Operation, type InputTypes, type Value } from "./values";

/** The operators of ONNX that are read. */
export const OPERATORS: Record<string, { does: string; apply: Operator }> = { ...LEARNED, ...ARITHMETIC, ...SHAPES };

/** What a model is that has other operators. The first that fits counts. */
const OTHERS: [operator: RegExp, is: string][] = [
  [/^Tree/, "a tree or an ensemble of trees"],
  [/Classifier$|^ZipMap$|^ArgMax$|^Softmax$/, "a model that chooses a class"],
  [/^SVM/, "a model of support vectors"],
  [
    /^(Relu|Sigmoid|Tanh|LeakyRelu|Elu|Gelu|Selu|Softplus|HardSigmoid|Conv|.*Pool|LSTM|GRU|RNN|BatchNormalization|LayerNormalization)$/,
    "a neural network",
  ],
  [/^(If|Loop|Scan)$/, "a program with branches"],
];

const MOST_INPUTS = 50_000;

/** Whether bytes begin as a model in ONNX does: with its version, and then who wrote it or the graph. */
export const looksLikeOnnx = ([first, version = 99, second]: Uint8Array): boolean =>
  first === 0x08 && version < 32 && (second === 0x12 || second === 0x1a || second === 0x3a);

/**
 * Read a linear model in ONNX.
 *
 * @param beside names of columns from another file, for a model that takes them as one tensor
 * @throws ImportError where the file is none, saying what it is
 */
export function readOnnx(bytes: Uint8Array, beside: string[] | null): ModelDescription {
  if (!looksLikeOnnx(bytes)) {
    checkContainer(bytes);
    throw damaged();
  }
  const model = readModelProto(bytes, new Budget());
  checkOperators(model);
  const { names, types } = inputsOf(model.inputs, beside);
  const workspace = new Workspace(names);
  const { terms, intercept, inverse } = outputOf(model, workspace, types);
  const coefficients = [...terms.values()];
  if (![intercept, ...coefficients].every(Number.isFinite)) {
    throw new ImportError("the coefficients in the model of ONNX are no finite numbers: the fit has diverged");
  }
  return assemble(
    {
      regressor: "linear model",
      release: null,
      writer: `in ONNX${model.producer ? `, written by ${model.producer}` : ""}`,
      steps: workspace.steps,
      notes: isSingle(model)
        ? ["The file has single precision: its numbers, and estimates of other programs from it, have about 7 digits."]
        : [],
    },
    { columns: [...terms.keys()], coefficients, intercept, inverse },
    workspace,
  );
}

function checkOperators({ nodes }: OnnxModel): void {
  for (const { operator } of nodes) {
    if (Object.hasOwn(OPERATORS, operator)) continue;
    const [, is] = OTHERS.find(([pattern]) => pattern.test(operator)) ?? [];
    const name = operator.replace(/[^\w.]/g, "?").slice(0, 60) || "nameless operator";
    throw new ImportError(
      is
        ? `the model in ONNX is ${is} (it has the operator ${name}); ${FROM_TABLE}`
        : `the model in ONNX has the operator ${name}, which is not read; docs/import.md lists those that are`,
    );
  }
}

/** The names of all columns, null where a tensor has several, and their types. */
function inputsOf(inputs: GraphInput[], beside: string[] | null) {
  const names: (string | null)[] = [];
  const types: InputTypes = { texts: new Set(), wholes: new Set(), cut: new WeakSet() };
  for (const { name, type, dims } of inputs) {
    if (dims.length > 2)
      throw new ImportError(`the input ${label(name)} of the model in ONNX is no table of rows and columns`);
    const said = dims.length === 2 ? dims[1] : 1;
    const count = said ?? (inputs.length === 1 ? beside?.length : undefined);
    if (count === undefined) {
      throw new ImportError(
        `the model in ONNX does not say how many columns ${label(name)} has; give a list of their names in JSON beside it`,
      );
    }
    if (names.length + count > MOST_INPUTS) throw new ImportError("the model in ONNX takes too many columns");
    const isNamed = count === 1 && (inputs.length > 1 || !/^(x|.*input.*|.*::.*|args?_?\d*)$/i.test(name));
    for (let column = 0; column < count; column++) {
      if (type === TEXT) types.texts.add(names.length);
      if (WHOLE_TYPES.includes(type)) types.wholes.add(names.length);
      names.push(isNamed ? name : null);
    }
  }
  if (beside && beside.length !== names.length) {
    throw new ImportError(`the model takes ${names.length} columns, and the list beside it has ${beside.length} names`);
  }
  return { names: beside ?? names, types };
}

/** Follow the graph from its inputs to its output. */
function outputOf({ inputs, tensors, nodes, outputs }: OnnxModel, workspace: Workspace, types: InputTypes): Sum {
  const values = new Map<string, Value>();
  for (const [name, tensor] of tensors) values.set(name, { kind: "constant", ...tensor });
  const start = workspace.start();
  let at = 0;
  for (const { name, dims } of inputs) {
    const count = dims.length < 2 ? 1 : (dims[1] ?? start.length);
    values.set(name, { kind: "cells", cells: start.slice(at, (at += count)) });
  }
  for (const node of nodes) {
    const operation = new Operation(node, values, workspace, types);
    const made = OPERATORS[node.operator]!.apply(operation);
    node.outputs.forEach((name, index) => {
      const value = made[index];
      if (value) values.set(name, checked(value, operation));
    });
    const [first] = made;
    if (Object.hasOwn(LEARNED, node.operator) && first) workspace.steps.push(stepOf(operation));
  }
  const value = values.get(outputs[0] ?? "");
  if (value?.kind !== "cells" || outputs.length > 1 || value.cells.length !== 1) {
    throw new ImportError(
      outputs.length > 1 || (value?.kind === "cells" && value.cells.length > 1)
        ? "the model in ONNX has several outputs; export a model that estimates one number"
        : "the model in ONNX has no output that its inputs reach",
    );
  }
  const [cell] = value.cells;
  if (cell?.kind !== "sum") throw new ImportError("the model in ONNX has no sum of columns and coefficients");
  return cell;
}

function stepOf(operation: Operation): string {
  const columns = operation.cells().filter((cell): cell is Column => cell.kind !== "sum");
  return `${operation.node.operator} of ${labelsOf(columns)}`;
}

function checked(value: Value, operation: Operation): Value {
  if (value.kind === "constant") return value;
  operation.workspace.spend(value.cells.length);
  operation.workspace.check(value.cells.filter((cell): cell is Column => cell.kind !== "sum"));
  return value;
}

/** Whether numbers of the model are singles: its tensors, or attributes of nodes, which always are. */
function isSingle({ tensors, nodes }: OnnxModel): boolean {
  const inNodes = nodes.some(({ attributes }) => [...attributes.values()].some(({ floats }) => floats.length > 0));
  return inNodes || [...tensors.values()].some(({ single }) => single);
}

const label = (name: string) => JSON.stringify(name.slice(0, 60));
