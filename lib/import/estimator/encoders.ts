import { binary, number, variable } from "../../formula/build";
import { itemsOf } from "../pickle/arrays";
import type { Node } from "../pickle/nodes";
import type { Counts, Level } from "./description";
import { levelOf, numberOf, numbersOf, type Fitted } from "./fitted";
import { checkCount } from "./scalers";
import type { Column, Transform, Workspace } from "./workspace";

/** The levels of each column of an encoder; null stands for a value that is missing. */
function levelsOf(step: Fitted, columns: Column[], workspace: Workspace): (Level | null)[][] {
  const lists = step.items("categories_");
  checkCount(step, lists.length, columns);
  return lists.map((list) => {
    const items = itemsOf(list) ?? [];
    workspace.spend(items.length);
    const levels = items.map(levelOf);
    if (levels.some((level) => level === undefined)) step.refuse("its levels are neither texts nor numbers");
    return levels as (Level | null)[];
  });
}

/** The name of what a column has for the number of each level. */
export function lookUp(
  column: Column,
  workspace: Workspace,
  step: Pick<Fitted, "refuse">,
  levels: (Level | null)[],
  values: Counts[],
  unknown: Counts,
): string {
  if (column.kind === "value") step.refuse(`${column.label} is computed before it is encoded`);
  const given = levels.flatMap((level, index) => (level === null ? [] : [index]));
  const own = levels.indexOf(null);
  let missing: Counts = own < 0 ? unknown : values[own]!;
  // What an imputer puts in the place of a missing value is a level like any other.
  const { fill } = column;
  if (fill !== undefined) missing = levels.includes(fill) ? values[levels.indexOf(fill)]! : unknown;
  const lookup = {
    levels: given.map((index) => levels[index]!),
    values: given.map((index) => values[index]!),
    unknown,
    missing,
  };
  return workspace.reading(column.input, lookup, null).id;
}

/** A column of 0 and 1 for each level: the number of the level is compared with that of the column. */
export const oneHot: Transform = (step, columns, workspace) => {
  const handling = step.get("handle_unknown");
  const lists = levelsOf(step, columns, workspace);
  return columns.flatMap((column, index) => {
    const levels = lists[index]!;
    const { groups, rare } = groupsOf(step, index, levels.length);
    const isRefused = handling !== "ignore" && handling !== "infrequent_if_exist" && handling !== "warn";
    const unknown = isRefused ? "refused" : handling !== "ignore" && rare !== undefined ? rare : -1;
    const name = variable(lookUp(column, workspace, step, levels, groups, unknown));
    const dropped = droppedOf(step, index);
    const members = new Map(groups.map((group, level) => [group, levels[level] ?? "missing"]));
    return Array.from({ length: greatest(groups) + 1 }, (_, group): Column[] => {
      if (group === dropped) return [];
      const level = group === rare ? "infrequent" : String(members.get(group) ?? "").slice(0, 100);
      return [{ kind: "value", label: `${column.label} = ${level}`, expression: binary("==", name, number(group)) }];
    }).flat();
  });
};

/** The column of each level; levels that are rare share one, the last. */
function groupsOf(step: Fitted, index: number, count: number): { groups: number[]; rare?: number } {
  const mappings = step.get("_infrequent_enabled") === true ? step.items("_default_to_infrequent_mappings") : [];
  const mapping = mappings[index] ?? null;
  if (mapping === null) return { groups: Array.from({ length: count }, (_, level) => level) };
  const groups = numbersOf(mapping) ?? [];
  if (groups.length !== count || groups.some((group) => !Number.isInteger(group) || group < 0 || group >= count)) {
    step.refuse("its infrequent levels are not in order");
  }
  return { groups, rare: greatest(groups) };
}

function droppedOf(step: Fitted, index: number): number | undefined {
  const after = step.get("_drop_idx_after_grouping");
  const node: Node | undefined = after === undefined ? (step.get("drop_idx_") ?? null) : after;
  return node === null ? undefined : numberOf(itemsOf(node)?.[index] ?? undefined);
}

/** A number for each level, in the order of the levels. */
export const ordinal: Transform = (step, columns, workspace) => {
  const lists = levelsOf(step, columns, workspace);
  if (step.get("_infrequent_enabled") === true) step.refuse("it pools infrequent levels");
  const encoded = step.get("handle_unknown") === "use_encoded_value";
  const unknown = encoded ? counts(numberOf(step.get("unknown_value"))) : "refused";
  const missing = counts(numberOf(step.get("encoded_missing_value")) ?? NaN);
  return columns.map((column, index) => {
    const levels = lists[index]!;
    const values = levels.map((level, code) => (level === null ? missing : code));
    const id = lookUp(column, workspace, step, levels, values, unknown);
    return { kind: "value", label: column.label, expression: variable(id) };
  });
};

/** The greatest of numbers from 0; -1 where there is none. */
const greatest = (numbers: number[]) => numbers.reduce((most, each) => Math.max(most, each), -1);

const counts = (value: number | undefined): Counts => (value === undefined || Number.isNaN(value) ? "missing" : value);

/** The mean of the target for each level. */
export const target: Transform = (step, columns, workspace) => {
  const lists = levelsOf(step, columns, workspace);
  const means = step.items("encodings_");
  const overall = numberOf(step.get("target_mean_")) ?? step.refuse("it has no mean of a single target");
  return columns.map((column, index) => {
    const values = numbersOf(means[index]) ?? [];
    if (values.length !== lists[index]!.length) step.refuse("it has not one mean for each level");
    const id = lookUp(column, workspace, step, lists[index]!, values, overall);
    return { kind: "value", label: `mean target of ${column.label}`, expression: variable(id) };
  });
};
