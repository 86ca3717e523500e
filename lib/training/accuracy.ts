import { group } from "d3-array";
import { mean, median, quantileSorted } from "simple-statistics";
import type { Yardstick } from "../judging/measures";
import { ratioIntervals } from "../judging/ratio-intervals";
import { simulateOracle } from "../judging/ratio-oracle";
import { ratiosByThird, ratioStudy, type Guess } from "../judging/ratio-study";
import { tabulateStudentT } from "../math/student-t-table";
import { FEWEST_ROWS_TO_JUDGE, type Accuracy } from "../model/evidence";
import { roundingStep } from "../model/format";
import { toUnit } from "../model/model";
import type { Transform } from "../model/scale";
import { errorsOf, foreseen, isWithin } from "./errors";
import { conformalLevels, type Conformal } from "./conformal";
import { kindOf } from "../model/inputs/kinds";
import { freeOf, reachWithout, type LeaveOneOut } from "./leave-one-out";
import type { Spec } from "../model/spec";
import type { Tolerance } from "../model/spec-shape";
import { probabilityWithin } from "../model/answer/confidence";
import type { Uncertainty } from "../model/answer/uncertainty";

export const COVERAGE_LEVELS = [0.5, 0.8, 0.9, 0.95];

/**
 * The tolerance that a table bears: the description's, and where it is a share and an outcome is 0 or outcomes lie on
 * both sides of 0, that share of the median absolute outcome other than 0, to one significant digit.
 *
 * @param actual outcomes, of which one at least is not 0
 */
export function chooseTolerance(tolerance: Tolerance, actual: readonly number[], shares: boolean): Tolerance {
  if (shares || "absolute" in tolerance) return tolerance;
  const typical = median(actual.filter((value) => value !== 0).map(Math.abs));
  return { absolute: Number((tolerance.relative * typical).toPrecision(1)) };
}

/** Of each row, by position: the level above which an interval of the model fitted without it holds its truth. */
export interface HoldingLevels {
  t: Float64Array;
  /** Null where there are too few rows. */
  conformal: Float64Array | null;
}

/** @param df residual degrees of freedom of the fit */
export function holdingLevels({ standardised }: LeaveOneOut, df: number, conformal: Conformal | null): HoldingLevels {
  const cdf = tabulateStudentT(df - 1);
  return {
    t: standardised.map((t) => 2 * cdf(Math.abs(t)) - 1),
    conformal: conformal && conformalLevels(conformal.scores),
  };
}

/** What a model claims of its errors. */
interface Claims {
  uncertainty: Uncertainty;
  /** Of each row, by position, as fitted without it; null where all are 1. */
  sizes: Float64Array | null;
  levels: HoldingLevels;
}

/** Groups of rows by the probability that is claimed for them. */
const CALIBRATION_BINS = 5;

/** Rows in five groups by the probability, as claimed, of being within the tolerance: the mean claim and what happened. */
function calibration(
  rows: LeaveOneOut,
  guesses: Guess[],
  { uncertainty, sizes }: Claims,
  within: { tolerance: Tolerance; transform: Transform },
): Accuracy["calibration"] {
  if (guesses.length < CALIBRATION_BINS * FEWEST_ROWS_TO_JUDGE) return [];
  const claims = guesses.map((guess, index) => {
    const h = rows.leverage[index]!;
    const center = rows.guess[index]!;
    const point = { center, reach: reachWithout(h, rows.weight[index]), size: sizes ? sizes[index]! : 1 };
    return { claimed: probabilityWithin(uncertainty, within, point), held: Number(isWithin(within.tolerance)(guess)) };
  });
  claims.sort((a, b) => a.claimed - b.claimed);
  return Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
    const edge = (at: number) => Math.round((at / CALIBRATION_BINS) * claims.length);
    const part = claims.slice(edge(bin), edge(bin + 1));
    const [claimed, measured] = [mean(part.map((each) => each.claimed)), mean(part.map((each) => each.held))];
    return { claimed, measured, n: part.length };
  });
}

const RATIO_LEVEL = 0.95;

/** The ratio study with its intervals and its benchmark; null where it is not asked for or ratios mean nothing. */
function studyRatios({ target }: Spec, rows: LeaveOneOut, guesses: Guess[], sizes: Claims["sizes"]): Accuracy["ratio"] {
  const study = target.ratioStudy ? ratioStudy(guesses) : null;
  const { medianRatio, cod, prd, prb } = ratioIntervals(guesses, RATIO_LEVEL);
  if (!study || !medianRatio || !cod || !prd || !prb) return null;
  const oracle = simulateOracle(
    {
      estimate: rows.guess,
      response: rows.response,
      // An error on a row left out is larger than the noise, by 1 / √(1 − h) where rows have no weights.
      size: rows.leverage.map((h, row) => (sizes ? sizes[row]! : 1) / Math.sqrt(freeOf(h, rows.weight[row]!))),
      toUnit: (value) => toUnit({ target }, value),
    },
    study,
  );
  const range = ({ low, high }: { low: number; high: number }) => ({ low, high });
  return {
    ...study,
    intervals: { median: range(medianRatio), cod: range(cod), prd: range(prd), prb: range(prb) },
    oracle: oracle && oracle.figures,
    thirds: ratiosByThird(guesses).map((third, index) => ({ ...third, oracle: oracle?.thirds[index] ?? null })),
  };
}

/**
 * Where thirds of some values begin and end, rounded to the third digit of what lies between two edges, so that a page
 * can write them as they are; the first is at most the least value, the last at least the greatest.
 */
function edgesOfThirds(values: number[]): number[] {
  const sorted = Array.from(Float64Array.from(values).sort());
  const edges = [0, 1 / 3, 2 / 3, 1].map((share) => quantileSorted(sorted, share));
  const rounding = [Math.floor, Math.round, Math.round, Math.ceil];
  return edges.map((edge, index) => {
    const gaps = [edges[index - 1], edges[index + 1]].flatMap((other) =>
      other === undefined ? [] : [Math.abs(edge - other)],
    );
    const step = roundingStep(0, Math.min(...gaps));
    // A multiple of 0.1 in doubles is off by digits that nobody means.
    return Number((rounding[index]!(edge / step) * step).toPrecision(12));
  });
}

/** Guesses in thirds by a value of each, or none where a third has too few to judge. */
function thirdsBy(guesses: Guess[], valueOf: (guess: Guess) => number) {
  const edges = edgesOfThirds(guesses.map(valueOf));
  const thirds = [0, 1, 2].map((third) => {
    const [low, high] = [edges[third]!, edges[third + 1]!];
    const part = guesses.filter((guess) => (third === 0 || valueOf(guess) > low) && valueOf(guess) <= high);
    return { range: { low, high }, part };
  });
  return thirds.every(({ part }) => part.length >= FEWEST_ROWS_TO_JUDGE) ? thirds : [];
}

const isPositive = (part: Guess[]) => part.every(({ actual, estimate }) => actual > 0 && estimate > 0);

/** Which way the truth lies of the estimates. */
function measureLean(part: Guess[]): Accuracy["segments"][number]["lean"] {
  return {
    above: part.filter(({ actual, estimate }) => actual > estimate).length,
    below: part.filter(({ actual, estimate }) => actual < estimate).length,
    ratio: isPositive(part) ? median(part.map(({ actual, estimate }) => actual / estimate)) : null,
    difference: median(part.map(({ actual, estimate }) => actual - estimate)),
  };
}

/** How errors are measured, and whether groups by estimate show which way the truth lies; see `estimatesShowSides`. */
interface Measured {
  yardstick: Yardstick;
  showsSides: boolean;
}

/** How the model does on parts of the table: thirds of the estimates, and levels of inputs that have few. */
function segments(
  spec: Spec,
  rows: LeaveOneOut,
  guesses: Guess[],
  { yardstick, showsSides }: Measured,
): Accuracy["segments"] {
  const measure = (by: string, part: Guess[]) => {
    const { mdae, mdape, within10, withinTolerance } = errorsOf(part, yardstick);
    const medianRatio = isPositive(part) ? median(part.map(({ actual, estimate }) => estimate / actual)) : null;
    return { by, n: part.length, mdae, mdape, within10, withinTolerance, medianRatio };
  };
  const thirds = thirdsBy(guesses, ({ estimate }) => estimate).map(({ range, part }) => ({
    ...measure(spec.target.name, part),
    lean: showsSides ? measureLean(part) : null,
    range,
    value: null,
  }));
  const levels = spec.inputs.flatMap((input, position) => {
    if (input.kind === "number" || input.kind === "date") return [];
    const parts = group(guesses, (_, index) => rows.examples[index]!.encoded[position]!);
    parts.delete(NaN);
    return Array.from(parts, ([code, part]) => ({ part, value: kindOf(input).decode(input, code) }))
      .filter(({ part }) => part.length >= FEWEST_ROWS_TO_JUDGE)
      .sort((a, b) => (a.value < b.value ? -1 : 1))
      .map(({ part, value }) => ({ ...measure(input.name, part), lean: null, range: null, value }));
  });
  return [...thirds, ...levels];
}

/**
 * How accurate the model is on rows it has not seen.
 *
 * @param rows from `leaveOneOut`
 * @param claims to be held against what happened
 * @param yardstick what errors are measured by
 * @returns errors in the target's own unit, beside those of "always the mean of the other rows"
 */
export function measureAccuracy(
  spec: Spec,
  rows: LeaveOneOut,
  { claims, ...measured }: { claims: Claims } & Measured,
): Accuracy {
  const { yardstick } = measured;
  const { transform } = spec.target;
  const guesses = rows.examples.map(({ actual }, index) => ({ actual, estimate: toUnit(spec, rows.guess[index]!) }));
  const n = guesses.length;
  const center = mean(guesses.map(({ actual }) => actual));
  const others = guesses.map(({ actual }) => ({
    actual,
    estimate: center - (actual - center) / (n - 1),
  }));
  const { t, conformal } = claims.levels;
  const coverageAt = (level: number, levels: Float64Array) =>
    levels.filter((above) => above < level).length / levels.length;
  return {
    ...errorsOf(guesses, yardstick),
    predictiveR2: foreseen(guesses),
    baseline: errorsOf(others, yardstick),
    ratio: studyRatios(spec, rows, guesses, claims.sizes),
    coverage: COVERAGE_LEVELS.map((level) => {
      const both = { t: coverageAt(level, t), conformal: conformal && coverageAt(level, conformal) };
      return { level, measured: both[claims.uncertainty.kind] ?? both.t, ...both };
    }),
    calibration: calibration(rows, guesses, claims, { tolerance: yardstick.tolerance, transform }),
    segments: segments(spec, rows, guesses, measured),
  };
}
