import { isNumeric, type Candidate } from "./candidate";
import { leastSquaresNow } from "./least-squares-now";
import { usefulness } from "./relations";

export type Transform = "identity" | "log" | "log1p";

const SCALES: Record<Transform, { to(y: number): number; from(fit: number): number }> = {
  identity: { to: (y) => y, from: (fit) => fit },
  log: { to: Math.log, from: Math.exp },
  log1p: { to: Math.log1p, from: Math.expm1 },
};

/** Outcomes with less skewness need no other scale. */
const SKEWED = 1;
/** Another scale must lower the mean absolute error on rows left out by this share. */
const BETTER = 0.01;
const FOLDS = 5;
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 60;
/** Levels in fewer rows are passed over. */
const LEAST_SHARE = 0.02;

export interface TransformChoice {
  transform: Transform;
  /** How much lower the mean absolute error on rows left out is than without a transform; 0 for the identity. */
  gain: number;
}

/** The scale on which the target is fitted best, by the errors on rows left out, five times a fifth of them. */
export function chooseTransform(candidates: Candidate[], outcomes: Float64Array): TransformChoice {
  const plain = { transform: "identity", gain: 0 } as const;
  const least = outcomes.reduce((min, value) => Math.min(min, value), Infinity);
  const other = least > 0 ? "log" : "log1p";
  if (least < 0 || skewness(outcomes) < SKEWED) return plain;
  const rows = Math.min(outcomes.length, MOST_ROWS);
  const y = outcomes.subarray(0, rows);
  const columns = columnsOf(candidates, outcomes, rows);
  const [before, after] = (["identity", other] as const).map((transform) => errorOf(columns, y, transform));
  const gain = 1 - after! / before!;
  return gain > BETTER ? { transform: other, gain } : plain;
}

function skewness(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moment = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  const variance = moment(2);
  return variance > 0 ? moment(3) / variance ** 1.5 : 0;
}

/** The most useful columns: numbers with the middle one where they are missing, and frequent levels. */
function columnsOf(candidates: Candidate[], y: Float64Array, rows: number): Float64Array[] {
  const ranked = [...candidates].sort((a, b) => usefulness(b, y) - usefulness(a, y));
  const columns = ranked.flatMap((candidate) => {
    const values = candidate.values.subarray(0, rows);
    if (isNumeric(candidate)) return [fill(values)];
    if (candidate.guess.kind !== "category") return [];
    return candidate.guess.levels.slice(1).flatMap((_, index) => {
      const column = values.map((code) => Number(code === index + 1));
      return column.reduce((sum, each) => sum + each, 0) >= LEAST_SHARE * rows ? [column] : [];
    });
  });
  return columns.slice(0, Math.min(MOST_COLUMNS, rows >> 2));
}

/** Numbers with the middle one in the place of those that are missing. */
export function fill(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = known[known.length >> 1] ?? 0;
  return values.map((value) => (Number.isNaN(value) ? middle : value));
}

/** The mean absolute error on rows left out, in the target's unit; infinite where nothing can be fitted. */
function errorOf(columns: Float64Array[], y: Float64Array, transform: Transform): number {
  const { to, from } = SCALES[transform];
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const isKept = (_: number, row: number) => row % FOLDS !== fold;
    const fit = leastSquaresNow(
      columns.map((column) => column.filter(isKept)),
      y.filter(isKept).map(to),
    );
    if (!fit) return Infinity;
    for (let row = fold; row < y.length; row += FOLDS) {
      sum += Math.abs(from(fit.estimate((column) => columns[column]![row]!)) - y[row]!);
    }
  }
  return sum / y.length;
}
