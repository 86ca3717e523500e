import { localeOf } from "../../language/locale";
import { measureMisfit, missingTermInWords } from "../../model/explain/lack-of-fit";
import { writerOf } from "../../model/format";
import { probabilityInWords } from "../probability-words";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

export const findLackOfFit: Check = ({ spec, predictor }) => {
  const tests = predictor.inference?.lackOfFit ?? null;
  const misfit = measureMisfit(tests);
  if (!tests || !misfit) return null;
  const { p, share, term, by } = misfit;
  const locale = localeOf(spec);
  const words = CHECK_WORDS[locale].lackOfFit;
  const { quantity, share: writeShare } = writerOf(locale);
  const [explained, chance] = [writeShare(share), probabilityInWords(p, locale)];
  const named = term && missingTermInWords(spec, term);
  return {
    title: words.title,
    detail: {
      term: () => words.term(named!, explained, quantity(term!.t, undefined, 0.1), chance),
      reset: () => words.reset(explained, chance),
      pureError: () => words.pureError(explained, chance),
    }[by](),
    meaning: words.meaning(named),
    p,
    evidence: {
      by,
      share,
      term,
      reset: tests.reset,
      pureError: tests.pureError,
      rows: tests.rows,
      tested: tests.tested,
    },
  };
};
