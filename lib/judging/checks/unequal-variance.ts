import { localeOf } from "../../language/locale";
import { mean } from "simple-statistics";
import { backgroundRows, hasBackground } from "../../model/evidence";
import { writerOf } from "../../model/format";
import type { Model } from "../../model/model";
import { emptyPoint } from "../../model/predictor";
import { probabilityInWords } from "../probability-words";
import type { Check } from "./check";
import { CHECK_WORDS } from "./words";

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

/** Errors that differ in size by less than this between rows are no problem, however sure it is that they differ. */
const SMALLEST_SPREAD = 1.25;

export const findUnequalVariance: Check = (model) => {
  const test = model.predictor.inference?.fit.breuschPagan;
  if (!test) return null;
  const locale = localeOf(model.spec);
  const words = CHECK_WORDS[locale].unequalVariance;
  const meaningOf = (growth: number) => (growth === 0 ? words.mixed : words.larger(growth > 0));
  return {
    title: words.title,
    detail: words.detail(probabilityInWords(test.p, locale), writerOf(locale).quantity(test.spread, undefined, 0.1)),
    meaning: model.uncertainty?.kind === "conformal" ? words.allowed : meaningOf(errorGrowth(model)),
    // However sure it is that errors differ, a difference that is too small is no problem.
    p: test.spread < SMALLEST_SPREAD ? 1 : test.p,
    evidence: { breuschPagan: test },
  };
};
