import { formatShare, listInWords } from "../../model/format";
import { brokenClaims, chanceOfAny, mostBroken, type ClaimedShare } from "../claimed-share";
import type { Check } from "./check";

export const findMiscoverage: Check = ({ evidence }, level) => {
  const claims = (evidence?.accuracy.coverage ?? []).map(({ level: claimed, measured }): ClaimedShare => ({
    claimed,
    measured,
    n: evidence!.measured,
  }));
  if (claims.length === 0) return null;
  const broken = brokenClaims(claims, level);
  const off = broken.length > 0 ? broken : [mostBroken(claims)];
  const held = off.map(
    ({ claimed, measured }) => `at ${formatShare(claimed)} hold ${formatShare(measured)} of the truths`,
  );
  return {
    title: "Its ranges do not hold what they claim",
    detail: `ranges ${listInWords(held)}, which is more of a difference than chance makes`,
    meaning: [
      off.some(({ claimed, measured }) => measured < claimed) &&
        "the truth lies outside of a range more often than it says",
      off.some(({ claimed, measured }) => measured > claimed) && "on the whole, ranges are wider than they need be",
    ]
      .filter(Boolean)
      .join("; "),
    p: chanceOfAny(claims),
    evidence: { coverage: claims },
  };
};
