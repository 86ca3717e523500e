import type { ByteReader } from "./byte-reader";
import { ImportError } from "./import-error";
import type { Budget } from "./pickle/limits";
import { inRows, readArray, readElementType, readShape } from "./pickle/arrays";
import { PyArray, type Node, type PyObject } from "./pickle/nodes";

/**
 * Joblib writes a pickle in which each array is an object that says its type and shape; the elements follow in the
 * stream, right behind the code that gives the object its state: after a byte with the length of a padding, since joblib
 * 1.1, or at once. An array of objects follows as a pickle of its own.
 *
 * Source: joblib's `numpy_pickle.py`, `NumpyArrayWrapper.read_array`.
 *
 * @param readNested reads the pickle of an array of objects
 * @returns undefined for an object that is no such array, or has no state yet
 */
export function settleJoblibArray(
  object: PyObject,
  reader: ByteReader,
  budget: Budget,
  readNested: () => Node,
): Node | undefined {
  const { module, name } = object.of;
  if (!/(^|\.)joblib\./.test(module)) return undefined;
  if (name === "NDArrayWrapper" || name === "ZNDArrayWrapper") {
    throw new ImportError(
      "the file was written by a joblib before 0.10, which puts each array into a file of its own; load it and save it again with joblib.dump(model, 'model.joblib')",
    );
  }
  if (name !== "NumpyArrayWrapper" || object.state === undefined) return undefined;
  const { shape, count } = readShape(object.get("shape"), budget);
  const type = readElementType(object.get("dtype"));
  const byColumns = object.get("order") === "F";
  if (type.name === "O") {
    const nested = budget.within(readNested);
    if (!(nested instanceof PyArray) || nested.values.length !== count) {
      throw new ImportError("an array of objects in the file does not have the size that it states");
    }
    return new PyArray(shape, "O", inRows(Array.from(nested.values), shape, false));
  }
  const aligned = object.get("numpy_array_alignment_bytes");
  if (typeof aligned === "number") reader.take(reader.byte());
  return readArray(reader.take(count * type.size), shape, type, byColumns, budget);
}
