import { formatQuantity } from "../../model/format";
import type { Check } from "./check";

/** Harrell (2015), "Regression Modeling Strategies", section 4.4: 10 to 20 rows for each coefficient. */
const ROWS_FOR_EACH_COEFFICIENT = 10;

export const findFewRows: Check = ({ predictor: { inference } }) =>
  !inference || inference.fit.n >= ROWS_FOR_EACH_COEFFICIENT * inference.fit.p
    ? null
    : {
        title: "It has learned from too few rows",
        detail: `there are ${formatQuantity(inference.fit.n)} rows for ${formatQuantity(inference.fit.p)} coefficients, where ${ROWS_FOR_EACH_COEFFICIENT} for each are the least`,
        meaning:
          "other rows could have given a quite different model, and the other checks may miss what is wrong with this one",
        p: null,
        evidence: { rows: inference.fit.n, coefficients: inference.fit.p },
      };
