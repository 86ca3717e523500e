import { ByteReader } from "../byte-reader";
import { ImportError } from "../import-error";
import { settleJoblibArray } from "../joblib";
import { refusalOf } from "../refusals";
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
 * Read the bytes of a pickle or of an uncompressed joblib file: its first pickle; what follows it is not looked at.
 *
 * @throws ImportError where it is none, is damaged, too large, or names what no fitted model needs
 */
export function openPickle(bytes: Uint8Array, budget = new Budget()): OpenedPickle {
  const carried = new Set<string>();
  let refused: PyGlobal | undefined;
  const context: PickleContext = {
    budget,
    checkName(global: PyGlobal) {
      const standing = standingOf(global);
      if (standing === "carried") carried.add(global.path);
      if (standing === "refused") refused ??= global;
    },
    settle(object: PyObject, reader: ByteReader): Node {
      return (
        settleArray(object, budget) ??
        settleJoblibArray(object, reader, budget, () => readPickle(reader, context)) ??
        settleInstance(object)
      );
    },
  };
  try {
    const root = readPickle(new ByteReader(bytes), context);
    return { root, carried: [...carried] };
  } catch (error) {
    // A forest has tables of records, which no reader of linear models knows: it is refused for being a forest.
    if (error instanceof ImportError && refused) throw refusalOf(refused);
    throw error;
  }
}
