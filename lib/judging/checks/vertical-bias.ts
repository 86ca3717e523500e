import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import { ACCEPTED, judgeRatios, ratioStudyOf } from "../ratio-standard";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** A difference in PRB from an unbiased model that matters: what the standard accepts to either side of 0. */
const NOTABLE = ACCEPTED.prb.high;

/**
 * Whether low and high outcomes are estimated with another bias than an unbiased model with the same noise shows: the
 * measured PRB against the simulated ones.
 */
export const findVerticalBias: Check = (model) => {
  const study = ratioStudyOf(model);
  const verdict = judgeRatios(model).find(({ measure }) => measure === "prb");
  if (!study || !verdict?.oracle || verdict.verdict === "too few rows") return null;
  const { written, oracle } = verdict;
  const { prb } = study.ratio;
  const { spec } = model;
  const { title, detail, meaning } = CHECK_WORDS[localeOf(spec)].verticalBias;
  return {
    title,
    detail: detail(written, oracle.written, oracle.range),
    meaning: meaning(writerOf(localeOf(spec)).inSentence(spec.target), prb < oracle.median),
    p: Math.abs(prb - oracle.median) > NOTABLE ? oracle.p : 1,
    evidence: { prb, interval: study.ratio.intervals.prb, oracle: study.ratio.oracle!.prb },
  };
};
