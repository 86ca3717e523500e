import { StreamingQr } from "../../math/qr";
import { findDependencies, type Dependency } from "../../math/rank";
import { solveUpper } from "../../math/triangle";

/** The R factor of columns of equal length beside a column of ones, which stands first, and their scales. */
function factorOf(columns: Float64Array[]): { r: Float64Array; scale: Float64Array } {
  const rows = columns[0]?.length ?? 0;
  const width = columns.length + 1;
  const qr = new StreamingQr(width);
  const row = new Float64Array(width).fill(1);
  for (let at = 0; at < rows; at++) {
    columns.forEach((column, index) => (row[index + 1] = column[at]!));
    qr.add({ rows: row, count: 1 });
  }
  return { r: qr.finish(), scale: qr.scale };
}

/** Columns that follow from a constant and the columns before them, by position; the constant is −1. */
export function dependentColumns(columns: Float64Array[]): Dependency[] {
  return findDependencies(factorOf(columns).r, columns.length + 1).map(({ column, on }) => ({
    column: column - 1,
    on: on.map((each) => each - 1),
  }));
}

/** Numbers about their mean, in standard deviations; all 0 where they do not vary. */
function standardise(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const varies = deviation > 1e-12 * Math.abs(mean);
  const place = (value: number) => (varies ? (value - mean) / deviation : 0);
  return { mean, deviation, varies, place, values: values.map(place) };
}

/** A fit for guesses: at once, without errors and refinement. */
export interface QuickFit {
  /** What each column adds by one of its standard deviations, in those of y; 0 for one that follows from those before. */
  parts: Float64Array;
  /** The share of the variance of y that is left. */
  unexplained: number;
  /** The estimate of y where the columns have some values. */
  estimate(at: (column: number) => number): number;
}

/** Fit y by columns; undefined where no column varies or there are too few rows. */
export function leastSquaresNow(columns: Float64Array[], y: Float64Array): QuickFit | undefined {
  const scaled = columns.map(standardise);
  const response = standardise(y);
  const dependent = new Set(dependentColumns(scaled.map(({ values }) => values)).map(({ column }) => column));
  const used = scaled.flatMap(({ varies }, index) => (dependent.has(index) || !varies ? [] : [index]));
  if (used.length === 0 || y.length < used.length + 2) return undefined;
  const p = used.length + 1;
  const { r, scale } = factorOf([...used.map((index) => scaled[index]!.values), response.values]);
  const triangle = Float64Array.from({ length: p * p }, (_, at) => r[Math.floor(at / p) * (p + 1) + (at % p)]!);
  const solved = solveUpper(
    triangle,
    p,
    Float64Array.from({ length: p }, (_, row) => r[row * (p + 1) + p]!),
  );
  const parts = new Float64Array(columns.length);
  used.forEach((index, at) => (parts[index] = (solved[at + 1]! * scale[at + 1]!) / scale[p]!));
  return {
    parts,
    unexplained: (r[p * (p + 1) + p]! / scale[p]!) ** 2 / y.length,
    estimate: (at) =>
      response.mean +
      response.deviation * used.reduce((sum, index) => sum + parts[index]! * scaled[index]!.place(at(index)), 0),
  };
}
