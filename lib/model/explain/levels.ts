import { sort } from "d3-array";
import type { Evidence } from "../evidence";
import { kindOf } from "../inputs/kinds";
import type { GivenValue } from "../inputs/value";
import type { Input } from "../spec";

/** Of a category with more levels, only the commonest are gone through one by one. */
export const MOST_LEVELS = 100;

/**
 * The levels of an input that are worth going through: all, or of very many the commonest in the table and the one that
 * was entered, in the order of the description.
 *
 * @returns null for numbers
 */
export function levelsOf(input: Input, evidence: Evidence | null, own: GivenValue): GivenValue[] | null {
  const levels = kindOf(input).levels(input);
  if (levels === null || levels.length <= MOST_LEVELS) return levels;
  const range = evidence?.ranges[input.name];
  const counts = range && "counts" in range ? range.counts : {};
  const common = new Set([own, ...sort(levels, (level) => -(counts[String(level)] ?? 0))].slice(0, MOST_LEVELS));
  return levels.filter((level) => common.has(level));
}
