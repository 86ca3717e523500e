import { standardDeviation } from "simple-statistics";
import { fillOf } from "./inputs/kinds";
import type { Input } from "./spec";

/**
 * Euclidean distances from rows of encoded inputs to reference rows, with every input in units of its standard
 * deviation among the reference rows. A missing value is the value that is assumed for it. Two different levels of a category are one unit apart, and so are two values of an
 * input that is the same in every reference row.
 *
 * Whether one is near is found by trying them one by one. Those that were near before are tried first, in a list that
 * orders itself: a row that is found changes places with one half as far back. So the rows that have most others around
 * them come to the front, and a row that has a neighbour soon finds it.
 */
export class Neighbours {
  /** Columns that are measured, then those of which all that counts is whether two values differ. */
  private readonly columns: number[];
  /** How many are measured. */
  private readonly measured: number;
  /** 1 over the standard deviation of each of those. */
  private readonly scales: number[];
  /** Row-major; what is measured, in standard deviations. */
  private readonly values: Float64Array;
  /** The reference rows in the order in which they are tried. */
  private readonly order: Int32Array;
  /** The row asked about, as `values` has them. */
  private readonly query: Float64Array;
  /** What stands in for NaN, by input. */
  private readonly fills: Float64Array;

  constructor(inputs: readonly Input[], rows: readonly ArrayLike<number>[]) {
    this.fills = Float64Array.from(inputs, (input) => fillOf(input) ?? NaN);
    const spreads = inputs.map(({ kind }, column) =>
      kind === "category" ? 0 : standardDeviation(rows.map((row) => this.given(row, column))),
    );
    const measured = [...spreads.keys()].filter((column) => spreads[column]! > 0);
    this.measured = measured.length;
    this.columns = [...measured, ...[...spreads.keys()].filter((column) => !(spreads[column]! > 0))];
    this.scales = measured.map((column) => 1 / spreads[column]!);
    this.query = new Float64Array(inputs.length);
    this.values = new Float64Array(rows.length * inputs.length);
    this.order = Int32Array.from(rows.keys());
    rows.forEach((row, index) => {
      this.load(row);
      this.values.set(this.query, index * inputs.length);
    });
  }

  /** The distance to a reference row, by its position among those that were given. */
  distance(index: number, encoded: ArrayLike<number>): number {
    this.load(encoded);
    return Math.sqrt(this.squared(index, Infinity));
  }

  /** Whether a reference row lies within a distance. It stops at the first one. */
  hasWithin(encoded: ArrayLike<number>, distance: number): boolean {
    return this.hasBetween(encoded, -1, distance);
  }

  /** Whether a reference row that differs in some input lies within a distance. */
  hasOtherWithin(encoded: ArrayLike<number>, distance: number): boolean {
    return this.hasBetween(encoded, 0, distance);
  }

  /** The distance to the nearest reference row. */
  nearest(encoded: ArrayLike<number>): number {
    return this.nearestBeyond(encoded, -1);
  }

  /** The distance to the nearest reference row that is not the same in every input; infinite where there is none. */
  nearestOther(encoded: ArrayLike<number>): number {
    return this.nearestBeyond(encoded, 0);
  }

  /** Take a row as the one asked about. */
  private load(encoded: ArrayLike<number>): void {
    const { query, columns, scales, measured } = this;
    for (let index = 0; index < measured; index++) query[index] = this.given(encoded, columns[index]!) * scales[index]!;
    for (let index = measured; index < columns.length; index++) query[index] = this.given(encoded, columns[index]!);
  }

  private given(encoded: ArrayLike<number>, column: number): number {
    const value = encoded[column]!;
    return Number.isNaN(value) ? this.fills[column]! : value;
  }

  /** The squared distance from the row asked about, or a number above `limit` where it is larger than that. */
  private squared(row: number, limit: number): number {
    const { query, values, measured } = this;
    const width = query.length;
    const start = row * width;
    let sum = 0;
    for (let index = 0; index < measured && sum <= limit; index++) {
      const apart = query[index]! - values[start + index]!;
      sum += apart * apart;
    }
    for (let index = measured; index < width; index++) if (query[index] !== values[start + index]) sum++;
    return sum;
  }

  private hasBetween(encoded: ArrayLike<number>, least: number, distance: number): boolean {
    this.load(encoded);
    const { order } = this;
    // A distance that was rounded, squared, must not fall below the square that it is the root of.
    const limit = distance * distance * (1 + 1e-12);
    for (let at = 0; at < order.length; at++) {
      const row = order[at]!;
      const squared = this.squared(row, limit);
      if (squared > limit || squared <= least) continue;
      order[at] = order[at >> 1]!;
      order[at >> 1] = row;
      return true;
    }
    return false;
  }

  private nearestBeyond(encoded: ArrayLike<number>, least: number): number {
    this.load(encoded);
    let best = Infinity;
    for (const row of this.order) {
      const squared = this.squared(row, best);
      if (squared > least && squared < best) best = squared;
    }
    return Math.sqrt(best);
  }
}
