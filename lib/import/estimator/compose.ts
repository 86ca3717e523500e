import { binary, number } from "../../formula/build";
import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import { PyObject, PyTuple, type Node } from "../pickle/nodes";
import { fittedOf, numberOf, type Fitted } from "./fitted";
import type { Column, Transform, Workspace } from "./workspace";

/** The steps of a Pipeline with their names; "passthrough" and None are no step. */
export function stepsOf(pipeline: Fitted): Fitted[] {
  return pipeline.items("steps").flatMap((pair) => {
    const [, step] = itemsOf(pair) ?? [];
    if (step === null || step === "passthrough") return [];
    return [needFitted(step, pipeline)];
  });
}

/** The estimators of a FeatureUnion. */
export const stepsBeside = (union: Fitted): Fitted[] =>
  union.items("transformer_list").flatMap((pair) => fittedOf(itemsOf(pair)?.[1]) ?? []);

/**
 * The names that a ColumnTransformer chooses by, as releases before 0.23 keep no others; null for the columns that it
 * chooses by position, or that it leaves out. Which of the other positions a name has makes no difference.
 */
export function chosenNames(step: Fitted, count: number | undefined): (string | null)[] | undefined {
  const chosen = step.items("transformers_").flatMap((triple) => itemsOf(itemsOf(triple)?.[2]) ?? []);
  const names = [...new Set(chosen.filter((each) => typeof each === "string"))];
  const positions = new Set(chosen.filter((each): each is number => typeof each === "number" && each >= 0));
  const known = count ?? (names.length > 0 ? names.length + positions.size : Math.max(...positions) + 1);
  if (!(known >= names.length && known <= 50_000) || chosen.length === 0) return undefined;
  const waiting = names.values();
  return Array.from({ length: known }, (_, position) =>
    positions.has(position) ? null : (waiting.next().value ?? null),
  );
}

export const pipeline: Transform = (step, columns, workspace) =>
  stepsOf(step).reduce((current, inner) => workspace.transform(inner, current), columns);

/** Several steps over the same columns, side by side. */
export const union: Transform = (step, columns, workspace) => {
  const weights = step.get("transformer_weights") ?? null;
  return step.items("transformer_list").flatMap((pair) => {
    const [name, inner] = itemsOf(pair) ?? [];
    if (inner === "drop" || inner === null) return [];
    const made = inner === "passthrough" ? columns : workspace.transform(needFitted(inner, step), columns);
    return weights === null ? made : weigh(made, weights, name, step, workspace);
  });
};

/** Each part of the columns through its own step, side by side. */
export const columnTransformer: Transform = (step, columns, workspace) => {
  const weights = step.get("transformer_weights") ?? null;
  return step.items("transformers_").flatMap((triple) => {
    const [name, inner, chosen] = itemsOf(triple) ?? [];
    const part = choose(chosen, columns, workspace, step);
    if (inner === "drop" || part.length === 0) return [];
    const made = inner === "passthrough" ? part : workspace.transform(needFitted(inner, step), part);
    return weights === null ? made : weigh(made, weights, name, step, workspace);
  });
};

function weigh(columns: Column[], weights: Node, name: Node | undefined, step: Fitted, workspace: Workspace): Column[] {
  const weight = weights !== null && typeof weights === "object" && "get" in weights && typeof name === "string";
  const factor = weight ? numberOf(weights.get(name)) : step.refuse("its weights are no dict");
  if (factor === undefined) return columns;
  return columns.map((column) => workspace.map(column, (value) => binary("*", value, number(factor))));
}

/** The columns that a selection names: by name, by position, by a mask or a slice. */
function choose(node: Node | undefined, columns: Column[], workspace: Workspace, step: Fitted): Column[] {
  const items = itemsOf(plainList(node));
  workspace.spend(items?.length ?? 1);
  if (items?.every((item) => typeof item === "boolean") && items.length === columns.length) {
    return columns.filter((_, index) => items[index] === true);
  }
  if (items) return items.map((item) => one(item, columns, workspace, step));
  if (node instanceof PyObject && node.of.name === "slice") return slice(node, columns, step);
  if (typeof node === "string" || typeof node === "number") {
    step.refuse(`it hands the column ${JSON.stringify(node)} on as a list of texts, as for words and not for numbers`);
  }
  return step.refuse("it chooses columns by something that is no list");
}

/** Releases 1.5 to 1.7 wrap the list of what remains. */
function plainList(node: Node | undefined): Node | undefined {
  return node instanceof PyObject && node.of.name === "_RemainderColsList" ? node.get("data") : node;
}

function one(item: Node, columns: Column[], workspace: Workspace, step: Fitted): Column {
  const position = (typeof item === "string" ? workspace.positionOf(item) : numberOf(item)) ?? NaN;
  const column = columns[position < 0 && typeof item !== "string" ? columns.length + position : position];
  return column ?? step.refuse(`it names a column that is not there: ${String(item).slice(0, 60)}`);
}

function slice(node: PyObject, columns: Column[], step: Fitted): Column[] {
  const [from = null, to = null, by = null] = node.args;
  const isPlain = [from, to, by].every((part) => part === null || typeof part === "number");
  if (!isPlain || (by !== null && by !== 1)) step.refuse("it chooses columns by a slice that is not known");
  return columns.slice((from as number | null) ?? 0, (to as number | null) ?? undefined);
}

function needFitted(node: Node | undefined, of: Fitted): Fitted {
  const fitted = fittedOf(node);
  if (fitted) return fitted;
  if (node instanceof PyObject)
    throw new ImportError(`the ${of.name} in the file contains ${node.of.path.slice(0, 80)}, which cannot be read`);
  return of.refuse(`one of its steps is ${node instanceof PyTuple ? "a tuple" : "no estimator"}`);
}
