import { bisectLeft } from "d3-array";
import type { Evidence } from "../evidence";

/** Below this many rows, the tails that conformal intervals need have not been seen, nor can t-intervals be checked. */
export const FEWEST_ROWS_FOR_CONFORMAL = 100;

/** How many training rows lay in their intervals, each estimated by the model fitted without it. */
export interface Measured {
  /** Between 0 and 1. */
  share: number;
  /** How many rows it was measured on. */
  n: number;
}

type Coverage = Pick<Evidence, "coverageByEstimate">;

/** The group that an estimate belongs to; −1 beyond all of them. Each holds its upper edge, the first its lower one too. */
export function groupOf(edges: number[], estimate: number): number {
  const last = edges.length - 1;
  if (!(estimate >= edges[0]! && estimate <= edges[last]!)) return -1;
  return Math.max(bisectLeft(edges, estimate) - 1, 0);
}

/**
 * How often intervals of a level held the truth among training rows with estimates like this one, each row left out.
 *
 * @param estimate in the target's unit
 * @returns null where no rows were estimated so, or too few rows are known to judge
 */
export function coverageAt({ coverageByEstimate }: Coverage, estimate: number, level: number): Measured | null {
  if (coverageByEstimate === null) return null;
  const group = coverageByEstimate.groups[groupOf(coverageByEstimate.edges, estimate)];
  return group && group.n > 0 ? measuredIn(group, level) : null;
}

/** The same for each group of estimates, lowest first; groups without rows are left out. */
export function coverageOfGroups({ coverageByEstimate }: Coverage, level: number): (Measured & Range)[] {
  const { edges, groups } = coverageByEstimate ?? { edges: [], groups: [] };
  return groups.flatMap((group, index) =>
    group.n === 0 ? [] : [{ low: edges[index]!, high: edges[index + 1]!, ...measuredIn(group, level) }],
  );
}

/** Of estimates, in the target's unit. */
interface Range {
  low: number;
  high: number;
}

function measuredIn({ n, levels }: { n: number; levels: number[] }, level: number): Measured {
  return { share: bisectLeft(levels, level) / levels.length, n };
}
