import { formatQuantity } from "../../model/format";
import { ByteReader } from "../byte-reader";
import { AGAIN, ImportError } from "../import-error";
import { settleJoblibArray } from "../joblib";
import { settleArray } from "./arrays";
import type { CheckedNames } from "./checked-names";
import type { Budget } from "./limits";
import { Malformed } from "./literals";
import { PyGlobal, PyObject, type Node } from "./nodes";
import { readPickle, type PickleContext } from "./read-pickle";

/** Protocols 0 and 1 make an instance by a function that takes its class. */
function settleInstance(object: PyObject): PyObject {
  const [of] = object.args;
  const isMade = /^copy_?reg\._reconstructor$/.test(object.of.path) && of instanceof PyGlobal;
  return isMade ? new PyObject(of, []) : object;
}

/**
 * Read the bytes of a pickle or of an uncompressed joblib file: its first pickle; what follows it is not looked at.
 *
 * @throws ImportError where it is none, is damaged, too large, or names what no fitted model needs
 */
export function openPickle(bytes: Uint8Array, budget: Budget, names: CheckedNames): Node {
  const context: PickleContext = {
    budget,
    checkName: (global) => names.check(global),
    settle(object: PyObject, reader: ByteReader): Node {
      return (
        settleArray(object, budget) ??
        settleJoblibArray(object, reader, budget, () => readPickle(reader, context)) ??
        settleInstance(object)
      );
    },
  };
  const reader = new ByteReader(bytes);
  return names.explain(() => {
    try {
      return readPickle(reader, context);
    } catch (error) {
      throw error instanceof Malformed ? brokenAt(reader) : error;
    }
  });
}

/** Where bytes cannot be read, and what to do. */
function brokenAt({ position, bytes }: ByteReader): ImportError {
  const place = `byte ${formatQuantity(position)} of ${formatQuantity(bytes.length)}`;
  return new ImportError(`the file is no pickle, or is damaged: ${place} does not belong there; ${AGAIN}`);
}
