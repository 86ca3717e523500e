import { mean, median, quantileSorted } from "simple-statistics";
import type { Yardstick } from "../judging/measures";
import { ratioStudy, type Guess } from "../judging/ratio-study";
import { studentTQuantile } from "../math/distributions";
import { FEWEST_ROWS_TO_JUDGE, type Accuracy } from "../model/evidence";
import { conformalCoverage } from "./conformal";
import { kindOf } from "../model/inputs/kinds";
import { leverageWithout, type LeaveOneOut } from "./leave-one-out";
import { sizeAt, type LinearData } from "../linear/predictor";
import type { Spec, Tolerance } from "../model/spec";
import { probabilityWithin } from "../model/answer/confidence";
import type { Uncertainty } from "../model/answer/uncertainty";

export const COVERAGE_LEVELS = [0.5, 0.8, 0.9, 0.95];

const error = ({ actual, estimate }: Guess) => Math.abs(estimate - actual);
const relativeError = (guess: Guess) => error(guess) / Math.abs(guess.actual);

const shareOf = (guesses: Guess[], holds: (guess: Guess) => boolean) => guesses.filter(holds).length / guesses.length;

/** Whether an estimate is within a tolerance of the truth. */
const isWithin = (tolerance: Tolerance) => (guess: Guess) =>
  "relative" in tolerance ? relativeError(guess) <= tolerance.relative : error(guess) <= tolerance.absolute;

/** How far guesses are from the truth; see `Evidence`. */
function errorMeasures(guesses: Guess[], { tolerance, shares }: Yardstick): Accuracy["baseline"] {
  const within = (limit: number) => (shares ? shareOf(guesses, (guess) => relativeError(guess) <= limit) : null);
  return {
    rmse: Math.sqrt(mean(guesses.map((guess) => error(guess) ** 2))),
    mae: mean(guesses.map(error)),
    mdae: median(guesses.map(error)),
    mdape: shares ? median(guesses.map(relativeError)) : null,
    within5: within(0.05),
    within10: within(0.1),
    within20: within(0.2),
    withinTolerance: shareOf(guesses, isWithin(tolerance)),
  };
}

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

/** Share of rows that lie in the t-interval of the model fitted without them, for each level. */
function tCoverage({ studentised }: LeaveOneOut, df: number): number[] {
  return COVERAGE_LEVELS.map((level) => {
    const limit = studentTQuantile((1 + level) / 2, df - 1);
    return studentised.reduce((covered, t) => covered + Number(Math.abs(t) <= limit), 0) / studentised.length;
  });
}

/** What a model claims of its errors: their distribution, and their size along the estimates. */
interface Claims {
  uncertainty: Uncertainty;
  size: LinearData["size"];
}

/** Groups of rows by the probability that is claimed for them. */
const CALIBRATION_BINS = 5;

/** Rows in five groups by the probability, as claimed, of being within the tolerance: the mean claim and what happened. */
function calibration(
  rows: LeaveOneOut,
  guesses: Guess[],
  { uncertainty, size }: Claims,
  within: { tolerance: Tolerance; logarithmic: boolean },
): Accuracy["calibration"] {
  if (guesses.length < CALIBRATION_BINS * FEWEST_ROWS_TO_JUDGE) return [];
  const claims = guesses.map((guess, index) => {
    const h = rows.leverage[index]!;
    const center = rows.guess[index]!;
    const point = { center, reach: leverageWithout(h), size: sizeAt(size, center) };
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

/** How the model does on parts of the table: thirds of the target, and levels of inputs that have few. */
function segments(spec: Spec, rows: LeaveOneOut, guesses: Guess[], yardstick: Yardstick): Accuracy["segments"] {
  const measure = (by: string, part: Guess[]) => {
    const { median: medianRatio = null } = ratioStudy(part) ?? {};
    const { mdae, mdape, within10, withinTolerance } = errorMeasures(part, yardstick);
    return { by, n: part.length, mdae, mdape, within10, withinTolerance, medianRatio };
  };
  const sorted = guesses.map(({ actual }) => actual).sort((a, b) => a - b);
  const edges = [0, 1 / 3, 2 / 3, 1].map((share) => quantileSorted(sorted, share));
  const thirds = [0, 1, 2].flatMap((third) => {
    const [low, high] = [edges[third]!, edges[third + 1]!];
    const part = guesses.filter(({ actual }) => (third === 0 || actual > low) && actual <= high);
    return part.length < FEWEST_ROWS_TO_JUDGE
      ? []
      : [
          {
            ...measure(spec.target.name, part),
            range: { low, high },
            value: null,
          },
        ];
  });
  const levels = spec.inputs.flatMap((input, position) => {
    if (input.kind === "number") return [];
    const codes = rows.examples.map(({ encoded }) => encoded[position]!);
    return Array.from(new Set(codes), (code) => ({
      part: guesses.filter((_, index) => codes[index] === code),
      value: kindOf(input).decode(input, code),
    }))
      .filter(({ part }) => part.length >= FEWEST_ROWS_TO_JUDGE)
      .sort((a, b) => (a.value < b.value ? -1 : 1))
      .map(({ part, value }) => ({ ...measure(input.name, part), range: null, value }));
  });
  return [...thirds, ...levels];
}

/**
 * How accurate the model is on rows it has not seen.
 *
 * @param rows from `leaveOneOut`
 * @param df residual degrees of freedom of the fit
 * @param claims to be held against what happened
 * @param yardstick what errors are measured by
 * @returns errors in the target's own unit, beside those of "always the mean of the other rows"
 */
export function measureAccuracy(
  spec: Spec,
  rows: LeaveOneOut,
  { df, claims, yardstick }: { df: number; claims: Claims; yardstick: Yardstick },
): Accuracy {
  const logarithmic = spec.target.transform === "log";
  const guesses = rows.examples.map(({ actual }, index) => {
    const guess = rows.guess[index]!;
    return { actual, estimate: logarithmic ? Math.exp(guess) : guess };
  });
  const n = guesses.length;
  const center = mean(guesses.map(({ actual }) => actual));
  const others = guesses.map(({ actual }) => ({
    actual,
    estimate: center - (actual - center) / (n - 1),
  }));
  const squares = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
  const press = squares(guesses.map(({ actual, estimate }) => actual - estimate));
  const t = tCoverage(rows, df);
  const conformal = conformalCoverage(rows, COVERAGE_LEVELS);
  return {
    ...errorMeasures(guesses, yardstick),
    predictiveR2: 1 - press / squares(guesses.map(({ actual }) => actual - center)),
    baseline: errorMeasures(others, yardstick),
    ratio: ratioStudy(guesses),
    coverage: COVERAGE_LEVELS.map((level, index) => {
      const both = { t: t[index]!, conformal: conformal?.[index] ?? null };
      return { level, measured: both[claims.uncertainty.kind] ?? both.t, ...both };
    }),
    calibration: calibration(rows, guesses, claims, { tolerance: yardstick.tolerance, logarithmic }),
    segments: segments(spec, rows, guesses, yardstick),
  };
}
