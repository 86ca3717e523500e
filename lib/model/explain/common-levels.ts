import type { Evidence } from "../evidence";
import { kindOf } from "../inputs/kinds";
import type { GivenValue } from "../inputs/value";
import type { Input } from "../spec";

/** Levels that one explanation goes through: each costs an estimate, and nobody reads five thousand. */
const MOST_LEVELS = 60;

/** The levels of an input in their order or, of many, the commonest; null for a number. */
export function commonLevels(input: Input, evidence: Evidence | null): GivenValue[] | null {
  const levels = kindOf(input).levels(input);
  if (levels === null || levels.length <= MOST_LEVELS) return levels;
  const range = evidence?.ranges[input.name];
  const counts = range && "counts" in range ? range.counts : {};
  const countOf = (level: GivenValue) => counts[String(level)] ?? 0;
  const common = new Set(levels.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, MOST_LEVELS));
  return levels.filter((level) => common.has(level));
}
