import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import { familyOf } from "../pickle/names";
import { PyArray, PyGlobal, PyObject, type Node } from "../pickle/nodes";
import type { Level } from "./description";

/** An estimator of scikit-learn in a tree of symbols, with its attributes by name. */
export class Fitted {
  constructor(readonly object: PyObject) {}

  get name(): string {
    return this.object.of.name;
  }

  get(attribute: string): Node | undefined {
    return this.object.get(attribute);
  }

  has(attribute: string): boolean {
    return this.get(attribute) !== undefined;
  }

  /** Numbers of an attribute, row by row. @throws ImportError where it is not there, or holds something else */
  numbers(attribute: string): number[] {
    return numbersOf(this.need(attribute)) ?? this.refuse(`${attribute} contains something other than numbers`);
  }

  /** The same, or null where the attribute is None. */
  numbersOrNone(attribute: string): number[] | null {
    return this.need(attribute) === null ? null : this.numbers(attribute);
  }

  /** The members of a list, tuple or array. */
  items(attribute: string): Node[] {
    return itemsOf(this.need(attribute)) ?? this.refuse(`${attribute} is no list`);
  }

  /** An estimator that this one holds. */
  part(attribute: string): Fitted {
    return fittedOf(this.need(attribute)) ?? this.refuse(`${attribute} is no estimator that is known`);
  }

  need(attribute: string): Node {
    const value = this.get(attribute);
    if (value !== undefined) return value;
    throw new ImportError(
      `the ${this.name} in the file is not fitted (it has no ${attribute}); call fit before saving it`,
    );
  }

  refuse(reason: string): never {
    throw new ImportError(`the ${this.name} in the file cannot be read: ${reason}`);
  }
}

/** The estimator that a node is; undefined for what is no instance of a class of scikit-learn. */
export function fittedOf(node: Node | undefined): Fitted | undefined {
  return node instanceof PyObject && familyOf(node.of) !== undefined ? new Fitted(node) : undefined;
}

export function numbersOf(node: Node | undefined): number[] | undefined {
  if (typeof node === "number") return [node];
  const numbers = itemsOf(node)?.map(numberOf);
  return numbers?.every((number) => number !== undefined) ? numbers : undefined;
}

export function numberOf(node: Node | undefined): number | undefined {
  if (typeof node === "number") return node;
  if (typeof node === "boolean" || typeof node === "bigint") return Number(node);
  return node instanceof PyArray && node.length === 1 ? numberOf(node.values[0]) : undefined;
}

/** Texts of a list, an array, or an index of pandas. */
export function textsOf(node: Node | undefined, depth = 0): string[] | undefined {
  if (node instanceof PyArray && !/^[OUS]/.test(node.dtype)) return undefined;
  const items = itemsOf(node);
  if (items && items.length > 0 && items.every((item) => typeof item === "string")) return items;
  if (depth > 4) return undefined;
  if (items && depth > 0) return first(items, depth);
  // An index of pandas is a call with the class and a dict that has the data, or an array in wrappers.
  if (!(node instanceof PyObject) || !/^pandas\./.test(node.of.module)) return undefined;
  const { args, state } = node;
  const named = args.flatMap((arg) =>
    arg !== null && typeof arg === "object" && "get" in arg ? [arg.get("data")] : [],
  );
  return first([...named, ...args, state], depth);
}

function first(nodes: (Node | undefined)[], depth: number): string[] | undefined {
  for (const node of nodes.slice(0, 8)) {
    const texts = node instanceof PyGlobal ? undefined : textsOf(node, depth + 1);
    if (texts) return texts;
  }
  return undefined;
}

/** A level of a category; null for a value that is missing (None or NaN), undefined for what is no level. */
export function levelOf(node: Node | undefined): Level | null | undefined {
  if (node === null || (typeof node === "number" && Number.isNaN(node))) return null;
  if (typeof node === "string" || typeof node === "number" || typeof node === "boolean") return node;
  return typeof node === "bigint" ? Number(node) : undefined;
}

/** The name of a function of numpy, whatever way the file names it; null for None, undefined for anything else. */
export function numpyFunction(node: Node | undefined): string | null | undefined {
  if (node === null) return null;
  if (node instanceof PyGlobal && /^numpy(\.|$)/.test(node.module)) return node.name;
  if (node instanceof PyObject && node.of.name === "_ufunc_reconstruct") {
    const name = node.args[1];
    return typeof name === "string" ? name : undefined;
  }
  return undefined;
}
