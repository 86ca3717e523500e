import { backgroundRows } from "../../model/evidence";
import type { Model } from "../../model/model";
import { emptyPoint } from "../../model/predictor";
import { probabilityInWords } from "../probability-words";
import { SIGNIFICANCE, type Check } from "./check";

/** How much larger errors at high estimates than at low ones are worth a sentence. */
const NOTABLE_GROWTH = 1.25;

/** Whether errors at high estimates are larger than at low ones (1), smaller (−1), or neither (0). */
function errorGrowth({ spec, predictor, evidence }: Model): number {
  if (!evidence) return 0;
  const points = backgroundRows(spec, evidence).map((encoded) => {
    const point = emptyPoint();
    predictor.evaluate(encoded, point);
    return point;
  });
  points.sort((a, b) => a.center - b.center);
  const [low, high] = [0.1, 0.9].map((share) => points[Math.round(share * (points.length - 1))]!.size);
  const growth = high! / low!;
  return growth > NOTABLE_GROWTH ? 1 : growth < 1 / NOTABLE_GROWTH ? -1 : 0;
}

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
    detail: `the Breusch–Pagan test gives ${probabilityInWords(test.p)}, where ${SIGNIFICANCE} or more is expected of equal variance`,
    meaning:
      model.uncertainty?.kind === "conformal"
        ? "the ranges allow for it, but standard errors do not: the robust ones do"
        : `${ranges}; of the standard errors, only the robust ones allow for it`,
    p: test.p,
    evidence: { breuschPagan: test },
  };
};
