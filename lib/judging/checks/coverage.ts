import { localeOf } from "../../language/locale";
import { coverageOfGroups } from "../../model/answer/coverage";
import { DEFAULT_LEVEL } from "../../model/answer/level";
import { roundingStep, writerOf } from "../../model/format";
import type { Model } from "../../model/model";
import type { Spec } from "../../model/spec";
import { brokenClaims, chanceOfAny, mostBroken, type ClaimedShare } from "../claimed-share";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** A claim of ranges: of all rows, or of rows whose estimates, in the target's unit, lie between two amounts. */
interface Claim extends ClaimedShare {
  estimates: { low: number; high: number } | null;
}

/** What ranges cover at each level among all rows, and at the default level among rows with similar estimates. */
function claimsOf({ evidence }: Pick<Model, "evidence">): Claim[] {
  if (!evidence) return [];
  const all = evidence.accuracy.coverage.map(({ level: claimed, measured }) => {
    return { claimed, measured, n: evidence.measured, estimates: null };
  });
  const groups = coverageOfGroups(evidence, DEFAULT_LEVEL).map(({ low, high, share: measured, n }) => {
    return { claimed: DEFAULT_LEVEL, measured, n, estimates: { low, high } };
  });
  return [...all, ...groups];
}

/**
 * What the coverage at some levels, or of some groups, may owe to chance, of what all claims of the check may together: a
 * chart of a part of the claims finds one broken only where the check does.
 */
export function levelForSome(model: Pick<Model, "evidence">, claims: readonly ClaimedShare[], level: number): number {
  return (level * claims.length) / Math.max(1, claimsOf(model).length);
}

/** "ranges at 80% cover 65% of the actual values", of all rows or where estimates are from one amount to another. */
function claimInWords(spec: Spec, { claimed, measured, estimates }: Claim): string {
  const words = CHECK_WORDS[localeOf(spec)].coverage;
  const { quantity, share } = writerOf(localeOf(spec));
  const claim = words.claim(share(claimed), share(measured));
  if (estimates === null) return claim;
  const { low, high } = estimates;
  const step = roundingStep(low, high);
  const { unit } = spec.target;
  return words.between(claim, quantity(low, unit, step), quantity(high, unit, step));
}

/** Whether ranges cover the outcomes of rows left out as often as they claim: an exact binomial test for each claim. */
export const findMiscoverage: Check = (model, level) => {
  const claims = claimsOf(model);
  if (claims.length === 0) return null;
  const broken = brokenClaims(claims, level);
  const off = broken.length > 0 ? broken : [mostBroken(claims)];
  const narrow = off.filter(({ claimed, measured }) => measured < claimed);
  const wide = off.filter(({ claimed, measured }) => measured > claimed);
  const { spec } = model;
  const words = CHECK_WORDS[localeOf(spec)].coverage;
  return {
    title: words.title,
    detail: words.detail(writerOf(localeOf(spec)).list(off.map((claim) => claimInWords(spec, claim)))),
    meaning: [
      narrow.length > 0 && words.narrow(words.where[placeOf(narrow, wide)]),
      wide.length > 0 && words.wide(words.where[placeOf(wide, narrow)]),
    ]
      .filter(Boolean)
      .join("; "),
    p: chanceOfAny(claims),
    evidence: { coverage: claims },
  };
};

const isOfAllRows = (claims: Claim[]) => claims.some(({ estimates }) => estimates === null);

/** Where claims are broken in one direction, given those that are broken in the other. */
function placeOf(claims: Claim[], others: Claim[]): "overall" | "levels" | "estimates" {
  if (!isOfAllRows(claims)) return "estimates";
  return isOfAllRows(others) ? "levels" : "overall";
}
