import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** Harrell (2015), "Regression Modeling Strategies", section 4.4: 10 to 20 rows for each coefficient. */
const ROWS_FOR_EACH_COEFFICIENT = 10;

export const findFewRows: Check = ({ spec, predictor: { inference } }) => {
  if (!inference || inference.fit.n >= ROWS_FOR_EACH_COEFFICIENT * inference.fit.p) return null;
  const { n, p } = inference.fit;
  const { title, detail, meaning } = CHECK_WORDS[localeOf(spec)].fewRows;
  const { quantity } = writerOf(localeOf(spec));
  return {
    title,
    detail: detail(quantity(n), quantity(p), quantity(ROWS_FOR_EACH_COEFFICIENT)),
    meaning,
    p: null,
    evidence: { rows: n, coefficients: p },
  };
};
