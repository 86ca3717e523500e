import { expect, test } from "vitest";
import { randomNumbers } from "../testing/exports";
import { Neighbours } from "./neighbours";
import type { Input } from "./spec";

const inputs: Input[] = [
  { name: "heating", label: "Heating", kind: "category", levels: ["x", "y", "z"] },
  { name: "a", label: "A", kind: "number" },
  { name: "same", label: "Same", kind: "number" },
  { name: "b", label: "B", kind: "integer" },
];
const random = randomNumbers(5);
const draw = () => [Math.floor(3 * random()), 5 + 3 * random() ** -0.4, 7, Math.floor(6 * random())];
const rows = Array.from({ length: 80 }, draw);
const neighbours = new Neighbours(inputs, rows);

/** By the definition, with population standard deviations. */
function distance(row: number[], other: number[]): number {
  const spread = (column: number) => {
    const values = rows.map((each) => each[column]!);
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
  };
  const differs = (column: number) => Number(row[column] !== other[column]);
  return Math.hypot(
    differs(0),
    (row[1]! - other[1]!) / spread(1),
    differs(2),
    (row[3]! - other[3]!) / spread(3),
  );
}

test("distance(index, encoded) is in standard deviations, and 1 for another level or value where there are none", () => {
  const other = [2, 9.5, 8, 11];
  rows.forEach((row, index) => expect(neighbours.distance(index, other)).toBeCloseTo(distance(row, other), 12));
});

test("hasWithin(encoded, distance) and nearest(encoded) agree with all distances, near the middle and far from it", () => {
  for (let round = 0; round < 300; round++) {
    const row = draw().map((value, column) => (column === 1 && round % 3 === 0 ? value + 20 * random() - 10 : value));
    const nearest = Math.min(...rows.map((other) => distance(row, other)));
    expect(neighbours.nearest(row)).toBeCloseTo(nearest, 12);
    const limit = 2 * random();
    if (Math.abs(limit - nearest) > 1e-9) expect(neighbours.hasWithin(row, limit)).toBe(nearest <= limit);
    expect(neighbours.hasWithin(row, neighbours.nearest(row))).toBe(true);
  }
});

test("nearestOther(encoded) and hasOtherWithin(encoded, distance) pass over rows that are the same", () => {
  for (const row of rows) {
    const others = rows.map((other) => distance(row, other)).filter((each) => each > 0);
    const nearest = neighbours.nearestOther(row);
    expect(nearest).toBeCloseTo(Math.min(...others), 12);
    expect(neighbours.nearest(row)).toBe(0);
    expect(neighbours.hasOtherWithin(row, nearest)).toBe(true);
    expect(neighbours.hasOtherWithin(row, 0.999 * nearest)).toBe(false);
  }
  expect(new Neighbours(inputs, [rows[0]!, rows[0]!]).nearestOther(rows[0]!)).toBe(Infinity);
});
