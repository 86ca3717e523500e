import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

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
  const { title, detail, meaning } = CHECK_WORDS[localeOf(spec)].collinearity;
  const write = writerOf(localeOf(spec));
  const figure = (value: number) => write.quantity(value, undefined, 0.1);
  const labels = new Map(spec.inputs.map(({ name, label }) => [name, write.inSentence(label)]));
  const listed = inputs.map(({ input, inflation }) => `${labels.get(input)} (${figure(inflation)})`);
  return {
    title,
    detail: detail(figure(LARGEST_INFLATION), write.list(listed)),
    meaning: meaning(inputs.length === 1),
    p: null,
    evidence: { limit: LARGEST_INFLATION, inputs },
  };
};
