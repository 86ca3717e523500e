import type { Spec } from "../spec";
import { termInWords } from "../term-words";

/** An F test as textbooks have it, with a p-value beside it that holds under unequal variance too. */
export interface RobustFTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
  robustP: number;
  /** The share of the residual variance that it accounts for, less what chance would; below 0 where chance would more. */
  share: number;
}

/** A term that the model might have beside its own. */
export interface MissingTerm {
  /** The columns of the design or inputs whose product it is, each about its mean; a single one for a square. */
  columns: string[];
  /** Of the usual partial F test, on 1 and rows − coefficients − 1 degrees of freedom. */
  f: number;
  /** Coefficient over its robust standard error, and the degrees of freedom that go with it. */
  t: number;
  df: number;
  /** Of t, adjusted for all squares and products that were looked at. */
  p: number;
  /** The share of the residual variance that it would explain, less what chance would. */
  share: number;
}

/** What rows say of a pattern that a model's terms miss, on the scale of the fit; see `measureLackOfFit`. */
export interface LackOfFit {
  /** The rows that it was looked for in: all but those that fit themselves, or a sample. */
  rows: number;
  /** Squares and cubes of the fitted values as terms; null where they are combinations of the terms. */
  reset: RobustFTest | null;
  /** Rows with equal inputs against the model; null where hardly any repeat. */
  pureError: RobustFTest | null;
  /** Squares and products that there are, that were looked at, and that were tested in full. */
  candidates: number;
  screened: number;
  tested: number;
  /** Those that would help most, most first where several are significant. */
  terms: MissingTerm[];
}

/** What is more than chance makes. */
export const SIGNIFICANCE = 0.05;
/** A pattern of less than this share of the residual variance would make ranges 1 % narrower: it is no fault. */
const WORTH_NAMING = 0.02;

/** That a model misses a pattern, by more than chance makes and enough to matter. */
export interface Misfit {
  /** The probability of a pattern as clear as this where there is none, for all tests together. */
  p: number;
  /** The share of the residual variance that is no noise: of the term if there is one, else of the test that found it. */
  share: number;
  /** The term that would help most; null where no square and no product of inputs is significant. */
  term: MissingTerm | null;
}

/**
 * Whether the residuals of a model are more than noise. RESET, pure error and the missing terms share what may be owed
 * to chance (Bonferroni).
 *
 * @returns null where nothing of the kind was found, which it is not either where nothing was looked for
 */
export function findMisfit(found: LackOfFit | null): Misfit | null {
  if (found === null) return null;
  const { reset, pureError, terms } = found;
  const questions = [
    ...[reset, pureError].flatMap((test) => (test ? [{ p: test.robustP, share: test.share }] : [])),
    ...(terms.length > 0 ? [{ p: Math.min(...terms.map(({ p }) => p)), share: Math.max(...terms.map((term) => term.share)) }] : []),
  ];
  const large = questions.filter(({ share }) => share >= WORTH_NAMING);
  if (large.length === 0) return null;
  const clearest = large.reduce((a, b) => (b.p < a.p ? b : a));
  const p = Math.min(1, questions.length * clearest.p);
  if (p >= SIGNIFICANCE) return null;
  const term = terms.find((each) => each.p < SIGNIFICANCE && each.share >= WORTH_NAMING) ?? null;
  return { p, share: term?.share ?? clearest.share, term };
}

/** "the square of lot area", "the product of lot area and heating: gas". */
export function missingTermInWords(spec: Spec, { columns }: MissingTerm): string {
  const [first, second] = columns.map((name) => termInWords(spec, name));
  return second === undefined ? `the square of ${first}` : `the product of ${first} and ${second}`;
}
