import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import { rowNames } from "../../model/row-names";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

export const findUselessness: Check = ({ evidence, spec }) => {
  if (!evidence || evidence.accuracy.predictiveR2 > 0) return null;
  const { predictiveR2 } = evidence.accuracy;
  const locale = localeOf(spec);
  const { title, detail, meaning } = CHECK_WORDS[locale].noBetterThanAverage;
  return {
    title,
    detail: detail(writerOf(locale).quantity(predictiveR2, undefined, 0.001), rowNames(evidence, locale).unseen),
    meaning,
    p: null,
    evidence: { predictiveR2 },
  };
};
