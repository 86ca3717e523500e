import { formatQuantity, listInWords } from "../../model/format";
import { termInWords } from "../../model/term-words";
import type { Check } from "./check";

/** Belsley, Kuh and Welsch (1980), "Regression Diagnostics": from here on a column is nearly one of the others. */
const LARGEST_INFLATION = 10;

export const findCollinearity: Check = ({ spec, predictor }) => {
  const coefficients = predictor.inference?.coefficients ?? [];
  const inflated = coefficients.filter(({ vif }) => vif !== null && vif > LARGEST_INFLATION);
  if (inflated.length === 0) return null;
  const terms = inflated.map(({ term, vif }) => `${termInWords(spec, term)} (${formatQuantity(vif!, undefined, 0.1)})`);
  return {
    title: "Some of its terms say nearly the same",
    detail: `the variance inflation factor is above ${LARGEST_INFLATION} for ${listInWords(terms)}`,
    meaning:
      "their coefficients could change places and the estimates would hardly differ, so no single one of them says what its feature is worth",
    p: null,
    evidence: { terms: inflated.map(({ term, vif }) => ({ term, vif })) },
  };
};
