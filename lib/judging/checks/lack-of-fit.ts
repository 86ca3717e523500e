import { measureMisfit, missingTermInWords } from "../../model/explain/lack-of-fit";
import { formatShare, formatQuantity } from "../../model/format";
import { probabilityInWords } from "../probability-words";
import type { Check } from "./check";

export const findLackOfFit: Check = ({ spec, predictor }) => {
  const tests = predictor.inference?.lackOfFit ?? null;
  const misfit = measureMisfit(tests);
  if (!tests || !misfit) return null;
  const { p, share, term, by } = misfit;
  const explains = `${formatShare(share)} of the variance that the model leaves unexplained`;
  return {
    title: "It misses a pattern",
    detail: {
      term: () =>
        `${missingTermInWords(spec, term!)} as one more term would explain ${explains} (t is ${formatQuantity(term!.t, undefined, 0.1)}, with robust standard errors; ${probabilityInWords(p)} after allowing for all tests of lack of fit)`,
      reset: () =>
        `Ramsey's RESET finds that squares and cubes of the estimates would explain ${explains} (${probabilityInWords(p)} after allowing for all tests of lack of fit)`,
      pureError: () =>
        `rows with the same inputs differ less from each other than from the model: ${explains} is lack of fit (${probabilityInWords(p)} after allowing for all tests of lack of fit)`,
    }[by](),
    meaning: term
      ? `estimates are too high for some inputs and too low for others; ${missingTermInWords(spec, term)} as one more term would help most`
      : "estimates are too high for some inputs and too low for others; no single square or product of inputs explains it",
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
