import { formatQuantity } from "../../model/format";
import type { Check } from "./check";

/** Cook and Weisberg (1982), "Residuals and Influence in Regression": worth a look from 1 on. */
const LARGEST_DISTANCE = 1;

export const findInfluence: Check = ({ predictor: { inference } }) => {
  const first = inference?.influential[0];
  if (!first || first.cooksDistance <= LARGEST_DISTANCE) return null;
  return {
    title: "A single row moves it",
    detail: `row ${formatQuantity(first.row)} of ${formatQuantity(inference.fit.n)} has a Cook's distance of ${formatQuantity(first.cooksDistance, undefined, 0.01)}, above ${LARGEST_DISTANCE}`,
    meaning: "without that one row, the estimates would be different",
    p: null,
    evidence: first,
  };
};
