import { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import type { Budget } from "../pickle/limits";

/**
 * One field of a message of Protocol Buffers.
 *
 * Source: "Encoding", protobuf.dev/programming-guides/encoding.
 */
export interface Field {
  id: number;
  /** A whole number, for a field of the wire type 0. */
  whole: number;
  /** What a field of any other wire type holds. */
  bytes: Uint8Array;
}

const NONE = new Uint8Array(0);
const VARINT = 0;
/** How many bytes a field has by its wire type; −1 where it says so itself. */
const SIZES: Record<number, number> = { 1: 8, 2: -1, 5: 4 };

/** The fields of a message, in their order. @throws ImportError where the bytes are none, or are cut off */
export function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const reader = new ByteReader(bytes);
  while (reader.left > 0) {
    const tag = varint(reader);
    const [id, wire] = [Math.floor(tag / 8), tag % 8];
    if (id === 0) throw damaged();
    if (wire === VARINT) {
      yield { id, whole: varint(reader), bytes: NONE };
      continue;
    }
    const size = SIZES[wire];
    if (size === undefined) throw damaged();
    yield { id, whole: NaN, bytes: reader.take(size < 0 ? varint(reader) : size) };
  }
}

/** A whole number of up to 64 bits, with a sign. */
function varint(reader: ByteReader): number {
  const first = reader.byte();
  if (first < 0x80) return first;
  let value = BigInt(first & 0x7f);
  for (let shift = 7n; shift < 70n; shift += 7n) {
    const byte = reader.byte();
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return Number(BigInt.asIntN(64, value));
  }
  throw damaged();
}

/** Append the whole numbers of a field of a repeated one, each by itself or many in a row. */
export function addWholes(field: Field, numbers: number[], budget: Budget): void {
  if (!Number.isNaN(field.whole)) {
    budget.addValues(1);
    numbers.push(field.whole);
    return;
  }
  const reader = new ByteReader(field.bytes);
  while (reader.left > 0) {
    budget.addValues(1);
    numbers.push(varint(reader));
  }
}

/** Append the numbers of a field of floats (4 bytes) or doubles (8). */
export function addFloats(bytes: Uint8Array, size: 4 | 8, numbers: number[], budget: Budget): void {
  if (bytes.length % size !== 0) throw damaged();
  budget.addValues(bytes.length / size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += size) {
    numbers.push(size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true));
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

export function textOf({ bytes }: Field): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw damaged();
  }
}

export const damaged = () => new ImportError("the file is no model in ONNX, or is damaged; export it again");
