import { mean, median, quantileSorted } from "simple-statistics";
import { ratioIntervals } from "../judging/ratio-intervals";
import { simulateOracle } from "../judging/ratio-oracle";
import { ratiosByThird, ratioStudy, type Guess } from "../judging/ratio-study";
import { studentTQuantile } from "../math/distributions";
import { FEWEST_ROWS_TO_JUDGE, type Accuracy } from "../model/evidence";
import { conformalCoverage } from "./conformal";
import { kindOf } from "../model/inputs/kinds";
import type { LeaveOneOut } from "./leave-one-out";
import { sizeAt, type LinearData } from "../linear/predictor";
import type { Spec } from "../model/spec";
import { probabilityWithin, WITHIN, type Uncertainty } from "../model/answer/uncertainty";

export const COVERAGE_LEVELS = [0.5, 0.8, 0.9, 0.95];

const relativeError = ({ actual, estimate }: Guess) => Math.abs(estimate - actual) / Math.abs(actual);

function shareWithin(guesses: Guess[], limit: number): number {
  return guesses.filter((guess) => relativeError(guess) <= limit).length / guesses.length;
}

/** How far guesses are from the truth; shares are of guesses within 5, 10, 20 % of the truth. */
function errorMeasures(guesses: Guess[]): Accuracy["baseline"] {
  return {
    rmse: Math.sqrt(mean(guesses.map(({ actual, estimate }) => (estimate - actual) ** 2))),
    mae: mean(guesses.map(({ actual, estimate }) => Math.abs(estimate - actual))),
    mdape: median(guesses.map(relativeError)),
    within5: shareWithin(guesses, 0.05),
    within10: shareWithin(guesses, 0.1),
    within20: shareWithin(guesses, 0.2),
  };
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

/** Rows in five groups by the probability, as claimed, of being within 10 %: the mean claim and what happened. */
function calibration(
  rows: LeaveOneOut,
  guesses: Guess[],
  { uncertainty, size }: Claims,
  logarithmic: boolean,
): Accuracy["calibration"] {
  if (guesses.length < CALIBRATION_BINS * FEWEST_ROWS_TO_JUDGE) return [];
  const claims = guesses.map((guess, index) => {
    const h = rows.leverage[index]!;
    const center = rows.guess[index]!;
    const claimed = probabilityWithin(
      uncertainty,
      { center, reach: h / (1 - h), size: sizeAt(size, center) },
      logarithmic,
    );
    return { claimed, held: Number(relativeError(guess) <= WITHIN) };
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
function studyRatios({ target }: Spec, rows: LeaveOneOut, guesses: Guess[], size: Claims["size"]): Accuracy["ratio"] {
  const study = target.ratioStudy ? ratioStudy(guesses) : null;
  const { medianRatio, cod, prd, prb } = ratioIntervals(guesses, RATIO_LEVEL);
  if (!study || !medianRatio || !cod || !prd || !prb) return null;
  const oracle = simulateOracle(
    {
      estimate: rows.guess,
      response: rows.response,
      // An error on a row left out is larger by 1 / √(1 − h) than the noise.
      size: rows.guess.map((center, row) => sizeAt(size, center) / Math.sqrt(1 - rows.leverage[row]!)),
      toUnit: target.transform === "log" ? Math.exp : (value) => value,
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

/** How the model does on parts of the table: thirds of the target, and levels of inputs that have few. */
function segments(spec: Spec, rows: LeaveOneOut, guesses: Guess[]): Accuracy["segments"] {
  const measure = (by: string, part: Guess[]) => {
    const { median: medianRatio = null } = ratioStudy(part) ?? {};
    return {
      by,
      n: part.length,
      mdape: median(part.map(relativeError)),
      within10: shareWithin(part, 0.1),
      medianRatio,
    };
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
 * @returns errors in the target's own unit, beside those of "always the mean of the other rows"
 */
export function measureAccuracy(spec: Spec, rows: LeaveOneOut, df: number, claims: Claims): Accuracy {
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
    ...errorMeasures(guesses),
    predictiveR2: 1 - press / squares(guesses.map(({ actual }) => actual - center)),
    baseline: errorMeasures(others),
    ratio: studyRatios(spec, rows, guesses, claims.size),
    coverage: COVERAGE_LEVELS.map((level, index) => {
      const both = { t: t[index]!, conformal: conformal?.[index] ?? null };
      return { level, measured: both[claims.uncertainty.kind] ?? both.t, ...both };
    }),
    calibration: calibration(rows, guesses, claims, logarithmic),
    segments: segments(spec, rows, guesses),
  };
}
