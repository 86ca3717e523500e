import { binomialTwoSided } from "../../math/binomial";
import { coverageOfGroups } from "../../model/answer/coverage";
import { DEFAULT_LEVEL } from "../../model/answer/predict";
import { formatQuantity, formatShare, listInWords, roundingStep } from "../../model/format";
import type { Model } from "../../model/model";
import { SIGNIFICANCE, type Check } from "./check";

/** A claim of ranges, and how often they held the truth among n rows left out. */
interface Claim {
  level: number;
  measured: number;
  n: number;
  /** The estimates of these rows, in the target's unit; null for all rows. */
  estimates: { low: number; high: number } | null;
}

/** What ranges hold at each level among all rows, and at the level that is usual among rows of like estimate. */
function claimsOf({ evidence }: Model): Claim[] {
  if (!evidence) return [];
  const all = evidence.accuracy.coverage.map(({ level, measured }) => ({
    level,
    measured,
    n: evidence.measured,
    estimates: null,
  }));
  const groups = coverageOfGroups(evidence, DEFAULT_LEVEL).map(({ low, high, share, n }) => ({
    level: DEFAULT_LEVEL,
    measured: share,
    n,
    estimates: { low, high },
  }));
  return [...all, ...groups];
}

/** "ranges at 80 % hold 65 % of the truths", of all rows or where estimates are from one amount to another. */
function claimInWords({ level, measured, estimates }: Claim, unit: string | undefined): string {
  const held = `ranges at ${formatShare(level)} hold ${formatShare(measured)} of the truths`;
  if (estimates === null) return held;
  const { low, high } = estimates;
  const step = roundingStep(low, high);
  return `${held} where estimates are between ${formatQuantity(low, unit, step)} and ${formatQuantity(high, unit, step)}`;
}

/**
 * Whether ranges hold the truths of rows left out as often as they claim: exact binomial tests, which share what may be
 * owed to chance (Bonferroni).
 */
export const findMiscoverage: Check = (model) => {
  const claims = claimsOf(model).map((claim) => {
    const { level, measured, n } = claim;
    return { ...claim, p: binomialTwoSided(Math.round(measured * n), n, level) };
  });
  const p = Math.min(1, ...claims.map((claim) => claim.p * claims.length));
  if (p >= SIGNIFICANCE) return null;
  const off = claims.filter((claim) => claim.p * claims.length < SIGNIFICANCE);
  const narrow = off.filter(({ level, measured }) => measured < level);
  const wide = off.filter(({ level, measured }) => measured > level);
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
    p,
    evidence: { coverage: off.map(({ level, measured, n, estimates, p }) => ({ level, measured, n, estimates, p })) },
  };
};

const whereInWords = (claims: Claim[]) =>
  claims.some(({ estimates }) => estimates === null) ? "on the whole" : "at some estimates";
