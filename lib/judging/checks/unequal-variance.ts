import { mean } from "simple-statistics";
import { backgroundRows, hasBackground } from "../../model/evidence";
import { formatQuantity } from "../../model/format";
import type { Model } from "../../model/model";
import { emptyPoint } from "../../model/predictor";
import { probabilityInWords } from "../probability-words";
import type { Check } from "./check";

/** How much larger errors at high estimates than at low ones are worth a sentence. */
const NOTABLE_GROWTH = 1.25;

/** Whether errors at the highest tenth of estimates are larger than at the lowest (1), smaller (−1), or neither (0). */
function errorGrowth({ spec, predictor, evidence }: Model): number {
  if (!hasBackground(evidence)) return 0;
  const points = backgroundRows(spec, evidence).map((encoded) => {
    const point = emptyPoint();
    predictor.evaluate(encoded, point);
    return point;
  });
  points.sort((a, b) => a.center - b.center);
  const tenth = Math.ceil(points.length / 10);
  const [low, high] = [points.slice(0, tenth), points.slice(-tenth)].map((some) => mean(some.map(({ size }) => size)));
  const growth = high! / low!;
  return growth > NOTABLE_GROWTH ? 1 : growth < 1 / NOTABLE_GROWTH ? -1 : 0;
}

/** Errors that differ in size by less than this between rows are no fault, however sure it is that they differ. */
const SMALLEST_SPREAD = 1.25;

export const findUnequalVariance: Check = (model) => {
  const test = model.predictor.inference?.fit.breuschPagan;
  if (!test) return null;
  const growth = errorGrowth(model);
  const larger = growth > 0 ? "high" : "low";
  const smaller = growth > 0 ? "low" : "high";
  const ranges =
    growth === 0
      ? "some ranges are wider than they need be and others too narrow"
      : `the errors are larger where estimates are ${larger}, so ranges are too narrow there and wider than they need be where estimates are ${smaller}`;
  return {
    title: "Its errors are not equally large everywhere",
    detail: `the Breusch–Pagan test gives ${probabilityInWords(test.p)}, where 5% of tables with equal variance give less than 0.05; from the 10th to the 90th percentile of rows, the typical error grows to ${formatQuantity(test.spread, undefined, 0.1)} times its size`,
    meaning:
      model.uncertainty?.kind === "conformal"
        ? "the ranges allow for it; of the standard errors, only the robust ones (HC3) do"
        : `${ranges}; of the standard errors, only the robust ones (HC3) allow for it`,
    // However sure it is that errors differ, a difference that is too small is no fault.
    p: test.spread < SMALLEST_SPREAD ? 1 : test.p,
    evidence: { breuschPagan: test },
  };
};
