import { binomialTwoSided } from "../math/binomial";

/** Rows whose outcome lies above their estimate, and below it. */
export interface Sides {
  above: number;
  below: number;
}

/** What a direction may owe to chance. */
const SIGNIFICANCE = 0.05;

/**
 * Whether outcomes are typically higher or lower than their estimates: a sign test of a median error of zero, which
 * supposes nothing of how errors are distributed.
 *
 * Source: Conover (1999), "Practical Nonparametric Statistics", section 3.4.
 *
 * @returns null where chance alone can make as uneven sides
 */
export function directionOf({ above, below }: Sides): "higher" | "lower" | null {
  if (above === below || binomialTwoSided(above, above + below, 0.5) >= SIGNIFICANCE) return null;
  return above > below ? "higher" : "lower";
}

/** A slope of this size moves the ends of the estimates by less than sampling error does. */
const LARGEST_SLOPE = 0.05;

/**
 * Whether rows in groups by their left-out estimate can show which way the truth lies. Without a row that lies high, its
 * estimate is lower, by h / (1 − h) times its residual. So where estimates hardly differ otherwise, low ones are those of
 * rows that lie high: along the estimates errors have a slope of about −(p / n) (1 − R²) / R², whatever the model.
 */
export function estimatesShowSides({ n, p, r2 }: { n: number; p: number; r2: number }): boolean {
  return (p / n) * (1 - r2) <= LARGEST_SLOPE * r2;
}
