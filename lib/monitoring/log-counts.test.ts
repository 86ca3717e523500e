import { expect, test } from "vitest";
import { seededRandom } from "../math/random";
import type { Model } from "../model/model";
import { tallyDays } from "../testing/monitor";
import { bareModel, publishedModel, trainModel } from "../testing/models";
import { DriftWatch } from "./drift";
import { makeReference, referenceOf, type DriftRow } from "./drift-reference";
import { LogCounts } from "./log-counts";
import type { Drift } from "./report";

/** A month of rows of a model, some refused and some without inputs, of which a few stand for many. */
function rowsOf(model: Model, draw: (index: number, random: () => number) => number, count: number, seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const encoded = Float64Array.from(model.spec.inputs, (_, index) => draw(index, random));
    const estimate = random() < 0.05 ? null : encoded.reduce((sum, value) => sum + value, 0) * (1 + random());
    const weight = random() < 0.2 ? 3.7 : 1;
    return { encoded: random() < 0.02 ? null : encoded, estimate, weight };
  });
}

/** What the rows say, read one by one, and added up by day, written and read again. */
function bothWays(model: Model, rows: DriftRow[], reference = referenceOf(model)): [Drift, Drift] {
  const [whole, tallied] = [new DriftWatch(reference), new DriftWatch(reference)];
  const counts = new LogCounts(model);
  for (let day = 0; day < 30; day++) {
    const ofDay = new LogCounts(model);
    rows.forEach((row, index) => index % 30 === day && ofDay.add(row));
    counts.merge(ofDay.write());
  }
  for (const row of rows) whole.add(row);
  counts.addTo(tallied, "all");
  return [whole.report(), tallied.report()];
}

/** The variance within cells is lost: at most (0.02 / 2)² of 1. */
function expectSame([whole, tallied]: [Drift, Drift]): void {
  expect(tallied.verdict).toBe(whole.verdict);
  expect(tallied.alert).toBe(whole.alert);
  whole.features.forEach((feature, at) => {
    const other = tallied.features[at]!;
    expect([other.verdict, other.rows]).toEqual([feature.verdict, feature.rows]);
    expect(other.bins.map(({ label }) => label)).toEqual(feature.bins.map(({ label }) => label));
    feature.bins.forEach(({ current }, bin) => expect(other.bins[bin]!.current).toBeCloseTo(current, 12));
    feature.tests.forEach((test, index) => {
      const found = other.tests[index]!;
      expect([found.of, found.matters, found.degreesOfFreedom === null]).toEqual([
        test.of,
        test.matters,
        test.degreesOfFreedom === null,
      ]);
      // Means, shares and their sizes are exact but for rounding; a grid of shapes can cut a cell of values otherwise.
      const digits = test.of === "shape" ? 2 : test.of === "spread" ? 4 : 3;
      expect(found.statistic, `${feature.name} ${test.of}`).toBeCloseTo(
        test.statistic,
        test.of === "mean" ? 9 : digits,
      );
      expect(found.size, `${feature.name} ${test.of}`).toBeCloseTo(test.size, digits);
      if (test.of !== "shape") expect(found.p, `${feature.name} ${test.of}`).toBeCloseTo(test.p, 3);
    });
  });
}

const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

test.each([
  ["as in training", 1, 1],
  ["rounded to tens and a tenth larger", 10, 1.1],
  ["far beyond the training rows", 1, 40],
])(
  "LogCounts of a continuous, a skewed and a rare input, %s: as DriftWatch finds of the rows",
  async (_, step, factor) => {
    const draws = [
      (random: () => number) => 5_000 * Math.exp(0.4 * normal(random)),
      (random: () => number) => 52.37 + 0.01 * normal(random),
      (random: () => number) => (random() < 0.7 ? 0 : Math.round(100 * random())),
    ];
    const inputs = ["a", "b", "c"].map((name) => ({ name, label: name.toUpperCase(), kind: "number" }));
    const random = seededRandom(7);
    const table = Array.from({ length: 546 }, () => {
      const values = Object.fromEntries(inputs.map(({ name }, index) => [name, draws[index]!(random)]));
      return { inputs: values, actual: values.a! + 1_000 * values.b! + 100 * normal(random) };
    });
    const model = await trainModel({ inputs, terms: ["a", "b", "c"] }, table);
    for (const [count, seed] of [
      [40, 1],
      [1_000, 2],
      [20_000, 3],
    ] as const) {
      const drawn = rowsOf(
        model,
        (index, chance) =>
          index === 0 ? step * Math.round((factor * draws[0]!(chance)) / step) : draws[index]!(chance),
        count,
        seed,
      );
      expectSame(bothWays(model, drawn));
    }
  },
);

test("LogCounts of whole numbers, levels and heaped numbers: as DriftWatch finds of the rows, to the last digits", async () => {
  const model = await publishedModel("house-price");
  const values = model.spec.inputs.map(({ name }) => model.evidence!.background.inputs[name]!);
  const drawn = rowsOf(model, (index, random) => values[index]![Math.floor(random() * random() * 546)]!, 3_000, 5);
  const [whole, tallied] = bothWays(model, drawn);
  expectSame([whole, tallied]);
  const shares = (drift: Drift) => drift.features.flatMap(({ tests }) => tests.filter(({ of }) => of === "shares"));
  shares(whole).forEach((test, index) => expect(shares(tallied)[index]!.p).toBeCloseTo(test.p, 9));
});

test("LogCounts.remove(row) leaves what the other rows say, of a model with training rows or without", async () => {
  for (const model of [await publishedModel("house-price"), await bareModel("house-price")]) {
    const draw = (index: number, random: () => number) =>
      index === 0 ? 5_000 * Math.exp(0.4 * normal(random)) : Math.floor(3 * random());
    const drawn = rowsOf(model, draw, 3_000, 9).map((row) => ({ ...row, weight: 1, estimate: row.estimate ?? 1 }));
    const reported = drawn.filter((_, index) => index % 3 === 0);
    const others = drawn.filter((_, index) => index % 3 > 0);
    const counts = new LogCounts(model);
    for (const row of drawn) counts.add(row);
    for (const row of reported) counts.remove(row);
    const reference = makeReference(model, reported);
    const [whole, tallied] = [new DriftWatch(reference), new DriftWatch(reference)];
    for (const row of others) whole.add(row);
    counts.addTo(tallied, "estimated");
    const [found, expected] = [tallied.report(), whole.report()];
    expect(found.features.map(({ verdict, rows }) => [verdict, rows])).toEqual(
      expected.features.map(({ verdict, rows }) => [verdict, rows]),
    );
    found.features.forEach(({ tests }, at) =>
      tests.forEach(({ of, size }, index) => {
        expect(size, of).toBeCloseTo(expected.features[at]!.tests[index]!.size, of === "shape" ? 1 : 2);
      }),
    );
  }
});

test("what is kept of a day does not grow with its rows, whatever is entered", async () => {
  const model = await publishedModel("house-price");
  const random = seededRandom(3);
  const sizeOf = (rows: number) => {
    const drawn = Array.from({ length: rows }, () => ({
      ...{ at: new Date(0), estimate: 70_000 * Math.exp(normal(random)), warnings: 0 },
      inputs: { ...model.reading.decode(Float64Array.of(0, 3, 1, 2, 0, 0, 1)), area: 10 ** (8 * random()) },
    }));
    return tallyDays(model, drawn)[0]!.counts!.length;
  };
  expect(sizeOf(12_000)).toBeLessThan(1.5 * sizeOf(4_000));
  expect(sizeOf(12_000)).toBeLessThan(200_000);
});
