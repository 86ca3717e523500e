import { checkContainer } from "./container";
import { describeModel } from "./estimator/describe";
import type { ModelDescription } from "./estimator/description";
import { ImportError } from "./import-error";
import { openPickle } from "./pickle/open-pickle";
import { Budget } from "./pickle/limits";
import { PyDict, PyList, type Node } from "./pickle/nodes";
import { unpack } from "./unpack/unpack";

export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}

/** A model in files, with the names in them that its answer does not need. */
export interface ImportedModel {
  description: ModelDescription;
  carried: string[];
}

/**
 * Read a fitted linear model from a pickle or joblib file, compressed or not, and from what was saved beside it: a scaler, a
 * list of columns as JSON. Nothing in a file is ever called.
 *
 * @throws ImportError saying what a file is, where no linear model can be read of them
 */
export function readFiles(files: ImportedFile[]): ImportedModel {
  const budget = new Budget();
  const carried = new Set<string>();
  const roots = files.map(({ name, bytes: whole }) => {
    if (/\.json$/i.test(name)) return { key: name, node: readJson(whole) };
    const bytes = unpack(whole, budget);
    checkContainer(bytes);
    const opened = openPickle(bytes, budget);
    for (const path of opened.carried) carried.add(path);
    return { key: name, node: opened.root };
  });
  return { description: describeModel(roots), carried: [...carried] };
}

function readJson(bytes: Uint8Array): Node {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ImportError("the file of JSON is damaged; save it again");
  }
  return nodeOf(value, 5);
}

function nodeOf(value: unknown, depth: number): Node {
  if (depth < 0 || value === null || value === undefined) return null;
  if (Array.isArray(value)) return new PyList(value.map((item) => nodeOf(item, depth - 1)));
  if (typeof value === "object") {
    const dict = new PyDict();
    for (const [name, inner] of Object.entries(value)) dict.entries.push([name, nodeOf(inner, depth - 1)]);
    return dict;
  }
  return value as string | number | boolean;
}
