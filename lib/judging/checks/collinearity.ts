import { formatQuantity, inSentence, listInWords } from "../../model/format";
import type { Check } from "./check";

/**
 * Belsley, Kuh and Welsch (1980), "Regression Diagnostics": a variance inflation factor of 10, of which GVIF^(1/(2 df))
 * is the root for an input with one column.
 */
const LARGEST_INFLATION = Math.sqrt(10);

export const findCollinearity: Check = ({ spec, predictor }) => {
  const inputs = (predictor.inference?.inflation ?? [])
    .map((each) => ({ ...each, inflation: each.gvif ** (1 / (2 * each.df)) }))
    .filter(({ inflation }) => inflation > LARGEST_INFLATION);
  if (inputs.length === 0) return null;
  const labels = new Map(spec.inputs.map(({ name, label }) => [name, inSentence(label)]));
  const listed = inputs.map(
    ({ input, inflation }) => `${labels.get(input)} (${formatQuantity(inflation, undefined, 0.1)})`,
  );
  return {
    title: "Some of its inputs overlap",
    detail: `GVIF^(1/(2 df)) is above ${formatQuantity(LARGEST_INFLATION, undefined, 0.1)} for ${listInWords(listed)}`,
    meaning:
      inputs.length === 1
        ? "the other inputs hold nearly the same, so its separate effect is hard to tell apart from theirs; estimates do not suffer from it"
        : "their separate effects are hard to tell apart; estimates do not suffer from it",
    p: null,
    evidence: { limit: LARGEST_INFLATION, inputs },
  };
};
