import { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import { readArray, readShape } from "../pickle/arrays";
import { elementTypeOf } from "../pickle/elements";
import type { Budget } from "../pickle/limits";
import { PyTuple, type PyArray } from "../pickle/nodes";

/**
 * An array in a file of numpy.
 *
 * Source: `numpy.lib.format`, which describes the header: a dict of Python with the type, the order and the shape.
 *
 * @throws ImportError where it is damaged, or has objects in it
 */
export function readNpy(bytes: Uint8Array, budget: Budget): PyArray {
  const reader = new ByteReader(bytes);
  const magic = String.fromCharCode(...reader.take(6));
  const version = reader.uint16() & 0xff;
  const header = new TextDecoder().decode(reader.take(version === 1 ? reader.uint16() : reader.uint32()));
  const match =
    /^\{'descr': '([^']{1,40})', 'fortran_order': (True|False), 'shape': \((\d{0,15}(?:, ?\d{1,15})*),?\), \}\s*$/.exec(
      header,
    );
  if (magic !== "\x93NUMPY" || !match) throw new ImportError("the file has an array of numpy that cannot be read");
  const [, description, byColumns, lengths] = match as unknown as [string, string, string, string];
  const items = lengths === "" ? [] : lengths.split(",").map(Number);
  const { shape } = readShape(new PyTuple(items), budget);
  return readArray(reader.take(reader.left), shape, elementTypeOf(description), byColumns === "True", budget);
}
