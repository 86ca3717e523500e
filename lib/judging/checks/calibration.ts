import { localeOf } from "../../language/locale";
import { toleranceInWords, toleranceOf } from "../../model/answer/tolerance";
import type { Evidence } from "../../model/evidence";
import { writerOf } from "../../model/format";
import { chanceOfAny, mostBroken, type ClaimedShare } from "../claimed-share";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** Groups of which fewer rows than this are expected to come true, or not to, say little on their own. */
const FEWEST_EXPECTED = 5;

/**
 * The rows in groups by the probability, as claimed, of being within the tolerance. Neighbouring groups are pooled where fewer
 * than five rows of each are expected to come true, or fewer than five not to. A probability that n rows were counted
 * for is not known to be nearer to 0 or 1 than 1 / (n + 1).
 */
export function calibrationGroups({ accuracy, measured }: Evidence): ClaimedShare[] {
  const pooled: ClaimedShare[] = [];
  const isSmall = ({ claimed, n }: ClaimedShare) => n * Math.min(claimed, 1 - claimed) < FEWEST_EXPECTED;
  for (const group of accuracy.calibration) {
    const before = pooled.at(-1);
    if (before && isSmall(before) && isSmall(group)) pooled[pooled.length - 1] = pool(before, group);
    else pooled.push(group);
  }
  const margin = 1 / (measured + 1);
  return pooled.map((group) => ({ ...group, claimed: Math.min(1 - margin, Math.max(margin, group.claimed)) }));
}

function pool(a: ClaimedShare, b: ClaimedShare): ClaimedShare {
  const n = a.n + b.n;
  const share = (of: "claimed" | "measured") => (a.n * a[of] + b.n * b[of]) / n;
  return { claimed: share("claimed"), measured: share("measured"), n };
}

/** Whether the share of each group that came true is the claimed one: an exact binomial test for each (Bonferroni). */
export const findMiscalibration: Check = (model) => {
  const { evidence, spec } = model;
  const groups = evidence ? calibrationGroups(evidence) : [];
  if (groups.length === 0) return null;
  const worst = mostBroken(groups);
  const locale = localeOf(spec);
  const { title, detail, meaning } = CHECK_WORDS[locale].calibration;
  const { quantity, share } = writerOf(locale);
  const near = toleranceInWords(toleranceOf(model), spec.target.unit, locale);
  return {
    title,
    detail: detail(quantity(worst.n), share(worst.claimed), near, share(worst.measured)),
    meaning,
    p: chanceOfAny(groups),
    evidence: { groups },
  };
};
