import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { Model } from "../model/model";
import { trainModel } from "../testing/models";
import { DriftWatch } from "./drift";
import { makeReference } from "./drift-reference";

/**
 * Looks at five inputs and the estimate, of which the first input may differ from 546 training rows. Areas are drawn
 * from a log-normal distribution of sd 0.4 about 5,000, and may be heaped at multiples of 500 as written ones are.
 */
const TRAINING_ROWS = 546;
const POOL = 20_000;

type Draw = (random: () => number) => number;
const normal: Draw = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const smooth: Draw = (random) => 5_000 * Math.exp(0.4 * normal(random));
const heaped: Draw = (random) => 500 * Math.round(smooth(random) / 500);
const times =
  (factor: number, draw: Draw): Draw =>
  (random) =>
    factor * draw(random);
/** Mean and standard deviation of the log-normal distribution: 5,000 exp(0.08), and that times √(exp(0.16) − 1). */
const MEAN = 5_000 * Math.exp(0.08);
const DEVIATION = MEAN * Math.sqrt(Math.expm1(0.16));
/** Two humps of the same mean and deviation. */
const twoHumps: Draw = (random) => MEAN + DEVIATION * ((random() < 0.5 ? -0.95 : 0.95) + 0.3122 * normal(random));
const oneHump: Draw = (random) => MEAN + DEVIATION * normal(random);

const NAMES = ["a", "b", "c", "d", "e"];
let model: Model;
beforeAll(async () => {
  const random = seededRandom(1);
  const rows = Array.from({ length: 60 }, () => {
    const inputs = Object.fromEntries(NAMES.map((name) => [name, smooth(random)]));
    return { inputs, actual: Object.values(inputs).reduce((sum, value) => sum + value, 0) + 100 * normal(random) };
  });
  const inputs = NAMES.map((name) => ({ name, label: name.toUpperCase(), kind: "number" }));
  model = await trainModel({ inputs, terms: NAMES }, rows);
});

/** The share of looks that call it drift. */
function shareOfDrift(training: Draw, now: Draw, count: number, looks: number): number {
  const random = seededRandom(count);
  const poolOf = (draw: Draw) => Float64Array.from({ length: POOL }, () => draw(random));
  const [before, after, others] = [training, now, smooth].map(poolOf) as [Float64Array, Float64Array, Float64Array];
  const from = (pool: Float64Array) => pool[Math.floor(random() * POOL)]!;
  const rowOf = (first: Float64Array) => {
    const encoded = [from(first), from(others), from(others), from(others), from(others)];
    return { encoded, estimate: encoded.reduce((sum, value) => sum + value, 0) };
  };
  let drift = 0;
  for (let look = 0; look < looks; look++) {
    const training = Array.from({ length: TRAINING_ROWS }, () => rowOf(before));
    const watch = new DriftWatch(makeReference(model, training));
    for (let row = 0; row < count; row++) watch.add(rowOf(after));
    if (watch.report().verdict === "drift") drift++;
  }
  return drift / looks;
}

describe("DriftWatch.report() calls at most 5% of looks drift", () => {
  test.each<[string, Draw, Draw, largest?: number]>([
    ["nothing changes", smooth, smooth],
    ["nothing changes, heaped", heaped, heaped],
    ["heaped values are 1.001 times as large", heaped, times(1.001, heaped)],
    // A difference of 0.075 standard deviations: at 5,000 rows 14 of 300 looks call it drift.
    ["heaped values are 1.03 times as large", heaped, times(1.03, heaped), 1_000],
    ["heaped values become smooth", heaped, smooth],
    ["smooth values become heaped", smooth, heaped],
  ])("where %s", (_, training, now, largest = Infinity) => {
    for (const [count, looks] of [
      [30, 100],
      [100, 100],
      [1_000, 60],
      [5_000, 40],
    ] as const) {
      if (count > largest) continue;
      expect(shareOfDrift(training, now, count, looks), `${count} rows`).toBeLessThanOrEqual(0.05);
    }
  });
});

describe("DriftWatch.report() at 1,000 rows finds", () => {
  test.each<[string, number, Draw, Draw]>([
    ["a mean that is 0.25 standard deviations larger", 0.9, smooth, (random) => smooth(random) + DEVIATION / 4],
    ["the same of heaped values", 0.9, heaped, (random) => heaped(random) + DEVIATION / 4],
    ["a standard deviation that is 1.25 times as large", 0.8, oneHump, (r) => MEAN + 1.25 * (oneHump(r) - MEAN)],
    ["the same of a skewed input", 0.8, smooth, (random) => MEAN + 1.25 * (smooth(random) - MEAN)],
    ["two humps of the same mean and deviation", 0.9, oneHump, twoHumps],
  ])("%s, in %d of looks", (_, least, training, now) => {
    expect(shareOfDrift(training, now, 1_000, 100)).toBeGreaterThanOrEqual(least);
  });
});
