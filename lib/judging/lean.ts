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
