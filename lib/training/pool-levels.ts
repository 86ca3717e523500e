import { otherLabel } from "../linear/groups";
import type { Coding } from "../model/predictor";
import { writerOf } from "../model/format";
import type { Input, Spec } from "../model/spec";
import { parseTerm } from "../model/terms";
import { TableError } from "./example-parser";
import type { Locale } from "../language/locale";
import { TRAINING_SENTENCES } from "./sentences";

/** Coefficients of a fit: R of 5,000 of them would be 12.5 million numbers. */
const MOST_COEFFICIENTS = 500;

type Category = Extract<Input, { kind: "category" }>;

/** How the levels of a table are coded: those with fewer rows than the threshold of their input share a column. */
export interface Pooling {
  coding: Coding;
  /** By the name of a category some of whose levels share a column. */
  fewest: Record<string, number>;
}

/** By the name of a category, how many rows have each level; texts that are not listed come last. */
export type LevelCounts = ReadonlyMap<string, readonly number[]>;

const isCategory = (input: Input): input is Category => input.kind === "category";

/** Whether rows of each level must be counted before a table can be fitted. */
export function mustCount(spec: Spec): boolean {
  const categories = spec.inputs.filter(isCategory);
  const levels = new Map(categories.map((input) => [input.name, input.levels.length]));
  return categories.some(({ other }) => other) || countCoefficients(spec, levels) > MOST_COEFFICIENTS;
}

/** The coding with which a table has the fewest columns: all levels of a category share one. */
export function poolEverything({ inputs }: Spec): Coding {
  const codes = ({ name, levels }: Category): [string, number[]] => [name, [...levels.keys(), levels.length]];
  return { pooled: Object.fromEntries(inputs.filter(isCategory).map(codes)), dropped: [] };
}

/**
 * Pool the levels with few rows: those with fewer than the description says or, where the fit would have more than 500
 * coefficients, with fewer than the least number that brings it to 500.
 */
export function poolLevels(spec: Spec, counts: LevelCounts): Pooling {
  const categories = spec.inputs.filter(isCategory);
  const poolAt = (threshold: number) => {
    const pooled = categories.flatMap((input) => {
      const fewest = Math.max(input.other?.fewest ?? 0, threshold);
      const codes = rareLevels(input, counts.get(input.name)!, fewest);
      return codes.length > 0 ? [{ name: input.name, codes, fewest }] : [];
    });
    const groups = new Map(categories.map(({ name, levels }) => [name, levels.length]));
    for (const { name, codes } of pooled) {
      const levels = groups.get(name)!;
      groups.set(name, levels + 1 - codes.filter((code) => code < levels).length);
    }
    return { pooled, coefficients: countCoefficients(spec, groups) };
  };
  const all = categories.flatMap(({ name }) => counts.get(name)!.map((count) => count + 1));
  const thresholds = [0, ...new Set(all)].sort((a, b) => a - b);
  let [low, high] = [0, thresholds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (poolAt(thresholds[middle]!).coefficients <= MOST_COEFFICIENTS) high = middle;
    else low = middle + 1;
  }
  const { pooled } = poolAt(thresholds[low]!);
  return {
    coding: { pooled: Object.fromEntries(pooled.map(({ name, codes }) => [name, codes])), dropped: [] },
    fewest: Object.fromEntries(pooled.map(({ name, fewest }) => [name, fewest])),
  };
}

/** The codes of the levels that are pooled; none where no row would be in the pool, or one level would be in it alone. */
function rareLevels(input: Category, counts: readonly number[], fewest: number): number[] {
  const { levels, other } = input;
  const label = otherLabel(input);
  const rare = levels.flatMap((level, code) => (counts[code]! < fewest || (other && level === label) ? [code] : []));
  if (!other) return rare.length > 1 ? rare : [];
  const codes = [...rare, levels.length];
  return codes.some((code) => counts[code]! > 0) ? codes : [];
}

/** @param groups by the name of a category: its groups, each of which has a column but the first */
function countCoefficients(spec: Spec, groups: ReadonlyMap<string, number>): number {
  return spec.terms.reduce((sum, text) => {
    const { categories } = parseTerm(spec, text);
    return sum + categories.reduce((product, name) => product * (groups.get(name)! - 1), 1);
  }, Number(spec.intercept));
}

/** Levels that a message names. */
const MOST_NAMED = 10;

/** @throws TableError naming the levels that no row has and that are not pooled */
export function checkLevels(spec: Spec, { coding }: Pooling, counts: LevelCounts): void {
  const faults = spec.inputs.filter(isCategory).flatMap(({ name, label, levels, other }) => {
    const shared = new Set(coding.pooled[name]);
    const empty = levels.filter((_, code) => counts.get(name)![code] === 0 && !shared.has(code));
    if (empty.length === 0) return [];
    const shown = empty.slice(0, MOST_NAMED);
    return (locale: Locale) => {
      const called = writerOf(locale).inSentence(label);
      const more = empty.length - shown.length;
      return TRAINING_SENTENCES[locale].emptyLevels(called, shown, more, other ? undefined : name);
    };
  });
  if (faults.length > 0) throw new TableError((locale) => faults.map((need) => need(locale)).join("\n"));
}
