import { expect, test } from "vitest";
import { binPoints, isDiscrete, type Point } from "./bins";

const line = (count: number): Point[] => Array.from({ length: count }, (_, index) => [index, 2 * index]);

test("many values are summed up in eight bins of as many points each", () => {
  const bins = binPoints(line(80));
  expect(bins.map(({ n }) => n)).toEqual(Array(8).fill(10));
  expect(bins[0]).toEqual({ from: 0, to: 9, at: 4.5, n: 10, low: 4.5, median: 9, high: 13.5 });
});

test("few values are a bin each, and those with fewer than eight points are left out", () => {
  const points: Point[] = [
    ...Array.from({ length: 20 }, (_, index): Point => [1, index]),
    ...Array.from({ length: 7 }, (): Point => [2, 0]),
  ];
  expect(binPoints(points).map(({ from, to, n }) => [from, to, n])).toEqual([[1, 1, 20]]);
});

test("fewer points make fewer bins, and too few are not summed up", () => {
  expect(binPoints(line(20)).map(({ n }) => n)).toEqual([10, 10]);
  expect(binPoints(line(15))).toEqual([]);
});

test("counts are discrete, measurements are not", () => {
  expect(isDiscrete(Array.from({ length: 30 }, (_, index) => index % 4))).toBe(true);
  expect(isDiscrete(Array.from({ length: 30 }, (_, index) => index))).toBe(false);
});
