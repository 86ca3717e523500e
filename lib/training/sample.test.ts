import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialTwoSided } from "../math/binomial";
import { findComparables } from "../model/explain/comparables";
import { seededRandom } from "../math/random";
import { trainModel } from "../testing/models";
import { ExampleSample, hashOfRow, thin } from "./sample";

/** The 64 bits of splitmix64's finaliser by whole numbers of any size, cut to the leading 53. */
function hashByBigInt(row: number, salt: number): number {
  const cut = (value: bigint) => BigInt.asUintN(64, value);
  let z = cut(BigInt(row) ^ (BigInt(salt) << 32n));
  z = cut((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = cut((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return Number((z ^ (z >> 31n)) >> 11n) / 2 ** 53;
}

/** The rows that a sample keeps of so many, given to it in parts; a row's input is its number, its outcome twice that. */
function examplesOf(capacity: number, counts: number[]) {
  const sample = new ExampleSample(capacity, 1);
  let before = 0;
  for (const count of counts) {
    const encoded = Float64Array.from({ length: count }, (_, index) => before + index + 1);
    sample.add({ count, encoded, actual: encoded.map((value) => 2 * value) });
    before += count;
  }
  return sample.toExamples();
}

const sampled = (capacity: number, counts: number[]) => examplesOf(capacity, counts).map(({ row }) => row);

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("hashOfRow(row, salt) equals splitmix64 in whole numbers", () => {
  const row = fc.oneof(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
  fc.assert(
    fc.property(row, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (row, salt) => {
      expect(hashOfRow(row, salt)).toBe(hashByBigInt(row, salt));
    }),
    { seed: 1, numRuns: 5_000 },
  );
});

test("ExampleSample keeps exactly min(n, k) rows, those with the smallest hashes, in their order, however they are chunked", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), counts, (capacity, counts) => {
      const n = counts.reduce((sum, count) => sum + count, 0);
      const smallest = upTo(n)
        .sort((a, b) => hashByBigInt(a, 0) - hashByBigInt(b, 0))
        .slice(0, capacity);
      const kept = sampled(capacity, counts);
      expect(kept).toEqual(smallest.sort((a, b) => a - b));
      expect(kept).toHaveLength(Math.min(n, capacity));
      expect(sampled(capacity, [n])).toEqual(kept);
      for (const { row, encoded, actual } of examplesOf(capacity, counts)) {
        expect([...encoded, actual]).toEqual([row, 2 * row]);
      }
    }),
    { seed: 1 },
  );
});

test("thin(rows, k) of a sample is the sample of k rows that the whole table gives", () => {
  const rows = sampled(2_000, [50_000]).map((row) => ({ row }));
  expect(thin(rows, 300).map(({ row }) => row)).toEqual(sampled(300, [50_000]));
  expect(thin(rows, 5_000)).toEqual(rows);
});

test("ExampleSample takes each remainder of a period as often as chance does, and so do halves by another salt", () => {
  const rows = sampled(1_000, [45_000]);
  const periods = [2, 3, 4, 7, 8, 64, 100, 1_024];
  for (const period of periods) {
    const count = rows.filter((row) => row % period === 0).length;
    expect(binomialTwoSided(count, rows.length, 1 / period), `period ${period}`).toBeGreaterThan(0.01 / periods.length);
  }
  const half = rows.filter((row) => hashOfRow(row, 1) < 0.5).length;
  expect(binomialTwoSided(half, rows.length, 0.5)).toBeGreaterThan(0.01);
});

test("train() on alternating yes and no: the background has both, so baseline and comparables are right", async () => {
  const random = seededRandom(3);
  const rows = Array.from({ length: 4_000 }, (_, row) => {
    const yes = row % 2 === 1;
    const a = random();
    return { inputs: { yes, a }, actual: 100 + 20 * Number(yes) + a + random() };
  });
  const inputs = [
    { name: "yes", label: "Yes", kind: "boolean" },
    { name: "a", label: "First", kind: "number" },
  ];
  const model = await trainModel({ inputs, terms: ["yes", "a"] }, rows);
  const { background, rows: n, sampled, measured } = model.evidence!;
  expect([n, sampled, measured, background.actual.length]).toEqual([4_000, 4_000, 4_000, 1_000]);
  const share = background.inputs.yes!.filter((code) => code === 1).length / 1_000;
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.55);
  const mean = rows.reduce((sum, { actual }) => sum + actual, 0) / rows.length;
  // Every second row would give about 101 for the 111 that all rows give; 20 × 5% of share is 1.
  expect(Math.abs(model.predictor.explain!.baseline - mean)).toBeLessThan(1);
  for (const yes of [true, false]) {
    const nearest = findComparables(model, { yes, a: 0.5 });
    expect(nearest.map(({ inputs }) => inputs.yes)).toEqual(Array(5).fill(yes));
  }
});

test("train() takes a table of more than 20,000 rows whose outcomes repeat after four", async () => {
  const outcomes = [10, 14, 12, 18];
  const rows = Array.from({ length: 45_000 }, (_, row) => ({
    inputs: { a: row % 3, b: Number(row % 4 > 1) },
    actual: outcomes[row % 4]!,
  }));
  const { rows: n, sampled, measured, histogram } = (await trainModel({}, rows)).evidence!;
  expect([n, sampled, measured]).toEqual([45_000, 20_000, 20_000]);
  expect(histogram.counts.filter((count) => count > 0)).toHaveLength(4);
});
