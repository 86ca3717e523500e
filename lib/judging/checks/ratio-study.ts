import { judgeRatios, ratioStudyOf, type RatioVerdict } from "../ratio-standard";
import type { Check } from "./check";

/** Level and spread; vertical equity has a check of its own. */
const isOfLevelOrSpread = ({ measure }: RatioVerdict) => measure === "medianRatio" || measure === "cod";

/**
 * Whether level or spread fail the standard where a model with the same noise and no bias would not. A fault that such
 * a model has too is one of the inputs, which say too little, and stands in the ratio study alone.
 */
export const findRatioFailure: Check = (model) => {
  const study = ratioStudyOf(model);
  const verdicts = judgeRatios(model).filter(isOfLevelOrSpread);
  if (!study?.ratio.oracle || verdicts.some(({ verdict }) => verdict === "too few rows")) return null;
  const { median, cod, intervals, oracle } = study.ratio;
  const pOf = ({ verdict, oracle }: RatioVerdict) => (verdict === "fails" ? oracle!.p : 1);
  const failures = verdicts.filter(({ verdict }) => verdict === "fails");
  return {
    title: "It does not meet the assessors’ standard",
    detail: failures.map(failureInWords).join("; "),
    meaning: failures.map(meaningOf).join("; "),
    p: Math.min(1, verdicts.length * Math.min(...verdicts.map(pOf))),
    evidence: {
      median: { measured: median, interval: intervals.median, oracle: oracle.median },
      cod: { measured: cod, interval: intervals.cod, oracle: oracle.cod },
    },
  };
};

function failureInWords({ short, written, interval, accepted, oracle }: RatioVerdict): string {
  return `the ${short} is ${written} (95% interval ${interval}), where ${accepted} is accepted and a model with the same noise and no bias scores ${oracle!.range}`;
}

function meaningOf({ measure, side }: RatioVerdict): string {
  return measure === "medianRatio"
    ? `estimates are too ${side === "above" ? "high" : "low"} on the whole`
    : "estimates scatter more widely around the truth than the errors of the model explain";
}
