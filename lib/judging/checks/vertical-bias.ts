import { inSentence } from "../../model/format";
import { ACCEPTED, judgeRatios, ratioStudyOf } from "../ratio-standard";
import type { Check } from "./check";

/** A difference in PRB from a model without bias that matters: what the standard accepts to either side of 0. */
const NOTABLE = ACCEPTED.prb.high;

/**
 * Whether low and high outcomes are estimated with another bias than in a model with the same noise and none: the
 * measured PRB against the simulated ones.
 */
export const findVerticalBias: Check = (model) => {
  const study = ratioStudyOf(model);
  const verdict = judgeRatios(model).find(({ measure }) => measure === "prb");
  if (!study || !verdict?.oracle || verdict.verdict === "too few rows") return null;
  const { written, oracle } = verdict;
  const { prb } = study.ratio;
  return {
    title: "It is biased along the scale",
    detail: verticalBiasDetail(written, oracle),
    meaning: verticalBiasMeaning(model.spec.target.label, prb < oracle.median),
    p: Math.abs(prb - oracle.median) > NOTABLE ? oracle.p : 1,
    evidence: { prb, interval: study.ratio.intervals.prb, oracle: study.ratio.oracle!.prb },
  };
};

function verticalBiasDetail(measured: string, oracle: { written: string; range: string }): string {
  return `the price-related bias (PRB) is ${measured}, where a model with the same noise and no bias scores ${oracle.written} (95% of simulations: ${oracle.range})`;
}

function verticalBiasMeaning(label: string, lowIsOver: boolean): string {
  const [low, high] = lowIsOver ? ["higher", "lower"] : ["lower", "higher"];
  return `estimates are ${low} where the ${inSentence(label)} is low and ${high} where it is high than those of a model without bias that leaves as much unexplained`;
}
