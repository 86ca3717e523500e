import { levelOf, numbersOf, type Fitted } from "./fitted";
import { itemsOf } from "../pickle/arrays";
import type { Level } from "./description";
import { checkCount } from "./scalers";
import type { Column, Transform } from "./workspace";

/** Puts a value where one is missing; a column that was always missing is left out, unless it is kept. */
export const impute: Transform = (step, columns, workspace) => {
  checkMark(step);
  if (step.get("axis") === 1) step.refuse("it fills a row from the other values of the row; use axis=0");
  const statistics = itemsOf(step.need("statistics_")) ?? step.refuse("statistics_ is no list");
  checkCount(step, statistics.length, columns);
  const filled = columns.flatMap((column, index): Column[] => {
    const value = levelOf(statistics[index]);
    return value === null || value === undefined ? [] : [workspace.fill(column, value)];
  });
  return [...filled, ...indicatorsOf(step, columns).map((column) => workspace.isMissing(column))];
};

/** The columns for which it adds one that says whether they were missing. */
function indicatorsOf(step: Fitted, columns: Column[]): Column[] {
  if (step.get("add_indicator") !== true) return [];
  const features = numbersOf(step.part("indicator_").need("features_")) ?? [];
  return features.map((index) => columns[index] ?? step.refuse("its indicator names a column that is not there"));
}

/** What counts as missing: None, NaN, or what a file of before 0.20 writes for it. */
function checkMark(step: Fitted): void {
  const mark = step.get("missing_values") ?? null;
  const level: Level | null | undefined = levelOf(mark);
  if (level === null || level === undefined || level === "NaN") return;
  step.refuse(`it takes ${JSON.stringify(level)} for a missing value; leave such cells empty and fit it again`);
}
