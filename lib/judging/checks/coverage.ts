import { binomialTwoSided } from "../../math/binomial";
import { formatShare, listInWords } from "../../model/format";
import { SIGNIFICANCE, type Check } from "./check";

export const findMiscoverage: Check = ({ evidence }) => {
  if (!evidence) return null;
  const { coverage } = evidence.accuracy;
  const n = evidence.measured;
  // The levels share what may be owed to chance (Bonferroni).
  const off = coverage.filter(
    ({ level, measured }) => binomialTwoSided(Math.round(measured * n), n, level) < SIGNIFICANCE / coverage.length,
  );
  if (off.length === 0) return null;
  const held = off.map(({ level, measured }) => `at ${formatShare(level)} hold ${formatShare(measured)} of the truths`);
  const narrow = off.some(({ level, measured }) => measured < level);
  const wide = off.some(({ level, measured }) => measured > level);
  return {
    title: "Its ranges do not hold what they claim",
    detail: `ranges ${listInWords(held)}, which is more of a difference than chance makes`,
    meaning: [
      narrow && "the truth lies outside of a range more often than it says",
      wide && "on the whole, ranges are wider than they need be",
    ]
      .filter(Boolean)
      .join("; "),
  };
};
