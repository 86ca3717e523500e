import { ByteReader } from "../byte-reader";
import { settleJoblibArray } from "../joblib";
import { settleArray } from "./arrays";
import { Budget } from "./limits";
import { standingOf } from "./names";
import { PyGlobal, PyObject, type Node } from "./nodes";
import { readPickle, type PickleContext } from "./read-pickle";

/** A pickle as it was read, with the names in it that the answer does not need. */
export interface OpenedPickle {
  root: Node;
  /** Names of what estimators carry beside what their answer needs, each once. */
  carried: string[];
}

/** Protocols 0 and 1 make an instance by a function that takes its class. */
function settleInstance(object: PyObject): PyObject {
  const [of] = object.args;
  const isMade = /^copy_?reg\._reconstructor$/.test(object.of.path) && of instanceof PyGlobal;
  return isMade ? new PyObject(of, []) : object;
}

/**
 * Read the bytes of a pickle or of an uncompressed joblib file. Several pickles in one file, as some programs write
 * them, are read one after the other; the last array of bytes that is none is passed over.
 *
 * @throws ImportError where it is none, is damaged, too large, or names what no fitted model needs
 */
export function openPickle(bytes: Uint8Array, budget = new Budget()): OpenedPickle {
  const carried = new Set<string>();
  const context: PickleContext = {
    budget,
    checkName(global: PyGlobal) {
      if (standingOf(global) === "carried") carried.add(global.path);
    },
    settle(object: PyObject, reader: ByteReader): Node {
      return (
        settleArray(object, budget) ??
        settleJoblibArray(object, reader, budget, () => readPickle(reader, context)) ??
        settleInstance(object)
      );
    },
  };
  const root = readPickle(new ByteReader(bytes), context);
  return { root, carried: [...carried] };
}
