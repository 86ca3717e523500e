import { localeOf } from "../../language/locale";
import { judgeRatios, ratioStudyOf, type RatioVerdict } from "../ratio-standard";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** Level and spread; vertical equity has a check of its own. */
const isOfLevelOrSpread = ({ measure }: RatioVerdict) => measure === "medianRatio" || measure === "cod";

/**
 * Whether level or spread fail the standard where an unbiased model with the same noise would not. Where such a model
 * fails too, the cause is the inputs, which say too little: `findStandardFailure` reports it.
 */
export const findRatioFailure: Check = (model) => {
  const study = ratioStudyOf(model);
  const verdicts = judgeRatios(model).filter(isOfLevelOrSpread);
  if (!study?.ratio.oracle || verdicts.some(({ verdict }) => verdict === "too few rows")) return null;
  const { median, cod, intervals, oracle } = study.ratio;
  const pOf = ({ verdict, oracle }: RatioVerdict) => (verdict === "fails" ? oracle!.p : 1);
  const failures = verdicts.filter(({ verdict }) => verdict === "fails");
  const words = CHECK_WORDS[localeOf(model.spec)].ratioStudy;
  const failureInWords = ({ short, written, interval, accepted, oracle }: RatioVerdict) =>
    words.failure(short, written, interval, accepted, oracle!.range);
  const meaningOf = ({ measure, side }: RatioVerdict) =>
    measure === "cod" ? words.scattered : side === "above" ? words.tooHigh : words.tooLow;
  return {
    title: words.title,
    detail: failures.map(failureInWords).join("; "),
    meaning: failures.map(meaningOf).join("; "),
    p: Math.min(1, verdicts.length * Math.min(...verdicts.map(pOf))),
    evidence: {
      median: { measured: median, interval: intervals.median, oracle: oracle.median },
      cod: { measured: cod, interval: intervals.cod, oracle: oracle.cod },
    },
  };
};
