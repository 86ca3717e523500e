import { leastSquaresNow } from "./least-squares-now";
import { isNumeric, type Candidate } from "./candidate";
import { foldedWords } from "./names";
import type { Sentence } from "./sentences";

/** Columns that stand this close to the outcome give it away; it is no estimate that needs them. */
const GIVES_AWAY = 0.999;
/** Columns this close to each other say the same, as square feet and whole square metres do. */
const SAYS_THE_SAME = 0.9999;
/** Rows by which most pairs of columns are told apart, and how far from saying the same they must be there. */
const FIRST_ROWS = 50;
const DIFFERENT = 0.99;
/** What a sum of rounded parts leaves of the variance of a whole, and a product of rounded factors of its logarithm's. */
const ROUNDING_OF_SUM = 1e-8;
const ROUNDING_OF_PRODUCT = 1e-6;
/** More columns than this are not held against the outcome together. */
const MOST_PARTS = 400;
/** A part adds at least this share of a standard deviation. */
const LEAST_PART = 1e-4;
/** Fewer rows show no relation. */
const FEWEST_ROWS = 6;
/** Rows of a level that must have one outcome for the level to give it away. */
const FEWEST_ROWS_OF_LEVEL = 5;

/** Why a column is left out. */
export interface LeftOut {
  column: string;
  reason: Sentence;
}

/** The correlation over rows where both are finite; 0 where there are too few or one does not vary. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>, fewest = FEWEST_ROWS): number {
  let [n, mx, my, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < y.length; row++) {
    const [a, b] = [x[row]!, y[row]!];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    n++;
    const [da, db] = [a - mx, b - my];
    mx += da / n;
    my += db / n;
    xx += da * (a - mx);
    yy += db * (b - my);
    xy += da * (b - my);
  }
  return n < fewest || xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** The share of the variance of y that levels explain, less what chance explains. */
export function explainedByLevels(codes: ArrayLike<number>, y: ArrayLike<number>, levels: number): number {
  const [sums, counts] = [new Float64Array(levels), new Float64Array(levels)];
  let [n, sum, squares] = [0, 0, 0];
  for (let row = 0; row < y.length; row++) {
    const code = codes[row]!;
    if (Number.isNaN(code)) continue;
    n++;
    sum += y[row]!;
    squares += y[row]! ** 2;
    sums[code]! += y[row]!;
    counts[code]!++;
  }
  const total = squares - sum ** 2 / n;
  const between = sums.reduce((all, part, code) => all + (counts[code]! > 0 ? part ** 2 / counts[code]! : 0), 0);
  const used = counts.filter((rows) => rows > 0).length;
  return total > 0 ? (between - sum ** 2 / n) / total - (used - 1) / Math.max(1, n - 1) : 0;
}

/** How useful a column is by itself, from 0 to 1. */
export function usefulness({ guess, values }: Candidate, y: Float64Array): number {
  if (guess.kind === "category") return Math.sqrt(Math.max(0, explainedByLevels(values, y, guess.levels.length)));
  return guess.kind === "date" ? 1 : Math.abs(correlation(values, y));
}

const logarithms = (values: ArrayLike<number>) =>
  Float64Array.from(values, (value) => (value > 0 ? Math.log(value) : NaN));

/** Columns that hold the outcome in another form: nearly proportional to it, or parts and factors that give it. */
export function findLeaks(candidates: Candidate[], y: Float64Array, target: string): LeftOut[] {
  const logY = logarithms(y);
  const isPositive = !logY.some(Number.isNaN);
  const alone = candidates.flatMap((candidate): LeftOut[] => {
    const { guess, values, column } = candidate;
    if (guess.kind === "category") {
      const repeated = y.length >= FEWEST_ROWS_OF_LEVEL * guess.levels.length;
      if (!repeated || explainedByLevels(values, y, guess.levels.length) < GIVES_AWAY) return [];
    } else {
      const plain = Math.abs(correlation(values, y));
      const log = isPositive ? Math.abs(correlation(logarithms(values), logY)) : 0;
      if (Math.max(plain, log) < GIVES_AWAY) return [];
    }
    return [{ column: column.name, reason: ({ reasons }) => reasons.leaks(target) }];
  });
  const rest = candidates.filter(({ column }) => !alone.some((leak) => leak.column === column.name));
  const numeric = rest.filter(isNumeric);
  const sum = findParts(numeric, y, { values: (each) => each, rounding: ROUNDING_OF_SUM });
  const found = sum.filter(({ part }) => part > 0);
  if (found.length > 0) {
    const whole = found.map(({ candidate }) => candidate.column.name);
    const others = sum.filter(({ part }) => part < 0).map(({ candidate }) => candidate.column.name);
    const exact = [whole.join(" + "), ...others].join(" − ");
    return [...alone, ...leaksBy(whole, target, exact)];
  }
  if (!isPositive) return alone;
  const product = findParts(numeric, logY, { values: logarithms, rounding: ROUNDING_OF_PRODUCT });
  const factors = product.filter(({ part }) => part > 0).map(({ candidate }) => candidate.column.name);
  if (factors.length === 0) return alone;
  const divisors = product.filter(({ part }) => part < 0).map(({ candidate }) => candidate.column.name);
  const exact = [factors.join(" × "), ...divisors].join(" / ");
  const named = factors.filter((name) => saysRate(name, target));
  const leaking = named.length > 0 ? named : factors;
  return [...alone, ...leaksBy(leaking, target, exact)];
}

const leaksBy = (columns: string[], target: string, formula: string): LeftOut[] =>
  columns.map((column) => ({ column, reason: ({ reasons }) => reasons.leaksBy(target, formula) }));

/** Whether the name of a factor says that it is the outcome by some measure: "price_per_sqft", "unit_price". */
function saysRate(name: string, target: string): boolean {
  const ofTarget = foldedWords(target).filter((word) => word.length > 2);
  return foldedWords(name).some(
    (word) => ["per", "rate", "unit", "avg", "average", "mean"].includes(word) || ofTarget.includes(word),
  );
}

/** The columns that give y exactly, up to rounding, with what each adds in standard deviations; none where they do not. */
function findParts(
  candidates: Candidate[],
  y: Float64Array,
  { values, rounding }: { values: (each: Float64Array) => Float64Array; rounding: number },
): { candidate: Candidate; part: number }[] {
  if (candidates.length > MOST_PARTS) return [];
  const known = candidates
    .map((candidate) => ({ candidate, values: values(candidate.values) }))
    .filter(
      (each) => each.values.reduce((missing, value) => missing + Number(Number.isNaN(value)), 0) < 0.2 * y.length,
    );
  const rows = Array.from(y.keys()).filter(
    (row) => !Number.isNaN(y[row]!) && known.every((each) => !Number.isNaN(each.values[row]!)),
  );
  if (known.length === 0 || rows.length < 3 * known.length + FEWEST_ROWS) return [];
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  const fit = leastSquaresNow(
    known.map((each) => pick(each.values)),
    pick(y),
  );
  if (!fit || fit.unexplained > rounding) return [];
  const parts = known.map(({ candidate }, index) => ({ candidate, part: fit.parts[index]! }));
  return parts.filter(({ part }) => Math.abs(part) > LEAST_PART);
}

/** Columns that say the same as one before them. */
export function findRepeats(candidates: Candidate[]): LeftOut[] {
  const kept: Candidate[] = [];
  const found: LeftOut[] = [];
  for (const candidate of candidates) {
    const same = kept.find((other) => saysTheSame(other, candidate));
    if (same) found.push({ column: candidate.column.name, reason: ({ reasons }) => reasons.repeats(same.column.name) });
    else kept.push(candidate);
  }
  return found;
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  if (isNumeric(one) && isNumeric(other)) {
    const first = Math.abs(correlation(one.values.subarray(0, FIRST_ROWS), other.values.subarray(0, FIRST_ROWS)));
    // 0 may mean that nothing varies there.
    const mayBe = first === 0 || first >= DIFFERENT;
    return mayBe && Math.abs(correlation(one.values, other.values)) >= SAYS_THE_SAME;
  }
  if (one.guess.kind !== "category" || other.guess.kind !== "category") return false;
  return one.guess.levels.length === other.guess.levels.length && isFunctionOf(one, other) && isFunctionOf(other, one);
}

/** Whether one column follows from another, level by level. */
function isFunctionOf(one: Candidate, other: Candidate): boolean {
  const seen = new Map<number, number>();
  return other.values.every((code, row) => {
    const value = one.values[row]!;
    const known = seen.get(code);
    if (known === undefined) seen.set(code, value);
    return known === undefined || known === value || (Number.isNaN(known) && Number.isNaN(value));
  });
}
