import { mean, quantileSorted, variance } from "d3-array";
import type { Summary } from "./two-sample";

/** The width of a cell of a scale, in standard deviations of the reference. */
export const CELL = 0.02;
/** Values beyond these percentiles of the reference count as if they lay on them. */
const [LOWEST, HIGHEST] = [0.01, 0.99];
/** The width of a cell of the grid on which shapes are compared, in standard deviations, and cells to either side. */
export const GRID = 0.1;
const GRID_CELLS = 60;
/** What sums of shares may be off by. */
const ROUNDING = 1e-9;

/**
 * The scale on which numbers are compared with a reference: values are pulled in to the 1st and the 99th percentile of
 * the reference (winsorized), so that a few far values decide nothing, and counted in standard deviations of what is
 * then the reference.
 */
export interface Scale {
  low: number;
  high: number;
  center: number;
  /** Above 0. */
  unit: number;
}

/** The scale of a reference; nothing where all of it but the furthest values are the same. */
export function scaleOf(reference: Float64Array): Scale | null {
  const sorted = Array.from(reference.toSorted());
  const [low, high] = [quantileSorted(sorted, LOWEST)!, quantileSorted(sorted, HIGHEST)!];
  const inside = sorted.map((value) => Math.min(Math.max(value, low), high));
  const unit = Math.sqrt(variance(inside) ?? 0);
  return unit > 0 && low < high ? { low, high, center: mean(inside)!, unit } : null;
}

type Point = [z: number, share: number];

/**
 * A stream of numbers in fixed memory, on the scale of a reference: the mean and the variance exactly, and the
 * distribution by cells of `CELL`. A cell keeps the mean of its values, so that one with a single
 * distinct value stands for it exactly.
 */
export class NumberSample {
  private readonly weights: Float64Array;
  private readonly sums: Float64Array;
  private weight = 0;
  private squaredWeights = 0;
  private sum = 0;
  private squares = 0;

  constructor(readonly scale: Scale) {
    const cells = Math.floor((scale.high - scale.low) / scale.unit / CELL) + 1;
    this.weights = new Float64Array(cells);
    this.sums = new Float64Array(cells);
  }

  /**
   * @param weight how many values this one stands for
   * @param squares the sum of squared weights, where it is several values
   */
  add(value: number, weight = 1, squares = weight * weight): void {
    const { low, high, center, unit } = this.scale;
    const pulled = Math.min(Math.max(value, low), high);
    const z = (pulled - center) / unit;
    const cell = Math.floor((pulled - low) / unit / CELL);
    this.weights[cell] = this.weights[cell]! + weight;
    this.sums[cell] = this.sums[cell]! + weight * z;
    this.weight += weight;
    this.squaredWeights += squares;
    this.sum += weight * z;
    this.squares += weight * z * z;
  }

  /**
   * How many values of one weight would say as much, (Σ w)² / Σ w²: all of them where all weigh the same.
   *
   * Source: Kish (1965), "Survey Sampling", 11.7.
   */
  get n(): number {
    return this.weight === 0 ? 0 : this.weight ** 2 / this.squaredWeights;
  }

  /** Number, mean and variance, in standard deviations of the reference. */
  values(): Summary {
    return this.summary(this.sum / this.weight, this.squares / this.weight);
  }

  /** The same of the distances from the sample's own median. */
  distances(): Summary {
    const points = this.points();
    const median = medianOf(points);
    const squares = (this.squares - 2 * median * this.sum) / this.weight + median ** 2;
    return this.summary(
      points.reduce((sum, [z, share]) => sum + share * Math.abs(z - median), 0),
      squares,
    );
  }

  /** The share of values in each cell of a grid of `GRID`, once the sample has the mean 0 and the variance 1. */
  shape(): Float64Array {
    const { mean: center, variance: squares } = this.values();
    const unit = Math.sqrt(squares) || 1;
    const shares = new Float64Array(2 * GRID_CELLS);
    for (const [z, share] of this.points()) {
      const cell = Math.floor((z - center) / unit / GRID) + GRID_CELLS;
      const kept = Math.min(Math.max(cell, 0), 2 * GRID_CELLS - 1);
      shares[kept] = shares[kept]! + share;
    }
    return shares;
  }

  /** The share of values in each cell of the scale; a cell is `CELL` wide. */
  shares(): Float64Array {
    return this.weights.map((weight) => weight / this.weight);
  }

  /** The mean of each cell that has values, ascending, with its share of all values. */
  private points(): Point[] {
    const points: Point[] = [];
    for (let cell = 0; cell < this.weights.length; cell++) {
      const weight = this.weights[cell]!;
      if (weight > 0) points.push([this.sums[cell]! / weight, weight / this.weight]);
    }
    return points;
  }

  private summary(center: number, meanSquare: number): Summary {
    const { n } = this;
    // Rounding can leave less than nothing of a sample of equal values.
    return { n, mean: center, variance: Math.max(0, meanSquare - center * center) * (n / (n - 1)) };
  }
}

/** The value with half of all values on either side, or the middle of two such values. */
function medianOf(points: readonly Point[]): number {
  let below = 0;
  for (let index = 0; ; index++) {
    const [z, share] = points[index]!;
    if (below + share > 0.5 + ROUNDING || index === points.length - 1) {
      return below >= 0.5 - ROUNDING && index > 0 ? (points[index - 1]![0] + z) / 2 : z;
    }
    below += share;
  }
}
