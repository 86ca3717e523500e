import { SIGNIFICANCE, type LackOfFit, type MissingTerm } from "../predictor";
import { localeOf, catalogue } from "../../language/locale";
import type { Spec } from "../spec";
import { termInWords } from "../term-words";

/** A pattern of less than this share of the residual variance would make ranges 1% narrower: it is no fault. */
const WORTH_NAMING = 0.02;

/** That a model misses a pattern, by more than chance makes and enough to matter. */
export interface Misfit {
  /** The probability of a pattern as clear as this where there is none, for all tests together. */
  p: number;
  /** The share of the residual variance that is no noise: of the term if there is one, else of the test that found it. */
  share: number;
  /** What found it; a term, where one is significant. */
  by: "term" | "reset" | "pureError";
  /** The term that would help most; null where no square and no product of inputs is significant. */
  term: MissingTerm | null;
}

/** How many kinds of tests share what may be owed to chance: RESET, pure error, and the missing terms as one. */
export function countQuestions({ reset, pureError, terms }: LackOfFit): number {
  return Number(reset !== null) + Number(pureError !== null) + Number(terms.length > 0);
}

/**
 * How clear it is that the residuals of a model are more than noise. RESET, pure error and the missing terms share what
 * may be owed to chance (Bonferroni).
 *
 * @returns the clearest pattern whatever its p, which is 1 where every pattern is too small to matter; null where nothing
 *   was looked for
 */
export function measureMisfit(found: LackOfFit | null): Misfit | null {
  if (found === null) return null;
  const patterns = (["reset", "pureError"] as const).flatMap((by) => {
    const test = found[by];
    return test ? [{ by, p: test.robustP, share: test.share, term: null }] : [];
  });
  const terms = found.terms.map((term) => ({ by: "term" as const, p: term.p, share: term.share, term }));
  const questions = countQuestions(found);
  const large = [...patterns, ...terms].filter(({ share }) => share >= WORTH_NAMING);
  const considered = large.length > 0 ? large : [...patterns, ...terms];
  if (considered.length === 0) return null;
  const p = large.length > 0 ? Math.min(1, questions * Math.min(...large.map((each) => each.p))) : 1;
  // Terms stand in the order in which they would help.
  const { by, share, term } = considered.find((each) => each.term && each.p < SIGNIFICANCE) ?? considered.toSorted((a, b) => a.p - b.p)[0]!;
  return { p, share, by, term };
}

/**
 * That the residuals of a model are more than noise, by more than chance makes; or null.
 *
 * @param level what these tests may owe to chance: less than `SIGNIFICANCE` where other checks stand beside them
 */
export function findMisfit(found: LackOfFit | null, level = SIGNIFICANCE): Misfit | null {
  const misfit = measureMisfit(found);
  return misfit && misfit.p <= level ? misfit : null;
}

/** A pattern that a test shows and that is yet no misfit. */
export interface FaintPattern {
  /**
   * Whether only the usual tests show it, not the robust ones; whether it is clear, but explains too little; or whether it
   * is clear for these tests, but not for all checks of the model together.
   */
  by: "usual tests" | "too small a share" | "these tests alone";
  /** For all tests together, as `Misfit` has it: the usual one, and the one that holds under unequal variance. */
  p: number;
  robustP: number;
}

/**
 * Where there is no misfit: the clearest pattern that a reader of the p-values would take for one; or null.
 *
 * @param level that of `findMisfit`
 */
export function findFaintPattern(found: LackOfFit, level = SIGNIFICANCE): FaintPattern | null {
  const misfit = findMisfit(found);
  if (misfit && misfit.p > level) return { by: "these tests alone", p: misfit.p, robustP: misfit.p };
  const tests = [found.reset, found.pureError].flatMap((test) => test ?? []);
  const questions = countQuestions(found);
  const forAll = (p: number) => Math.min(1, questions * p);
  const small = [...tests, ...found.terms.map(({ p, share }) => ({ p, robustP: p, share }))].filter(
    ({ share, robustP }) => share < WORTH_NAMING && forAll(robustP) < SIGNIFICANCE,
  );
  const usual = tests.filter(({ share, p }) => share >= WORTH_NAMING && forAll(p) < SIGNIFICANCE);
  const [clearest] = (usual.length > 0 ? usual : small).toSorted((a, b) => a.p - b.p);
  if (!clearest) return null;
  const by = usual.length > 0 ? "usual tests" : "too small a share";
  return { by, p: forAll(clearest.p), robustP: forAll(clearest.robustP) };
}

const WORDS = catalogue({
  en: {
    square: (term: string) => `the square of ${term}`,
    product: (first: string, second: string) => `the product of ${first} and ${second}`,
  },
  de: {
    square: (term) => `Quadrat (${term})`,
    product: (first, second) => `Produkt (${first} × ${second})`,
  },
});

/** "the square of lot area", "the product of lot area and heating: gas". */
export function missingTermInWords(spec: Spec, { columns }: MissingTerm): string {
  const words = WORDS[localeOf(spec)];
  const [first = "", second] = columns.map((name) => termInWords(spec, name));
  return second === undefined ? words.square(first) : words.product(first, second);
}
