import { binary, number, variable } from "../../formula/build";
import { itemsOf } from "../pickle/arrays";
import { lookUp } from "./encoders";
import { numbersOf, type Fitted } from "./fitted";
import type { Column, Transform } from "./workspace";

/** Attributes of a OneHotEncoder of whole numbers; the releases 0.20 and 0.21 put a line before them. */
const either = (step: Fitted, name: string) => step.get(name) ?? step.get(`_${name}`);

/** Whether an encoder knows whole numbers from 0 and no levels, as all did before 0.20. */
export const isOfIntegers = (step: Fitted): boolean => {
  const isOld = step.get("categories_") === undefined || step.get("_legacy_mode") === true;
  return isOld && either(step, "feature_indices_") !== undefined;
};

/** How many columns an encoder of whole numbers takes, where it encodes some of them and so many come out. */
export function countBefore(step: Fitted, after: number): number | undefined {
  if (!isOfIntegers(step)) return undefined;
  const coded = boundsOf(step).length - 1;
  return isAll(step) ? coded : after - activeOf(step).length + coded;
}

/**
 * A column of 0 and 1 for each whole number that was there when it was fitted, then the columns that are not encoded.
 * Releases before 0.20 give an estimate for a number between those that were there; it is refused here, as it is by
 * later releases.
 */
export const ofIntegers: Transform = (step, columns, workspace) => {
  const bounds = boundsOf(step);
  const active = activeOf(step);
  workspace.spend(active.length);
  const chosen = isAll(step) ? columns.map((_, index) => index) : chosenOf(step, columns.length);
  if (chosen.length !== bounds.length - 1) step.refuse(`it encodes ${bounds.length - 1} columns, not ${chosen.length}`);
  const unknown = step.get("handle_unknown") === "ignore" ? -1 : "refused";
  const coded = chosen.flatMap((position, index): Column[] => {
    const column = columns[position]!;
    const [from, to] = [bounds[index]!, bounds[index + 1]!];
    const levels = active.filter((each) => each >= from && each < to).map((each) => each - from);
    const codes = levels.map((_, code) => code);
    const name = variable(lookUp(column, workspace, step, levels, codes, unknown));
    return levels.map((level, code) => ({
      kind: "value",
      label: `${column.label} = ${level}`,
      expression: binary("==", name, number(code)),
    }));
  });
  return [...coded, ...columns.filter((_, index) => !chosen.includes(index))];
};

/** Where the numbers of each column begin among those of all. */
const boundsOf = (step: Fitted) =>
  numbersOf(either(step, "feature_indices_")) ?? step.refuse("its columns are ambiguous");

/** Numbers that were there; all where it was given how many there are. */
function activeOf(step: Fitted): number[] {
  const active = numbersOf(either(step, "active_features_"));
  const count = boundsOf(step).at(-1) ?? 0;
  if (active) return active;
  if (count > 50_000) step.refuse("it has too many levels");
  return Array.from({ length: count }, (_, index) => index);
}

const isAll = (step: Fitted) => (step.get("categorical_features") ?? "all") === "all";

/** The positions that it encodes: a list of them, or of whether it does so. */
function chosenOf(step: Fitted, count: number): number[] {
  const items = itemsOf(step.get("categorical_features")) ?? [];
  if (items.length === count && items.every((item) => typeof item === "boolean")) {
    return items.flatMap((item, index) => (item ? [index] : []));
  }
  const positions = numbersOf(step.get("categorical_features")) ?? [];
  // It goes through a mask: positions come in the order of the columns.
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  return sorted.every((each) => Number.isInteger(each) && each >= 0 && each < count)
    ? sorted
    : step.refuse("it names a column that is not there");
}
