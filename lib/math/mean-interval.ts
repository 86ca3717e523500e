import { studentTQuantile } from "./distributions";

/** Between these ends the mean of what the values were drawn from lies. */
export interface MeanInterval {
  mean: number;
  low: number;
  high: number;
  /** The standard deviation of the values. */
  deviation: number;
}

/**
 * The mean with a confidence interval that holds for skewed values too: the wider, on each side, of Student's t and of t
 * behind Hall's cubic transformation, which takes the skewness out. Either alone misses too often, t where values are
 * skewed and Hall's where they have heavy tails; `mean-interval.test.ts` measures both.
 *
 * Source: Hall (1992), "On the removal of skewness by transformation", Journal of the Royal Statistical Society B 54,
 * 221–228.
 *
 * @param values at least two
 */
export function meanInterval(values: readonly number[], level: number): MeanInterval {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / n;
  const variance = moment(2);
  const deviation = Math.sqrt((variance * n) / (n - 1));
  if (!(deviation > 0)) return { mean, low: mean, high: mean, deviation: 0 };
  const third = moment(3) / variance ** 1.5 / 3;
  const quantile = studentTQuantile((1 + level) / 2, n - 1) / Math.sqrt(n);
  // The inverse of t + ⅓γt² + γ²t³/27 + γ/6n, with γ/3 as `third` and t in standard deviations.
  const untransform = (t: number) =>
    Math.abs(third) < 1e-9 ? t : (Math.cbrt(1 + 3 * third * (t - third / (2 * n))) - 1) / third;
  return {
    mean,
    low: mean - deviation * Math.max(quantile, untransform(quantile)),
    high: mean + deviation * Math.max(quantile, -untransform(-quantile)),
    deviation,
  };
}
