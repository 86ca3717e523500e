import { localeOf } from "../language/locale";
import { toleranceOf } from "../model/answer/tolerance";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { hasUnequalVariance } from "../model/predictor";
import type { Spec } from "../model/spec";
import { termInWords } from "../model/term-words";
import { originalOf } from "../model/translate";
import { CHANGE_WORDS } from "./change-words";
import { describeChanges, pair, type WordedChange } from "./description-changes";
import { measureNameFor, writeMeasure } from "./measure-words";
import { errorMeasures, type MeasureName } from "./measures";

export type { WordedChange } from "./description-changes";

/** What differs between two versions of a model. */
export interface VersionChanges {
  /** How the descriptions differ; empty where they are the same. */
  description: WordedChange[];
  coefficients: CoefficientChange[];
  /** All of them, whether they differ or not. */
  figures: FigureChange[];
}

/** On the scale of the fit; null where the version has no such coefficient. */
export interface CoefficientChange {
  term: string;
  /** The term for a person: "lot area × bedrooms". */
  words: string;
  before: number | null;
  after: number | null;
  /**
   * The difference in standard errors of a difference: the root of the sum of both squared. That is right where the rows
   * of both are independent; for versions that share rows, it understates the difference. Null where it is not known.
   */
  errors: number | null;
}

export interface FigureChange extends WordedChange {
  /** Which of the two is better, whether by chance or not; null where neither is, or that is not known. */
  better: "before" | "after" | null;
}

/** How one version differs from another of the same model, in the language of the second. */
export function changesBetween(before: Model, after: Model): VersionChanges {
  return {
    description: describeChanges(withPhrase(before), withPhrase(after)),
    coefficients: compareCoefficients(before, after),
    figures: compareFigures(before, after),
  };
}

/** Pages in another language leave the phrase out; it is part of the description all the same. */
function withPhrase(model: Model): Spec {
  const { spec } = model;
  return { ...spec, target: { ...spec.target, phrase: spec.target.phrase ?? originalOf(model).spec.target.phrase } };
}

/**
 * The scales of both fits, for a person, where they differ and both versions have coefficients, which then cannot be
 * compared; else null.
 */
export function otherScales(before: Model, after: Model): [string, string] | null {
  const { scales } = CHANGE_WORDS[localeOf(after.spec)];
  const [one, other] = [before.spec.target.transform, after.spec.target.transform];
  const both = before.predictor.coefficients && after.predictor.coefficients;
  return both && one !== other ? [scales[one], scales[other]] : null;
}

/** Empty where a family has no coefficients; coefficients on different scales are not compared. */
function compareCoefficients(before: Model, after: Model): CoefficientChange[] {
  const sameScale = before.spec.target.transform === after.spec.target.transform;
  const [one, other] = [errorsByTerm(before), errorsByTerm(after)];
  return pair(before.predictor.coefficients ?? [], after.predictor.coefficients ?? [], ({ term }) => term).map(
    ([first, second]) => {
      const { term } = (second ?? first)!;
      const [old, now] = [one.get(term), other.get(term)];
      const spread = old !== undefined && now !== undefined ? Math.hypot(old, now) : 0;
      const comparable = first && second && sameScale && spread > 0;
      return {
        term,
        words: termInWords((second ? after : before).spec, term),
        before: first?.estimate ?? null,
        after: second?.estimate ?? null,
        errors: comparable ? (second.estimate - first.estimate) / spread : null,
      };
    },
  );
}

/** The standard errors of coefficients, which stay right where the variance of errors is not constant. */
function errorsByTerm({ predictor: { inference } }: Model): Map<string, number> {
  if (!inference) return new Map();
  const isRobust = hasUnequalVariance(inference.fit);
  return new Map(
    inference.coefficients.map(({ term, standardError, robustStandardError }) => [
      term,
      isRobust ? robustStandardError : standardError,
    ]),
  );
}

interface Figure {
  subject: string;
  value: number | null;
  text: string | null;
  /** Whether more of it is better, less, or neither. */
  better: "more" | "less" | null;
}

/** Both by the measures of the second; what is not known of a version is null. */
function compareFigures(before: Model, after: Model): FigureChange[] {
  const [one, other] = [figuresOfVersion(before, after), figuresOfVersion(after, after)];
  return other.map(({ subject, value, text, better }, index) => {
    const old = one[index]!;
    const differs = better !== null && value !== null && old.value !== null && value !== old.value;
    const isBetter = differs && (better === "more" ? value > old.value! : value < old.value!);
    return { subject, before: old.text, after: text, better: differs ? (isBetter ? "after" : "before") : null };
  });
}

function figuresOfVersion({ evidence, spec }: Model, judge: Model): Figure[] {
  const tolerance = toleranceOf(judge);
  const { unit } = spec.target;
  const locale = localeOf(judge.spec);
  const words = CHANGE_WORDS[locale];
  const { quantity } = writerOf(locale);
  const { error, near } = errorMeasures(tolerance);
  const accuracy = evidence?.accuracy;
  const sameNear = evidence !== null && JSON.stringify(evidence.tolerance) === JSON.stringify(tolerance);
  /** @param as the measure whose figures are written alike */
  const figure = (
    subject: string,
    better: Figure["better"],
    value: number | null | undefined,
    as: MeasureName,
  ): Figure => ({
    ...{ subject, better, value: value ?? null },
    text: value === null || value === undefined ? null : writeMeasure(locale, as, value, unit),
  });
  const named = (measure: MeasureName, better: Figure["better"], value: number | null | undefined) =>
    figure(measureNameFor(locale, measure, judge), better, value, measure);
  const covered = accuracy?.coverage.find(({ level }) => level === DEFAULT_LEVEL);
  const rows = evidence ? evidence.rows : null;
  return [
    { subject: words.rows, value: rows, text: rows === null ? null : quantity(rows), better: null },
    named(error, "less", accuracy?.[error]),
    named(near, "more", sameNear ? accuracy?.[near] : null),
    figure("RMSE", "less", accuracy?.rmse, "mdae"),
    named("coverage", null, covered?.measured),
  ];
}
