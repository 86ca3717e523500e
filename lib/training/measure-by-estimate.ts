import { quantileSorted } from "simple-statistics";
import { spread } from "../math/spread";
import { groupOf } from "../model/answer/coverage";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "../model/evidence";

/** Groups of rows by estimate, where there are enough rows for each. */
const MOST_GROUPS = 5;
/** Levels kept of a group. Of more rows, the share in intervals of a level is exact to half of 1 in so many. */
const MOST_LEVELS = 400;

/**
 * Group rows by estimate, into fifths or fewer, and keep of each group at which levels its intervals hold the truth.
 *
 * @param estimates of rows left out, in the target's unit
 * @param levels of each row, by position: the level above which its interval holds its truth
 * @returns null where there are too few rows for one group
 */
export function measureByEstimate(estimates: number[], levels: Float64Array): Evidence["coverageByEstimate"] {
  const count = Math.min(MOST_GROUPS, Math.floor(estimates.length / FEWEST_ROWS_TO_JUDGE));
  if (count === 0) return null;
  const sorted = [...estimates].sort((a, b) => a - b);
  const edges = Array.from({ length: count + 1 }, (_, index) => quantileSorted(sorted, index / count));
  const groups = Array.from({ length: count }, () => [] as number[]);
  estimates.forEach((estimate, row) => groups[groupOf(edges, estimate)]!.push(levels[row]!));
  return {
    edges,
    groups: groups.map((group) => ({
      n: group.length,
      levels: spread(
        group.sort((a, b) => a - b),
        MOST_LEVELS,
      ).map(round),
    })),
  };
}

/** To six digits, which keeps the ranks of 20,000 rows apart. */
const round = (level: number) => Math.round(level * 1e6) / 1e6;
