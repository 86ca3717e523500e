import { standardDeviation } from "simple-statistics";
import type { Input } from "./spec";

/**
 * Euclidean distances from rows of encoded inputs to reference rows, with every input in units of its standard
 * deviation among the reference rows. Two different levels of a category are one unit apart, and so are two values of an
 * input that is the same in every reference row.
 */
export class Neighbours {
  readonly size: number;
  /** 1 over the standard deviation; 0 where all that counts is whether two values differ. */
  private readonly scales: Float64Array;
  /** Row-major, each value times its scale where there is one. */
  private readonly values: Float64Array;
  /** The row that was near the last time: the next one asked about is often near it too. */
  private latest = 0;

  constructor(inputs: readonly Input[], rows: readonly ArrayLike<number>[]) {
    this.size = rows.length;
    this.scales = Float64Array.from(inputs, ({ kind }, column) => {
      const spread = kind === "category" ? 0 : standardDeviation(rows.map((row) => row[column]!));
      return spread > 0 ? 1 / spread : 0;
    });
    const width = inputs.length;
    this.values = new Float64Array(rows.length * width);
    rows.forEach((row, index) => {
      for (let column = 0; column < width; column++) {
        this.values[index * width + column] = row[column]! * (this.scales[column]! || 1);
      }
    });
  }

  /** The squared distance to a reference row, or a number above `limit` where it is larger than that. */
  private squared(index: number, encoded: ArrayLike<number>, limit: number): number {
    const { scales, values } = this;
    const start = index * scales.length;
    let sum = 0;
    for (let column = 0; column < scales.length && sum <= limit; column++) {
      const scale = scales[column]!;
      const apart = scale > 0 ? encoded[column]! * scale - values[start + column]! : 1;
      if (scale > 0 || encoded[column] !== values[start + column]) sum += apart * apart;
    }
    return sum;
  }

  distance(index: number, encoded: ArrayLike<number>): number {
    return Math.sqrt(this.squared(index, encoded, Infinity));
  }

  /** Whether a reference row lies within a distance. It stops at the first one, so that nearly every row costs little. */
  hasWithin(encoded: ArrayLike<number>, distance: number): boolean {
    return this.hasBetween(encoded, -1, distance);
  }

  /** Whether a reference row that differs in some input lies within a distance. */
  hasOtherWithin(encoded: ArrayLike<number>, distance: number): boolean {
    return this.hasBetween(encoded, 0, distance);
  }

  private hasBetween(encoded: ArrayLike<number>, least: number, distance: number): boolean {
    // A distance that was rounded, squared, must not fall below the square that it is the root of.
    const limit = distance * distance * (1 + 1e-12);
    const latest = this.squared(this.latest, encoded, limit);
    if (latest <= limit && latest > least) return true;
    for (let index = 0; index < this.size; index++) {
      const squared = this.squared(index, encoded, limit);
      if (squared <= limit && squared > least) {
        this.latest = index;
        return true;
      }
    }
    return false;
  }

  /** The distance to the nearest reference row. */
  nearest(encoded: ArrayLike<number>): number {
    return this.nearestBeyond(encoded, -1);
  }

  /** The distance to the nearest reference row that is not the same in every input; infinite where there is none. */
  nearestOther(encoded: ArrayLike<number>): number {
    return this.nearestBeyond(encoded, 0);
  }

  private nearestBeyond(encoded: ArrayLike<number>, least: number): number {
    let best = Infinity;
    for (let index = 0; index < this.size; index++) {
      const squared = this.squared(index, encoded, best);
      if (squared > least && squared < best) best = squared;
    }
    return Math.sqrt(best);
  }
}
