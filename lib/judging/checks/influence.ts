import { localeOf } from "../../language/locale";
import { writerOf } from "../../model/format";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

/** Cook and Weisberg (1982), "Residuals and Influence in Regression": worth a look from 1 on. */
const LARGEST_DISTANCE = 1;

export const findInfluence: Check = ({ spec, predictor: { inference } }) => {
  const first = inference?.influential[0];
  if (!first || first.cooksDistance <= LARGEST_DISTANCE) return null;
  const { title, detail, meaning } = CHECK_WORDS[localeOf(spec)].influence;
  const { quantity } = writerOf(localeOf(spec));
  const distance = quantity(first.cooksDistance, undefined, 0.01);
  return {
    title,
    detail: detail(quantity(first.row), quantity(inference.fit.n), distance, quantity(LARGEST_DISTANCE)),
    meaning,
    p: null,
    evidence: first,
  };
};
