import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import type { CheckedNames } from "../pickle/checked-names";
import type { Budget } from "../pickle/limits";
import { PyArray, PyDict, PyGlobal, PyList, PyObject, PySet, PyTuple, type Node } from "../pickle/nodes";
import { readJson } from "../read-json";
import type { Archive } from "../unpack/zip";
import { readNpy } from "./npy";

/** The file of a skops archive that describes the others. */
export const SCHEMA = "schema.json";
const DEEPEST = 200;

/** What skops writes for an object: its class, how it is loaded, and what it has, by names of its own for each loader. */
interface State {
  readonly [name: string]: unknown;
}

/**
 * Read a file of skops as the same tree of symbols that a pickle gives.
 *
 * Source: skops 0.16, `skops/io/_general.py`, `_numpy.py`, `_scipy.py` and `_sklearn.py`, which write these states.
 *
 * @throws ImportError where it is damaged, too large, or names what no fitted model needs
 */
export function readSkops(archive: Archive, budget: Budget, names: CheckedNames): Node {
  const reader = new SkopsReader(archive, budget, names);
  const schema = readJson(archive.read(SCHEMA, LARGEST_SCHEMA));
  return names.explain(() => reader.read(schema));
}

const LARGEST_SCHEMA = 4 * 2 ** 20;

class SkopsReader {
  private readonly known = new Map<unknown, Node>();
  private readonly arrays = new Map<string, PyArray>();
  private depth = 0;

  constructor(
    private readonly archive: Archive,
    private readonly budget: Budget,
    private readonly names: CheckedNames,
  ) {}

  read(value: unknown): Node {
    const state = asState(value);
    // What was loaded under a number is loaded no second time, whatever is written beside the number.
    const id = state.__id__;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    if (++this.depth > DEEPEST) throw new ImportError("the file has objects within objects, too deep for a model");
    this.budget.addNodes();
    const node = this.load(state, text(state.__loader__));
    this.depth--;
    if (id !== undefined) this.known.set(id, node);
    return node;
  }

  private load(state: State, loader: string): Node {
    if (loader === "CachedNode") throw malformed();
    const global = this.globalOf(state, loader);
    const { content } = state;
    switch (loader) {
      case "JsonNode":
        return plainValue(text(content));
      case "ListNode":
        return new PyList(this.several(content));
      case "TupleNode":
        return new PyTuple(this.several(content));
      case "SetNode":
        return new PySet(this.several(content));
      case "DictNode":
        return this.dict(asState(content));
      case "DefaultDictNode":
        return this.read(asState(content).main);
      case "NdArrayNode":
        return this.array(state, global);
      case "FunctionNode":
      case "TypeNode":
        return global;
      case "SliceNode": {
        const { start, stop, step } = asState(content);
        return new PyObject(global, [start, stop, step].map(plainNumber));
      }
      case "ObjectNode": {
        const object = new PyObject(global, []);
        if (content !== undefined && content !== null) object.state = this.read(content);
        return object;
      }
      case "LossNode":
      case "TreeNode":
        return new PyObject(global, itemsOf(this.read(asState(state.__reduce__).args)) ?? []);
      case "ConstructorFromReduceNode":
        return new PyObject(global, itemsOf(this.read(content)) ?? []);
      case "DTypeNode":
      case "MaskedArrayNode":
      case "RandomStateNode":
      case "RandomGeneratorNode":
      case "SparseMatrixNode":
      case "BytesNode":
      case "BytearrayNode":
        // No answer needs what is in it.
        return new PyObject(global, []);
      default:
        throw new ImportError(
          `the file of skops has a ${loader.replace(/\W/g, "?").slice(0, 60)}, which no linear model needs`,
        );
    }
  }

  private globalOf(state: State, loader: string): PyGlobal {
    // The first protocol has a function by a path of its own.
    const { module_path: path, function: name } =
      loader === "FunctionNode" && state.content ? asState(state.content) : {};
    const global = new PyGlobal(text(path ?? state.__module__), text(name ?? state.__class__));
    this.names.check(global);
    return global;
  }

  private several(content: unknown): Node[] {
    if (!Array.isArray(content)) throw malformed();
    return content.map((item) => this.read(item));
  }

  private dict(content: State): PyDict {
    const dict = new PyDict();
    for (const [key, value] of Object.entries(content)) dict.entries.push([key, this.read(value)]);
    return dict;
  }

  private array(state: State, { name }: PyGlobal): Node {
    if (state.type === "json") {
      const shape = (itemsOf(this.read(state.shape)) ?? []).map(Number);
      const values = Array.isArray(state.content) ? this.flat(state.content, shape.length) : [];
      if (shape.reduce((product, length) => product * length, 1) !== values.length) throw malformed();
      return new PyArray(shape, "O", values);
    }
    const file = text(state.file);
    const known = this.arrays.get(file) ?? readNpy(this.archive.read(file), this.budget);
    this.arrays.set(file, known);
    return name === "ndarray" || known.shape.length > 0 ? known : (known.values[0] ?? null);
  }

  /** The objects of an array, whose rows are lists. */
  private flat(content: unknown[], dimensions: number): Node[] {
    const items = this.several(content);
    if (dimensions < 2) return items;
    return items.flatMap((item) => itemsOf(item) ?? []);
  }
}

function asState(value: unknown): State {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed();
  return value as State;
}

function text(value: unknown): string {
  if (typeof value !== "string" || value.length > 1e6) throw malformed();
  return value;
}

/** Python writes NaN and infinities into JSON, which has none. */
function plainValue(json: string): Node {
  const named: Record<string, number> = { NaN, Infinity, "-Infinity": -Infinity };
  if (Object.hasOwn(named, json)) return named[json]!;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw malformed();
  }
  const isPlain = value === null || ["string", "number", "boolean"].includes(typeof value);
  return isPlain ? (value as Node) : null;
}

function plainNumber(value: unknown): Node {
  if (value !== null && typeof value !== "number") throw malformed();
  return value;
}

const malformed = () => new ImportError("the file of skops is damaged; save it again with skops.io.dump");
