import { binomialTwoSided } from "../math/binomial";
import { chiSquaredUpperTail } from "../math/distributions";
import { formatQuantity, formatShare, inSentence, listInWords } from "../model/format";
import type { Model } from "../model/model";
import { judgeRatios, ratioMeaning, type RatioMeasure } from "./ratio-standard";
import { backgroundRows } from "../model/evidence";
import { emptyPoint } from "../model/predictor";
import { termInWords } from "../model/term-words";

/** Something that is wrong with a model. Texts follow the grammar of messages: lower case, no full stop. */
export interface Fault {
  code:
    | "no_evidence"
    | "too_few_rows"
    | "no_better_than_average"
    | "collinear_terms"
    | "unequal_variance"
    | "ratio_study"
    | "coverage"
    | "calibration"
    | "influential_row";
  title: string;
  /** What was found, with its figures. */
  detail: string;
  /** What it means for a person who is given an estimate. */
  meaning: string;
}

type Check = (model: Model) => Omit<Fault, "code"> | null;

/** What a finding may owe to chance, for each check as a whole. */
const SIGNIFICANCE = 0.05;
/** Harrell (2015), "Regression Modeling Strategies", section 4.4: 10 to 20 rows for each coefficient. */
const ROWS_FOR_EACH_COEFFICIENT = 10;
/** Belsley, Kuh and Welsch (1980), "Regression Diagnostics": from here on a column is nearly one of the others. */
const LARGEST_INFLATION = 10;
/** Cook and Weisberg (1982), "Residuals and Influence in Regression": worth a look from 1 on. */
const LARGEST_DISTANCE = 1;
/** How much larger errors at high estimates than at low ones are worth a sentence. */
const NOTABLE_GROWTH = 1.25;

/** Below one in a thousand the exact figure tells a reader nothing more: "0.016", "< 0.001". */
export function writeProbability(p: number): string {
  return p < 0.001 ? "< 0.001" : formatQuantity(p, undefined, 0.001);
}

/** "p = 0.016", "p < 0.001". */
export function probabilityInWords(p: number): string {
  return `p ${p < 0.001 ? "" : "= "}${writeProbability(p)}`;
}

const findIgnorance: Check = ({ evidence }) =>
  evidence
    ? null
    : {
        title: "Its accuracy is not known",
        detail: "no rows with known outcomes came with this model",
        meaning: "estimates have no range, and nothing here says how far off they are",
      };

const findFewRows: Check = ({ predictor: { inference } }) =>
  !inference || inference.fit.n >= ROWS_FOR_EACH_COEFFICIENT * inference.fit.p
    ? null
    : {
        title: "It has learned from too few rows",
        detail: `there are ${formatQuantity(inference.fit.n)} rows for ${formatQuantity(inference.fit.p)} coefficients, where ${ROWS_FOR_EACH_COEFFICIENT} for each are the least`,
        meaning:
          "other rows could have given a quite different model, and most checks on this page can neither pass nor fail it",
      };

const findUselessness: Check = ({ evidence, spec }) =>
  !evidence || evidence.accuracy.predictiveR2 > 0
    ? null
    : {
        title: "It does no better than guessing",
        detail: `on rows left out its predictive R² is ${formatQuantity(evidence.accuracy.predictiveR2, undefined, 0.001)}, where 0 is what always saying the mean achieves`,
        meaning: `the mean ${inSentence(spec.target.label)} would be as good an answer for anybody`,
      };

const findCollinearity: Check = ({ spec, predictor }) => {
  const coefficients = predictor.inference?.coefficients ?? [];
  const inflated = coefficients.filter(({ vif }) => vif !== null && vif > LARGEST_INFLATION);
  if (inflated.length === 0) return null;
  const terms = inflated.map(({ term, vif }) => `${termInWords(spec, term)} (${formatQuantity(vif!, undefined, 0.1)})`);
  return {
    title: "Some of its terms say nearly the same",
    detail: `the variance inflation factor is above ${LARGEST_INFLATION} for ${listInWords(terms)}`,
    meaning:
      "their coefficients could change places and the estimates would hardly differ, so no single one of them says what its feature is worth",
  };
};

/** Whether errors at high estimates are larger than at low ones (1), smaller (−1), or neither (0). */
function errorGrowth({ spec, predictor, evidence }: Model): number {
  if (!evidence) return 0;
  const points = backgroundRows(spec, evidence).map((encoded) => {
    const point = emptyPoint();
    predictor.evaluate(encoded, point);
    return point;
  });
  points.sort((a, b) => a.center - b.center);
  const [low, high] = [0.1, 0.9].map((share) => points[Math.round(share * (points.length - 1))]!.size);
  const growth = high! / low!;
  return growth > NOTABLE_GROWTH ? 1 : growth < 1 / NOTABLE_GROWTH ? -1 : 0;
}

const findUnequalVariance: Check = (model) => {
  const test = model.predictor.inference?.fit.breuschPagan;
  if (!test || test.p >= SIGNIFICANCE) return null;
  const growth = errorGrowth(model);
  const larger = growth > 0 ? "high" : "low";
  const smaller = growth > 0 ? "low" : "high";
  const ranges =
    growth === 0
      ? "some ranges are wider than they need be and others too narrow"
      : `the errors are larger where estimates are ${larger}, so ranges are too narrow there and wider than they need be where estimates are ${smaller}`;
  return {
    title: "Its errors are not equally large everywhere",
    detail: `the Breusch–Pagan test gives ${probabilityInWords(test.p)}, where ${SIGNIFICANCE} or more is expected of equal variance`,
    meaning:
      model.uncertainty?.kind === "conformal"
        ? "the ranges allow for it, but standard errors do not: the robust ones do"
        : `${ranges}; of the standard errors, only the robust ones allow for it`,
  };
};

const findRatioFailure: Check = ({ spec, evidence }) => {
  if (!evidence) return null;
  const failures = judgeRatios(evidence.accuracy.ratio, evidence.measured).filter(({ verdict }) => verdict === "fails");
  if (failures.length === 0) return null;
  const short: Record<RatioMeasure, string> = { medianRatio: "median", cod: "COD", prd: "PRD", prb: "PRB" };
  const figures = failures.map(
    ({ measure, written, accepted }) => `${short[measure]} is ${written}, where ${accepted} is accepted`,
  );
  const meanings = new Set(failures.map((failure) => ratioMeaning(failure, spec.target.unit)));
  return {
    title: "It would fail as an assessor",
    detail: figures.join("; "),
    meaning: [...meanings].reverse().join("; "),
  };
};

const findMiscoverage: Check = ({ evidence }) => {
  if (!evidence) return null;
  const { coverage } = evidence.accuracy;
  const n = evidence.measured;
  // The levels share what may be owed to chance (Bonferroni).
  const off = coverage.filter(
    ({ level, measured }) => binomialTwoSided(Math.round(measured * n), n, level) < SIGNIFICANCE / coverage.length,
  );
  if (off.length === 0) return null;
  const held = off.map(({ level, measured }) => `at ${formatShare(level)} hold ${formatShare(measured)} of the truths`);
  const narrow = off.some(({ level, measured }) => measured < level);
  const wide = off.some(({ level, measured }) => measured > level);
  return {
    title: "Its ranges do not hold what they claim",
    detail: `ranges ${listInWords(held)}, which is more of a difference than chance makes`,
    meaning: [
      narrow && "the truth lies outside of a range more often than it says",
      wide && "on the whole, ranges are wider than they need be",
    ]
      .filter(Boolean)
      .join("; "),
  };
};

/**
 * Hosmer and Lemeshow's idea: the squared distances of the shares that held from the shares that were claimed, each
 * over its variance, are χ² with a degree of freedom for each group of rows the model was not fitted to.
 */
const findMiscalibration: Check = ({ evidence }) => {
  const groups = evidence?.accuracy.calibration ?? [];
  const statistic = groups.reduce(
    (sum, { claimed, measured, n }) => sum + (n * (measured - claimed) ** 2) / (claimed * (1 - claimed)),
    0,
  );
  if (groups.length === 0 || chiSquaredUpperTail(statistic, groups.length) >= SIGNIFICANCE) return null;
  const worst = groups.reduce((a, b) => (Math.abs(b.measured - b.claimed) > Math.abs(a.measured - a.claimed) ? b : a));
  return {
    title: "Its chance of being close is off",
    detail: `among ${formatQuantity(worst.n)} rows with a claimed chance of about ${formatShare(worst.claimed)} to be within 10 %, ${formatShare(worst.measured)} were`,
    meaning: "the chance that goes with an estimate tells little about this one: take it as a figure for all of them",
  };
};

const findInfluence: Check = ({ predictor: { inference } }) => {
  const first = inference?.influential[0];
  if (!first || first.cooksDistance <= LARGEST_DISTANCE) return null;
  return {
    title: "A single row moves it",
    detail: `row ${formatQuantity(first.row)} of ${formatQuantity(inference.fit.n)} has a Cook's distance of ${formatQuantity(first.cooksDistance, undefined, 0.01)}, above ${LARGEST_DISTANCE}`,
    meaning: "without that one row, the estimates would be others",
  };
};

const CHECKS: [Fault["code"], Check][] = [
  ["no_evidence", findIgnorance],
  ["too_few_rows", findFewRows],
  ["no_better_than_average", findUselessness],
  ["ratio_study", findRatioFailure],
  ["coverage", findMiscoverage],
  ["calibration", findMiscalibration],
  ["unequal_variance", findUnequalVariance],
  ["collinear_terms", findCollinearity],
  ["influential_row", findInfluence],
];

/**
 * What is wrong with a model, as far as is known: no rows shown, too few rows, no better than the mean, a ratio study
 * that fails, ranges and probabilities that do not hold what they claim by more than chance makes, unequal variance
 * (Breusch–Pagan, p < 0.05), collinear terms (VIF above 10), a row with a Cook's distance above 1.
 *
 * @returns what matters most to a person first; none is not proof that nothing is wrong
 */
export function findFaults(model: Model): Fault[] {
  return CHECKS.flatMap(([code, check]) => {
    const fault = check(model);
    return fault ? [{ code, ...fault }] : [];
  });
}
