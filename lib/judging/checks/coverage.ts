import { coverageOfGroups } from "../../model/answer/coverage";
import { DEFAULT_LEVEL } from "../../model/answer/level";
import { formatQuantity, formatShare, listInWords, roundingStep } from "../../model/format";
import type { Model } from "../../model/model";
import { brokenClaims, chanceOfAny, mostBroken, type ClaimedShare } from "../claimed-share";
import type { Check } from "./check";

/** A claim of ranges: of all rows, or of rows whose estimates, in the target's unit, lie between two amounts. */
interface Claim extends ClaimedShare {
  estimates: { low: number; high: number } | null;
}

/** What ranges hold at each level among all rows, and at the level that is usual among rows of like estimate. */
function claimsOf({ evidence }: Model): Claim[] {
  if (!evidence) return [];
  const all = evidence.accuracy.coverage.map(({ level: claimed, measured }) => {
    return { claimed, measured, n: evidence.measured, estimates: null };
  });
  const groups = coverageOfGroups(evidence, DEFAULT_LEVEL).map(({ low, high, share: measured, n }) => {
    return { claimed: DEFAULT_LEVEL, measured, n, estimates: { low, high } };
  });
  return [...all, ...groups];
}

/** "ranges at 80% hold 65% of the truths", of all rows or where estimates are from one amount to another. */
function claimInWords({ claimed, measured, estimates }: Claim, unit: string | undefined): string {
  const held = `ranges at ${formatShare(claimed)} hold ${formatShare(measured)} of the truths`;
  if (estimates === null) return held;
  const { low, high } = estimates;
  const step = roundingStep(low, high);
  return `${held} where estimates are between ${formatQuantity(low, unit, step)} and ${formatQuantity(high, unit, step)}`;
}

/** Whether ranges hold the truths of rows left out as often as they claim: an exact binomial test for each claim. */
export const findMiscoverage: Check = (model, level) => {
  const claims = claimsOf(model);
  if (claims.length === 0) return null;
  const broken = brokenClaims(claims, level);
  const off = broken.length > 0 ? broken : [mostBroken(claims)];
  const narrow = off.filter(({ claimed, measured }) => measured < claimed);
  const wide = off.filter(({ claimed, measured }) => measured > claimed);
  const { unit } = model.spec.target;
  return {
    title: "Its ranges are not calibrated",
    detail: `${listInWords(off.map((claim) => claimInWords(claim, unit)))}, which is more of a difference than chance makes`,
    meaning: [
      narrow.length > 0 && `${whereInWords(narrow)} the truth lies outside of a range more often than it says`,
      wide.length > 0 && `${whereInWords(wide)} ranges are wider than they need be`,
    ]
      .filter(Boolean)
      .join("; "),
    p: chanceOfAny(claims),
    evidence: { coverage: claims },
  };
};

const whereInWords = (claims: Claim[]) =>
  claims.some(({ estimates }) => estimates === null) ? "on the whole" : "at some estimates";
