import { ImportError } from "../import-error";
import type { Node } from "./nodes";

/** A type of numpy's elements, as far as models have them. */
export interface ElementType {
  /** "f8", "i4", "b1", "U", "S", "O". */
  name: string;
  /** Bytes of an element. */
  size: number;
  littleEndian: boolean;
}

const SIZES: Record<string, number> = {
  b1: 1,
  i1: 1,
  u1: 1,
  i2: 2,
  u2: 2,
  i4: 4,
  u4: 4,
  i8: 8,
  u8: 8,
  f2: 2,
  f4: 4,
  f8: 8,
};

/** The type of a description such as "<f8", "|b1", "<U5" or "O". */
export function elementTypeOf(description: string, order = "<"): ElementType {
  const match = /^([<>|=]?)([a-zA-Z]\w*)$/.exec(description);
  const littleEndian = (match?.[1] || order) !== ">";
  const code = match?.[2] ?? "";
  const named: Record<string, string> = {
    bool: "b1",
    int64: "i8",
    int32: "i4",
    float64: "f8",
    float32: "f4",
    object: "O",
  };
  const name = named[code] ?? code;
  if (name === "O" || name === "O8" || name === "O4") return { name: "O", size: 8, littleEndian };
  if (SIZES[name]) return { name, size: SIZES[name], littleEndian };
  const text = /^([US])(\d{1,4})$/.exec(name);
  if (text) return { name: text[1]!, size: Number(text[2]) * (text[1] === "U" ? 4 : 1), littleEndian };
  if (/^V\d*$/.test(name))
    throw new ImportError(
      "the file has a table of records (a structured array), as trees have and linear models do not",
    );
  throw new ImportError(`the file has an array of ${JSON.stringify(description.slice(0, 40))}, which is not known`);
}

/** The elements of an array, in the order of its bytes. */
export function readElements(
  bytes: Uint8Array,
  count: number,
  { name, size, littleEndian }: ElementType,
): Node[] | Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = (read: (start: number) => string) => {
    const all: string[] = [];
    for (let index = 0; index < count; index++) all.push(read(index * size));
    return all;
  };
  switch (name) {
    case "U":
      return texts((start) => {
        const points: number[] = [];
        for (let at = start; at < start + size; at += 4) points.push(view.getUint32(at, littleEndian));
        if (points.some((point) => point > 0x10ffff)) throw unknownArray();
        return String.fromCodePoint(...points).replace(/\0+$/, "");
      });
    case "S":
      return texts((start) => {
        let end = start + size;
        while (end > start && bytes[end - 1] === 0) end--;
        return String.fromCharCode(...bytes.subarray(start, end));
      });
    case "b1":
      return Array.from(bytes, (byte) => byte !== 0);
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

export function unknownArray(): ImportError {
  return new ImportError("the file has an array of numpy that cannot be read; save it with a current release of numpy");
}
