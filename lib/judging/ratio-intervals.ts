import { mean, sum } from "d3-array";
import { studentTQuantile } from "../math/distributions";
import { ratioStudy, type Guess } from "./ratio-study";
import { medianInterval, type Interval } from "./intervals";
import type { RatioMeasure } from "./measures";

/**
 * The ratio study (see `ratioStudy`) with confidence intervals, from what each row adds to a figure (its influence,
 * the derivative of the figure by the row's weight): the standard error is the root of the sum of squared influences
 * over n, and COD and PRD, which are positive, get their interval on the scale of the logarithm.
 *
 * With ratio r, estimate e, outcome a, median ratio m, d the mean of |r − m| and means written with a bar:
 * - log PRD = log r̄ − log ē + log ā, so a row adds r/r̄ − e/ē + a/ā − 1;
 * - log COD = log d − log m, so a row adds |r − m|/d − 1 − sign(r − m) / (2 f m), f the density at the median, which
 *   the width of the median's own interval tells;
 * - PRB is a slope with unequal errors: the variance is White's, with the correction n / (n − 2).
 *
 * Source: Hampel (1974), "The influence curve and its role in robust estimation", Journal of the American Statistical
 * Association 69, 383–393; Bonett and Seier (2006), "Confidence interval for a coefficient of dispersion in nonnormal
 * distributions", Biometrical Journal 48, 144–148, for the scale of the COD and the density; White (1980),
 * Econometrica 48, 817–838.
 *
 * @returns none where an outcome or an estimate is not positive, or there are fewer than three rows
 */
export function ratioIntervals(guesses: readonly Guess[], level: number): Partial<Record<RatioMeasure, Interval>> {
  const study = guesses.length < 3 ? null : ratioStudy(guesses);
  if (!study) return {};
  const n = guesses.length;
  const t = studentTQuantile((1 + level) / 2, n - 2);
  const ratios = guesses.map(({ estimate, actual }) => estimate / actual);
  const { median: m, cod, prd, prb } = study;

  const onLogScale = (value: number, influences: number[]) => {
    const factor = Math.exp((t * Math.sqrt(sum(influences, (each) => each ** 2))) / n);
    return { value, low: value / factor, high: value * factor };
  };
  const [ratio, estimate, actual] = [
    mean(ratios)!,
    mean(guesses, (guess) => guess.estimate)!,
    mean(guesses, (guess) => guess.actual)!,
  ];
  const spread = (cod / 100) * m;
  const halfDensity = medianError(ratios) * Math.sqrt(n);
  const dispersion = ratios.map((each) => Math.abs(each - m) / spread - 1 - (Math.sign(each - m) * halfDensity) / m);
  const differential = guesses.map(
    (guess, index) => ratios[index]! / ratio - guess.estimate / estimate + guess.actual / actual - 1,
  );

  const x = guesses.map((guess) => Math.log2((guess.estimate / m + guess.actual) / 2));
  const y = ratios.map((each) => (each - m) / m);
  const [centerX, centerY] = [mean(x)!, mean(y)!];
  const squares = sum(x, (each) => (each - centerX) ** 2);
  const scores = x.map((each, index) => (each - centerX) * (y[index]! - centerY - prb * (each - centerX)));
  const error = Math.sqrt((sum(scores, (each) => each ** 2) * n) / (n - 2)) / squares;

  return {
    medianRatio: medianInterval(ratios, level),
    ...(spread > 0 && { cod: onLogScale(cod, dispersion) }),
    prd: onLogScale(prd, differential),
    ...(squares > 0 && { prb: { value: prb, low: prb - t * error, high: prb + t * error } }),
  };
}

/** The standard error of a median, 1 / (2 f √n), from the order statistics √n ranks to either side of the middle. */
function medianError(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  return (sorted[n - rank]! - sorted[rank - 1]!) / 4;
}
