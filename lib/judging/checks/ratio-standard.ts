import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import { ACCEPTED, judgeRatios, type RatioVerdict } from "../ratio-standard";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** Whether an unbiased model with the same noise fails in half of the simulations or more. */
function failsWithoutBias({ measure, oracle }: RatioVerdict): boolean {
  const { low, high } = ACCEPTED[measure];
  return oracle !== null && (oracle.median < low || oracle.median > high);
}

/**
 * Whether the model fails the standard of a ratio study that its description asks for, whatever the cause. It is a rule:
 * where the inputs explain too little, an unbiased model fails too, and the words say so.
 */
export const findStandardFailure: Check = (model) => {
  const verdicts = judgeRatios(model);
  const failures = verdicts.filter(({ verdict }) => verdict === "fails");
  if (failures.length === 0) return null;
  const locale = localeOf(model.spec);
  const words = CHECK_WORDS[locale].ratioStandard;
  const { quantity, list } = writerOf(locale);
  return {
    title: words.title(quantity(failures.length), quantity(verdicts.length)),
    detail: words.detail(
      list(failures.map(({ short, written, interval, accepted }) => words.figure(short, written, interval, accepted))),
    ),
    meaning: words.meaning(failures.every(failsWithoutBias)),
    p: null,
    evidence: {
      figures: failures.map(({ measure, value, oracle }) => ({
        ...{ measure, measured: value, accepted: ACCEPTED[measure], oracle: oracle?.median ?? null },
      })),
    },
  };
};
