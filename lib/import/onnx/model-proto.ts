import { ImportError } from "../import-error";
import type { Budget } from "../pickle/limits";
import { addFloats, addWholes, damaged, fieldsOf, textOf, type Field } from "./protobuf";

/** A tensor that the file holds. */
export interface Tensor {
  dims: number[];
  values: number[] | string[];
  /** Whether its numbers are singles, with about seven digits. */
  single: boolean;
}

export interface Attribute {
  number: number | undefined;
  text: string | undefined;
  tensor: Tensor | undefined;
  floats: number[];
  wholes: number[];
  texts: string[];
}

export interface GraphNode {
  operator: string;
  inputs: string[];
  outputs: string[];
  attributes: Map<string, Attribute>;
}

export interface GraphInput {
  name: string;
  /** The type of its elements, as TensorProto.DataType numbers them; 8 is a text. */
  type: number;
  /** Null for a size that the file leaves open. */
  dims: (number | null)[];
}

export interface OnnxModel {
  producer: string;
  nodes: GraphNode[];
  tensors: Map<string, Tensor>;
  inputs: GraphInput[];
  outputs: string[];
}

export const TEXT = 8;
/** Types that hold whole numbers. */
export const WHOLE_TYPES = [2, 3, 4, 5, 6, 7, 9, 12, 13];
const FLOAT = 1;
const DOUBLE = 11;
/** Bytes of whole numbers in raw data, by their type. */
const WHOLE_SIZES: Record<number, number> = { 2: 1, 3: 1, 5: 2, 6: 4, 7: 8, 9: 1, 12: 4 };

/**
 * Read a model in ONNX as far as a linear model needs it: nodes, tensors, inputs and outputs.
 *
 * Source: onnx.proto of github.com/onnx/onnx, messages ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto.
 *
 * @throws ImportError where the bytes are none, are cut off or too large
 */
export function readModelProto(bytes: Uint8Array, budget: Budget): OnnxModel {
  const producer: string[] = [];
  let graph: Uint8Array | undefined;
  let isWhole = false;
  for (const field of fieldsOf(bytes)) {
    if (field.id === 2 || field.id === 3) producer[field.id - 2] = textOf(field);
    else if (field.id === 7) graph = field.bytes;
    else if (field.id === 8) isWhole = true;
  }
  // The versions of operators stand behind the graph, and no model is without them.
  if (!graph || !isWhole) throw damaged();
  const said = producer.filter((each) => /^[\w.+ -]{1,40}$/.test(each ?? "")).join(" ");
  return { producer: said, ...readGraph(graph, budget) };
}

function readGraph(bytes: Uint8Array, budget: Budget): Omit<OnnxModel, "producer"> {
  const nodes: GraphNode[] = [];
  const tensors = new Map<string, Tensor>();
  const inputs: GraphInput[] = [];
  const outputs: string[] = [];
  for (const field of fieldsOf(bytes)) {
    budget.addNodes();
    if (field.id === 1) nodes.push(readNode(field.bytes, budget));
    else if (field.id === 5) {
      const { name, tensor } = readTensor(field.bytes, budget);
      tensors.set(name, tensor);
    } else if (field.id === 11) inputs.push(readInput(field.bytes));
    else if (field.id === 12) outputs.push(readInput(field.bytes).name);
    else if (field.id === 15) throw new ImportError("the model in ONNX contains sparse tensors, which are not read");
  }
  // Early releases list tensors of the file among the inputs too.
  return { nodes, tensors, inputs: inputs.filter(({ name }) => !tensors.has(name)), outputs };
}

function readNode(bytes: Uint8Array, budget: Budget): GraphNode {
  const node: GraphNode = { operator: "", inputs: [], outputs: [], attributes: new Map() };
  for (const field of fieldsOf(bytes)) {
    budget.addNodes();
    if (field.id === 1) node.inputs.push(textOf(field));
    else if (field.id === 2) node.outputs.push(textOf(field));
    else if (field.id === 4) node.operator = textOf(field);
    else if (field.id === 5) readAttribute(field.bytes, node.attributes, budget);
  }
  return node;
}

function readAttribute(bytes: Uint8Array, attributes: GraphNode["attributes"], budget: Budget): void {
  let name = "";
  const attribute: Attribute = {
    number: undefined,
    text: undefined,
    tensor: undefined,
    floats: [],
    wholes: [],
    texts: [],
  };
  for (const field of fieldsOf(bytes)) {
    if (field.id === 1) name = textOf(field);
    else if (field.id === 2) attribute.number = single(field, budget);
    else if (field.id === 3) attribute.number = field.whole;
    else if (field.id === 4) attribute.text = textOf(field);
    else if (field.id === 5) attribute.tensor = readTensor(field.bytes, budget).tensor;
    else if (field.id === 7) addFloats(field.bytes, 4, attribute.floats, budget);
    else if (field.id === 8) addWholes(field, attribute.wholes, budget);
    else if (field.id === 9) {
      budget.addNodes();
      attribute.texts.push(textOf(field));
    }
  }
  attributes.set(name, attribute);
}

function single(field: Field, budget: Budget): number {
  const numbers: number[] = [];
  addFloats(field.bytes, 4, numbers, budget);
  return numbers[0] ?? NaN;
}

function readTensor(bytes: Uint8Array, budget: Budget): { name: string; tensor: Tensor } {
  let [name, type] = ["", 0];
  let raw: Uint8Array | undefined;
  const dims: number[] = [];
  const numbers: number[] = [];
  const texts: string[] = [];
  for (const field of fieldsOf(bytes)) {
    if (field.id === 1) addWholes(field, dims, budget);
    else if (field.id === 2) type = field.whole;
    else if (field.id === 4) addFloats(field.bytes, 4, numbers, budget);
    else if (field.id === 5 || field.id === 7) addWholes(field, numbers, budget);
    else if (field.id === 6) {
      budget.addNodes();
      texts.push(textOf(field));
    } else if (field.id === 8) name = textOf(field);
    else if (field.id === 9) raw = field.bytes;
    else if (field.id === 10) addFloats(field.bytes, 8, numbers, budget);
    else if (field.id === 13 || (field.id === 14 && field.whole === 1)) {
      throw new ImportError(
        "the model in ONNX keeps its numbers in another file; export it with them inside (external_data=False)",
      );
    }
  }
  if (raw) addRaw(raw, type, numbers, budget);
  const values = type === TEXT ? texts : numbers;
  const isWhole = dims.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (!isWhole || dims.reduce((product, size) => product * size, 1) !== values.length) throw damaged();
  return { name, tensor: { dims, values, single: type === FLOAT } };
}

function addRaw(bytes: Uint8Array, type: number, numbers: number[], budget: Budget): void {
  if (type === FLOAT || type === DOUBLE) return addFloats(bytes, type === FLOAT ? 4 : 8, numbers, budget);
  const size = WHOLE_SIZES[type];
  if (size === undefined)
    throw new ImportError(`the model in ONNX contains numbers of a type that is not read (${type})`);
  if (bytes.length % size !== 0) throw damaged();
  budget.addValues(bytes.length / size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += size) {
    if (size === 8) numbers.push(Number(view.getBigInt64(at, true)));
    else if (size === 4) numbers.push(type === 12 ? view.getUint32(at, true) : view.getInt32(at, true));
    else if (size === 2) numbers.push(view.getInt16(at, true));
    else numbers.push(type === 3 ? view.getInt8(at) : view.getUint8(at));
  }
}

/** ValueInfoProto, with the type and sizes of a tensor. */
function readInput(bytes: Uint8Array): GraphInput {
  const input: GraphInput = { name: "", type: 0, dims: [] };
  for (const field of fieldsOf(bytes)) {
    if (field.id === 1) input.name = textOf(field);
    const inner = field.id === 2 ? fieldsOf(field.bytes) : [];
    for (const type of inner) {
      if (type.id !== 1) continue;
      for (const part of fieldsOf(type.bytes)) {
        if (part.id === 1) input.type = part.whole;
        if (part.id === 2) input.dims = [...fieldsOf(part.bytes)].slice(0, 10).map(sizeOf);
      }
    }
  }
  return input;
}

function sizeOf({ bytes }: Field): number | null {
  for (const { id, whole } of fieldsOf(bytes)) if (id === 1 && Number.isSafeInteger(whole) && whole > 0) return whole;
  return null;
}
