import fc from "fast-check";
import { expect, test } from "vitest";
import { Distribution } from "./distribution";
import type { RowAnswer } from "./read-answer";
import { Summarizer } from "./summary";

const estimated = (estimate: number, more: Partial<RowAnswer> = {}): RowAnswer => ({
  estimate,
  low: estimate - 10,
  high: estimate + 10,
  within: 0.5,
  warnings: "",
  error: "",
  ...more,
});
const refused = (error: string) => estimated(NaN, { error });

function sumUp(answers: RowAnswer[]) {
  const summarizer = new Summarizer();
  for (const answer of answers) summarizer.add(answer);
  return summarizer.summary();
}

test("every row is counted once: with an estimate, or with the reason for none", () => {
  const summary = sumUp([
    estimated(100),
    refused("bedrooms must be between 1 and 10"),
    refused("the model gives −$3,210, but the sale price must be greater than 0"),
    estimated(200, { warnings: "lot area is large" }),
    refused("the model gives −$45, but the sale price must be greater than 0"),
  ]);
  expect(summary).toMatchObject({ rows: 5, estimated: 2, extrapolated: 1, otherReasons: 0 });
  expect(summary.reasons).toEqual([
    {
      detail: "the model gives −$3,210, but the sale price must be greater than 0",
      varies: true,
      count: 2,
      rows: [4, 6],
    },
    { detail: "bedrooms must be between 1 and 10", varies: false, count: 1, rows: [3] },
  ]);
});

test("to be looked at first come estimates with warnings, then the least sure, and no more than ten", () => {
  const summary = sumUp([
    ...Array.from({ length: 50 }, (_, row) => estimated(100, { within: 1 - row / 100 })),
    estimated(100, { within: 0.9, warnings: "far" }),
  ]);
  expect(summary.doubts).toHaveLength(10);
  expect(summary.doubts.slice(0, 3).map(({ row }) => row)).toEqual([52, 51, 50]);
});

test("an estimate without a warning and a probability is not one to be looked at first", () => {
  const unknown = { low: NaN, high: NaN, within: NaN };
  expect(sumUp([estimated(100, unknown), estimated(200, unknown)])).toMatchObject({ estimated: 2, doubts: [] });
  const warned = sumUp([estimated(100, unknown), estimated(200, { ...unknown, warnings: "far" })]);
  expect(warned.doubts.map(({ row }) => row)).toEqual([3]);
});

test("of estimates with warnings, one whose probability is not known comes before one whose is", () => {
  const summary = sumUp([
    estimated(100, { within: 0, warnings: "far" }),
    estimated(100, { within: NaN, warnings: "far" }),
    estimated(100, { within: 0.1, warnings: "far" }),
  ]);
  expect(summary.doubts.map(({ row }) => row)).toEqual([3, 2, 4]);
});

test("reasons without number take no more memory than some", () => {
  const words = (row: number) =>
    row.toString(26).replace(/./g, (digit) => "abcdefghijklmnopqrstuvwxyz"[parseInt(digit, 26)]!);
  const summary = sumUp(Array.from({ length: 2000 }, (_, row) => refused(words(row))));
  const listed = summary.reasons.reduce((sum, { count }) => sum + count, 0);
  expect(summary.reasons.length).toBeLessThan(10);
  expect(listed + summary.otherReasons).toBe(2000);
});

test("no estimates have no distribution", () => {
  expect(sumUp([refused("no")]).distribution).toBeNull();
  expect(sumUp([])).toMatchObject({ rows: 0, distribution: null });
});

test("equal estimates are one bar", () => {
  const { histogram, median } = sumUp([estimated(70), estimated(70)]).distribution!;
  expect(histogram.counts).toEqual([2]);
  expect(histogram.edges[0]).toBeLessThanOrEqual(70);
  expect(histogram.edges[1]).toBeGreaterThan(70);
  expect(median).toBeCloseTo(70, 1);
});

test("an extreme estimate is counted outside of the drawing and does not squeeze it", () => {
  const many = Array.from({ length: 1000 }, (_, row) => estimated(100 + row / 10));
  const { histogram, outside } = sumUp([...many, estimated(1e12)]).distribution!;
  expect(outside).toBeGreaterThanOrEqual(1);
  expect(histogram.edges.at(-1)).toBeLessThan(250);
  expect(histogram.counts.length).toBeGreaterThan(10);
});

test("a distribution in bounded memory counts what sorting counts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e5, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 5000, size: "max" }),
      (values) => {
        const distribution = new Distribution();
        values.forEach((value) => distribution.add(value));
        const { edges, counts } = distribution.bins(distribution.min, distribution.max, 1e5);
        // A place may lie on both sides of an edge by a rounding of the last bit.
        edges.slice(0, -1).forEach((edge, bin) => {
          const near = values.filter(
            (value) => Math.abs(value - edge) < 1e-6 || Math.abs(value - edges[bin + 1]!) < 1e-6,
          );
          const exact = values.filter((value) => value >= edge && value < edges[bin + 1]!).length;
          expect(Math.abs(counts[bin]! - exact)).toBeLessThanOrEqual(near.length);
        });
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        const sorted = [...values].sort((a, b) => a - b);
        const median = distribution.quantile(0.5);
        expect(median).toBeGreaterThanOrEqual(sorted[0]!);
        expect(median).toBeLessThanOrEqual(sorted.at(-1)!);
      },
    ),
    { numRuns: 30 },
  );
});

test("quantiles are those of the values, to a drawing's precision", () => {
  const distribution = new Distribution();
  for (let value = 0; value < 100_000; value++) distribution.add(20_000 + ((value * 7919) % 100_000));
  for (const share of [0.01, 0.25, 0.5, 0.75, 0.99]) {
    expect(Math.abs(distribution.quantile(share) - (20_000 + 100_000 * share))).toBeLessThan(200);
  }
});
