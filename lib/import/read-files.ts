import { checkContainer } from "./container";
import { describeModel } from "./estimator/describe";
import type { ModelDescription } from "./estimator/description";
import { readWhole } from "./formats";
import type { ImportedFile } from "./imported-file";
import { openPickle } from "./pickle/open-pickle";
import { Budget } from "./pickle/limits";
import { PyDict, PyList, type Node } from "./pickle/nodes";
import { parseJson } from "./text";

export type { ImportedFile };

/** A model in files, with the names in them that its answer does not need. */
export interface ImportedModel {
  description: ModelDescription;
  carried: string[];
}

/**
 * Read a fitted linear model from a pickle or uncompressed joblib file, and from what was saved beside it: a scaler, a
 * list of columns as JSON; or from one file of another format. Nothing in a file is ever called.
 *
 * @throws ImportError saying what a file is, where no linear model can be read of them
 */
export function readFiles(files: ImportedFile[]): ImportedModel {
  const whole = readWhole(files);
  if (whole) return { description: whole, carried: [] };
  const budget = new Budget();
  const carried = new Set<string>();
  const roots = files.map(({ name, bytes }) => {
    if (/\.json$/i.test(name)) return { key: name, node: nodeOf(parseJson(bytes), 5) };
    checkContainer(bytes);
    const opened = openPickle(bytes, budget);
    for (const path of opened.carried) carried.add(path);
    return { key: name, node: opened.root };
  });
  return { description: describeModel(roots), carried: [...carried] };
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
