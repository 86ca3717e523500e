import { ImportError } from "../import-error";
import { elementTypeOf, readElements, unknownArray, type ElementType } from "./elements";
import type { Budget } from "./limits";
import { PyArray, PyGlobal, PyList, PyObject, PyTuple, type Node } from "./nodes";

const MOST_DIMENSIONS = 8;

/** The type that numpy's `dtype(…)` stands for, with its state; see `numpy.dtype.__reduce__`. */
export function readElementType(node: Node | undefined): ElementType {
  if (!(node instanceof PyObject) || !isNumpy(node.of, "dtype")) throw unknownArray();
  const [text] = node.args;
  const [, order] = node.state instanceof PyTuple ? node.state.items : [];
  return elementTypeOf(asText(text), order === ">" ? ">" : "<");
}

/** The shape of an array, and how many elements that is. */
export function readShape(node: Node | undefined, budget: Budget): { shape: number[]; count: number } {
  const items =
    node instanceof PyTuple || node instanceof PyList ? node.items : typeof node === "number" ? [node] : null;
  if (!items || items.length > MOST_DIMENSIONS) throw unknownArray();
  const shape = items.map((item) => {
    if (typeof item !== "number" || !Number.isSafeInteger(item) || item < 0) throw unknownArray();
    return item;
  });
  const count = shape.reduce((product, length) => product * length, 1);
  budget.addArray(count);
  return { shape, count };
}

/** An array from its bytes, in the order of rows whatever order they were written in. */
export function readArray(
  bytes: Uint8Array,
  shape: number[],
  type: ElementType,
  byColumns: boolean,
  budget: Budget,
): PyArray {
  const count = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== count * type.size || (type.size === 0 && count > 0))
    throw new ImportError("an array of the file has fewer bytes than its shape needs");
  return new PyArray(shape, type.name, () => {
    // The same bytes may be named again and again: each array that is read of them counts.
    budget.addValues(Math.max(count, bytes.length / 8));
    return inRows(readElements(bytes, count, type), shape, byColumns);
  });
}

/** The same elements, those of a row side by side. */
export function inRows<Values extends Node[] | Float64Array>(
  values: Values,
  shape: number[],
  byColumns: boolean,
): Values {
  if (!byColumns || shape.length < 2) return values;
  const ordered = values.slice() as Values;
  const position = shape.map(() => 0);
  for (let index = 0; index < values.length; index++) {
    let from = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) from = from * shape[axis]! + position[axis]!;
    ordered[index] = values[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      position[axis]!++;
      if (position[axis]! < shape[axis]!) break;
      position[axis] = 0;
    }
  }
  return ordered;
}

/** Whether a name is numpy's, of release 1 or 2: `numpy.core.multiarray` and `numpy._core.multiarray` are one module. */
function isNumpy({ module, name }: PyGlobal, wanted: string): boolean {
  return name === wanted && /^numpy(\.|$)/.test(module);
}

/** What an object of numpy stands for once its parts are there; undefined where it is none, or not complete. */
export function settleArray(object: PyObject, budget: Budget): Node | undefined {
  const { of, args, state } = object;
  if (of.path === "_codecs.encode" && typeof args[0] === "string") return bytesOf(args[0], budget);
  // Protocols before 3 write empty bytes as a call without arguments.
  if (/^(__builtin__|builtins)\.(bytes|bytearray)$/.test(of.path))
    return args.length === 0 ? new Uint8Array(0) : asBytes(args[0], budget);
  if (isNumpy(of, "scalar")) {
    const [type, value] = args;
    const known = readElementType(type);
    if (known.name === "O") return value ?? null;
    budget.addValues(1);
    const [only] = readArray(asBytes(value, budget), [], known, false, budget).values;
    return only ?? null;
  }
  if (isNumpy(of, "_frombuffer")) {
    const [buffer, type, shape, order] = args;
    return readArray(
      asBytes(buffer, budget),
      readShape(shape, budget).shape,
      readElementType(type),
      order === "F",
      budget,
    );
  }
  if (
    isNumpy(of, "_reconstruct") &&
    state instanceof PyTuple &&
    args[0] instanceof PyGlobal &&
    args[0].name === "ndarray"
  ) {
    const [, shape, type, byColumns, data] = state.items;
    const { shape: lengths, count } = readShape(shape, budget);
    const known = readElementType(type);
    if (known.name !== "O") return readArray(asBytes(data, budget), lengths, known, byColumns === true, budget);
    if (!(data instanceof PyList) || data.items.length !== count) throw unknownArray();
    return new PyArray(lengths, "O", inRows(data.items, lengths, byColumns === true));
  }
  return undefined;
}

/** Python 2 and the protocols before 3 have bytes as a text of as many characters. */
function asBytes(node: Node | undefined, budget: Budget): Uint8Array {
  if (node instanceof Uint8Array) return node;
  if (typeof node === "string") return bytesOf(node, budget);
  throw unknownArray();
}

function bytesOf(text: string, budget: Budget): Uint8Array {
  budget.addValues(text.length / 8);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function asText(node: Node | undefined): string {
  if (typeof node === "string") return node;
  if (node instanceof Uint8Array) return new TextDecoder("latin1").decode(node);
  throw unknownArray();
}

/** The members of a list, tuple, set or array of one dimension; undefined for anything else. */
export function itemsOf(node: Node | undefined): Node[] | undefined {
  if (node instanceof PyList || node instanceof PyTuple) return node.items;
  if (node instanceof PyArray) return node.values instanceof Float64Array ? Array.from(node.values) : node.values;
  return undefined;
}
