/** More groups than this are counted, not named. */
const MOST_NAMED = 4;

/**
 * For which groups a model is shown to do worse than its card claims.
 *
 * @param worse the names of those groups
 * @param groups how many were looked at
 */
export function worseGroups(worse: string[], groups: number): string {
  if (worse.length === 0) return "For no group is it shown to do worse than its card claims.";
  return worse.length > MOST_NAMED
    ? `It does worse than its card claims in ${worse.length} of ${groups} groups.`
    : `It does worse than its card claims for ${worse.join("; ")}.`;
}
