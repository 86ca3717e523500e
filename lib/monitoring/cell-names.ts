import type { ReferenceFeature } from "./drift-reference";
import { CELL, type Scale } from "./number-sample";

/** Beyond the scale, and where there is none, so many leading binary digits of a distance are kept. */
const DIGITS_BEYOND = 6;
const DIGITS_WITHOUT_SCALE = 10;

/**
 * Names the cell in which a value is counted: a number near the value. A value of the training rows has a cell of its
 * own. Others share one with those between the same two training values and in the same cell of the scale (`CELL`
 * standard deviations); beyond its ends, where all values count as if they lay on them, cells grow with the distance.
 * Where there is no scale, a cell holds values of the same leading eleven binary digits, so whole numbers below 2,048
 * are counted exactly.
 *
 * Cells depend on the model's version alone, and are as many as its scale has, whatever is entered.
 */
export function cellNames({ tally: { knots }, numbers }: ReferenceFeature): (value: number) => number {
  const grid = numbers ? gridOf(numbers.scale) : cellOfDigits;
  return (value) => {
    let [below, above] = [0, knots.length];
    while (below < above) {
      const middle = (below + above) >> 1;
      if (knots[middle]! < value) below = middle + 1;
      else above = middle;
    }
    if (knots[below] === value) return value;
    const [low, high] = grid(value);
    const from = Math.max(low, knots[below - 1] ?? -Infinity);
    return from + (Math.min(high, knots[below] ?? Infinity) - from) / 2;
  };
}

/** The cell of a value as its two ends. */
type Ends = [low: number, high: number];

function gridOf({ low, high, unit }: Scale): (value: number) => Ends {
  return (value) => {
    if (value >= low && value <= high) {
      const cell = Math.floor((value - low) / unit / CELL);
      return [low + cell * CELL * unit, low + (cell + 1) * CELL * unit];
    }
    const [end, sign] = value > high ? [high, 1] : [low, -1];
    const distance = Math.abs(value - end) / unit;
    const width = Math.max(CELL, 2 ** (Math.floor(Math.log2(distance)) - DIGITS_BEYOND));
    const near = Math.floor(distance / width) * width;
    return inOrder(end + sign * near * unit, end + sign * (near + width) * unit);
  };
}

function cellOfDigits(value: number): Ends {
  if (value === 0) return [0, 0];
  const width = 2 ** (Math.floor(Math.log2(Math.abs(value))) - DIGITS_WITHOUT_SCALE);
  const near = Math.floor(Math.abs(value) / width) * width;
  // A value that so few digits write is the name of its cell.
  if (near === Math.abs(value)) return [value, value];
  return inOrder(Math.sign(value) * near, Math.sign(value) * (near + width));
}

const inOrder = (a: number, b: number): Ends => (a < b ? [a, b] : [b, a]);
