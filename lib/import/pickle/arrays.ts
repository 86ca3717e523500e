import { ImportError } from "../import-error";
import type { Budget } from "./limits";
import { PyArray, PyDict, PyGlobal, PyList, PyObject, PyTuple, type Node } from "./nodes";

/** A type of numpy's elements, as far as models have them. */
export interface ElementType {
  /** "f8", "i4", "b1", "U", "S", "O". */
  name: string;
  /** Bytes of an element. */
  size: number;
  littleEndian: boolean;
}

const MOST_DIMENSIONS = 8;
const SIZES: Record<string, number> = { b1: 1, i1: 1, u1: 1, i2: 2, u2: 2, i4: 4, u4: 4, i8: 8, u8: 8, f2: 2, f4: 4, f8: 8 };

/** The type that numpy's `dtype(…)` stands for, with its state; see `numpy.dtype.__reduce__`. */
export function readElementType(node: Node | undefined): ElementType {
  if (!(node instanceof PyObject) || !isNumpy(node.of, "dtype")) throw unknownArray();
  const [text] = node.args;
  const [, order] = node.state instanceof PyTuple ? node.state.items : [];
  return elementTypeOf(asText(text), order === ">" ? ">" : "<");
}

/** The type of a description such as "<f8", "|b1", "<U5" or "O". */
export function elementTypeOf(description: string, order = "<"): ElementType {
  const match = /^([<>|=]?)([a-zA-Z]\w*)$/.exec(description);
  const littleEndian = (match?.[1] || order) !== ">";
  const code = match?.[2] ?? "";
  const named: Record<string, string> = { bool: "b1", int64: "i8", int32: "i4", float64: "f8", float32: "f4", object: "O" };
  const name = named[code] ?? code;
  if (name === "O" || name === "O8" || name === "O4") return { name: "O", size: 8, littleEndian };
  if (SIZES[name]) return { name, size: SIZES[name], littleEndian };
  const text = /^([US])(\d{1,4})$/.exec(name);
  if (text) return { name: text[1]!, size: Number(text[2]) * (text[1] === "U" ? 4 : 1), littleEndian };
  if (/^V\d*$/.test(name)) throw new ImportError("the file has a table of records (a structured array), as trees have and linear models do not");
  throw new ImportError(`the file has an array of ${JSON.stringify(description.slice(0, 40))}, which is not known`);
}

/** The shape of an array, and how many elements that is. */
export function readShape(node: Node | undefined, budget: Budget): { shape: number[]; count: number } {
  const items = node instanceof PyTuple || node instanceof PyList ? node.items : typeof node === "number" ? [node] : null;
  if (!items || items.length > MOST_DIMENSIONS) throw unknownArray();
  const shape = items.map((item) => {
    if (typeof item !== "number" || !Number.isSafeInteger(item) || item < 0) throw unknownArray();
    return item;
  });
  const count = shape.reduce((product, length) => product * length, 1);
  budget.addValues(count);
  return { shape, count };
}

/** An array from its bytes, in the order of rows whatever order they were written in. */
export function readArray(bytes: Uint8Array, shape: number[], type: ElementType, byColumns: boolean): PyArray {
  const count = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== count * type.size) throw new ImportError("an array of the file has fewer bytes than its shape needs");
  return new PyArray(shape, type.name, inRows(readElements(bytes, count, type), shape, byColumns));
}

/** The same elements, those of a row side by side. */
export function inRows<Values extends Node[] | Float64Array>(values: Values, shape: number[], byColumns: boolean): Values {
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

function readElements(bytes: Uint8Array, count: number, { name, size, littleEndian }: ElementType): Node[] | Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = (read: (start: number) => string) => Array.from({ length: count }, (_, index) => read(index * size));
  switch (name) {
    case "U":
      return texts((start) => {
        const points: number[] = [];
        for (let at = start; at < start + size; at += 4) points.push(view.getUint32(at, littleEndian));
        if (points.some((point) => point > 0x10ffff)) throw unknownArray();
        return String.fromCodePoint(...points).replace(/\0+$/, "");
      });
    case "S":
      return texts((start) => new TextDecoder("latin1").decode(bytes.subarray(start, start + size)).replace(/\0+$/, ""));
    case "b1":
      return Array.from({ length: count }, (_, index) => bytes[index] !== 0);
    case "O":
      throw unknownArray();
    default: {
      const read = numberReader(view, name, littleEndian);
      const values = new Float64Array(count);
      for (let index = 0; index < count; index++) values[index] = read(index * size);
      return values;
    }
  }
}

function numberReader(view: DataView, name: string, littleEndian: boolean): (at: number) => number {
  switch (name) {
    case "f8":
      return (at) => view.getFloat64(at, littleEndian);
    case "f4":
      return (at) => view.getFloat32(at, littleEndian);
    case "f2":
      return (at) => half(view.getUint16(at, littleEndian));
    case "i8":
      return (at) => Number(view.getBigInt64(at, littleEndian));
    case "u8":
      return (at) => Number(view.getBigUint64(at, littleEndian));
    case "i4":
      return (at) => view.getInt32(at, littleEndian);
    case "u4":
      return (at) => view.getUint32(at, littleEndian);
    case "i2":
      return (at) => view.getInt16(at, littleEndian);
    case "u2":
      return (at) => view.getUint16(at, littleEndian);
    case "i1":
      return (at) => view.getInt8(at);
    default:
      return (at) => view.getUint8(at);
  }
}

/** A number of 16 bits: a sign, five bits of exponent, ten of fraction (IEEE 754). */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 0x1f, bits & 0x3ff];
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

/** Whether a name is numpy's, of release 1 or 2: `numpy.core.multiarray` and `numpy._core.multiarray` are one module. */
export function isNumpy({ module, name }: PyGlobal, wanted: string): boolean {
  return name === wanted && /^numpy(\.|$)/.test(module);
}

/** What an object of numpy stands for once its parts are there; undefined where it is none, or not complete. */
export function settleArray(object: PyObject, budget: Budget): Node | undefined {
  const { of, args, state } = object;
  if (of.path === "_codecs.encode" && typeof args[0] === "string") return bytesOf(args[0]);
  // Protocols before 3 write empty bytes as a call without arguments.
  if (/^(__builtin__|builtins)\.(bytes|bytearray)$/.test(of.path)) return args.length === 0 ? new Uint8Array(0) : asBytes(args[0]);
  if (isNumpy(of, "scalar")) {
    const [type, value] = args;
    const known = readElementType(type);
    if (known.name === "O") return value ?? null;
    budget.addValues(1);
    const [only] = readArray(asBytes(value), [], known, false).values;
    return only ?? null;
  }
  if (isNumpy(of, "_frombuffer")) {
    const [buffer, type, shape, order] = args;
    return readArray(asBytes(buffer), readShape(shape, budget).shape, readElementType(type), order === "F");
  }
  if (isNumpy(of, "_reconstruct") && state instanceof PyTuple && args[0] instanceof PyGlobal && args[0].name === "ndarray") {
    const [, shape, type, byColumns, data] = state.items;
    const { shape: lengths, count } = readShape(shape, budget);
    const known = readElementType(type);
    if (known.name !== "O") return readArray(asBytes(data), lengths, known, byColumns === true);
    if (!(data instanceof PyList) || data.items.length !== count) throw unknownArray();
    return new PyArray(lengths, "O", inRows(data.items, lengths, byColumns === true));
  }
  return undefined;
}

/** Python 2 and the protocols before 3 have bytes as a text of as many characters. */
function asBytes(node: Node | undefined): Uint8Array {
  if (node instanceof Uint8Array) return node;
  if (typeof node === "string") return bytesOf(node);
  throw unknownArray();
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function asText(node: Node | undefined): string {
  if (typeof node === "string") return node;
  if (node instanceof Uint8Array) return new TextDecoder("latin1").decode(node);
  throw unknownArray();
}

function unknownArray(): ImportError {
  return new ImportError("the file has an array of numpy that cannot be read; save it with a current release of numpy");
}

/** The members of a list, tuple, set or array of one dimension; undefined for anything else. */
export function itemsOf(node: Node | undefined): Node[] | undefined {
  if (node instanceof PyList || node instanceof PyTuple) return node.items;
  if (node instanceof PyArray) return Array.from(node.values);
  return undefined;
}

/** The entries of a dict, or of what is a kind of dict. */
export function entriesOf(node: Node | undefined): [Node, Node][] | undefined {
  if (node instanceof PyDict || (node instanceof PyObject && node.entries.length > 0)) return node.entries;
  return undefined;
}
