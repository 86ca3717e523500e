import { describe, expect, it } from "vitest";
import { meanInterval } from "./mean-interval";
import { seededRandom } from "./random";

const LEVEL = 0.95;
const SAMPLES = 2_000;

/** The share of samples whose interval misses the true mean. */
function missed(n: number, truth: number, draw: (normal: () => number, random: () => number) => number): number {
  const random = seededRandom(n);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let count = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { low, high } = meanInterval(
      Array.from({ length: n }, () => draw(normal, random)),
      LEVEL,
    );
    if (truth < low || truth > high) count++;
  }
  return count / SAMPLES;
}

describe("meanInterval(values, level)", () => {
  it("is Student's t where values lie evenly about their mean, and their mean where all are the same", () => {
    // t(4) at 0.975 is 2.776; the standard deviation of −2 … 2 is √2.5.
    const { mean, low, high } = meanInterval([-2, -1, 0, 1, 2], LEVEL);
    const margin = (2.776445105 * Math.sqrt(2.5)) / Math.sqrt(5);
    expect([mean, low, high]).toEqual([0, expect.closeTo(-margin, 6), expect.closeTo(margin, 6)]);
    expect(meanInterval([3, 3, 3], LEVEL)).toEqual({ mean: 3, low: 3, high: 3, deviation: 0 });
  });

  it("reaches farther on the side of the tail", () => {
    const { mean, low, high } = meanInterval([0, 0, 0, 0, 0, 0, 0, 0, 1, 9], LEVEL);
    expect(high - mean).toBeGreaterThan(1.2 * (mean - low));
  });

  it.each([
    ["normal values", 0, (normal: () => number) => normal(), 0.05],
    // Differences of the errors of two equal models, whose size is that of a lognormal.
    [
      "differences with heavy tails",
      0,
      (normal: () => number) => Math.exp(normal()) * (Math.abs(normal()) - Math.abs(normal())),
      0.05,
    ],
    ["skewed values", 1, (_: () => number, random: () => number) => -Math.log(1 - random()), 0.06],
    ["values that are skewed the most", Math.exp(0.32), (normal: () => number) => Math.exp(0.8 * normal()), 0.08],
  ])("of %s holds the truth about as often as it claims, from 10 values on", (_, truth, draw, most) => {
    // Three standard errors of 2,000 samples are 1.5 to 2 points.
    for (const n of [10, 30]) expect(missed(n, truth, draw)).toBeLessThan(most + 0.015);
  });
});
