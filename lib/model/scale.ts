import { catalogue, DEFAULT_LOCALE, type Locale } from "../language/locale";
import { writerOf } from "./format";
import type { Spec } from "./spec";

/** What is fitted in the place of the target. */
export type Transform = Spec["target"]["transform"];
type Target = Spec["target"];

/** Whether effects multiply the target, or 1 plus it: what is fitted is a logarithm. */
export function isLogarithm(transform: Transform): boolean {
  return transform === "log" || transform === "log1p";
}

/** What outcomes must be, as a message has it; undefined where they may be any number. */
export function neededOfOutcome({ positive, transform }: Pick<Target, "positive" | "transform">): string | undefined {
  if (positive || transform === "log") return "must be greater than 0";
  return transform === "identity" ? undefined : "must be 0 or more";
}

/** Whether a number can be an outcome; see `neededOfOutcome`. */
export function canBeOutcome({ positive, transform }: Pick<Target, "positive" | "transform">, value: number): boolean {
  if (positive || transform === "log") return value > 0;
  return transform === "identity" ? !Number.isNaN(value) : value >= 0;
}

/**
 * What the mean of is kept to come from the centre of an estimate, which is the median, to the mean: for a logarithm
 * exp(e) of the errors e, as exp(c + e) = exp(c) exp(e); for a square root e², as the mean of (c + e)² is c² + e² where
 * errors have a mean of 0. Null where median and mean are the same.
 *
 * Source: Duan (1983), "Smearing estimate: a nonparametric retransformation method", Journal of the American Statistical
 * Association 78, 605–610.
 */
export function smearingOf(transform: Transform): ((error: number) => number) | null {
  if (transform === "identity") return null;
  return transform === "sqrt" ? (error) => error * error : Math.exp;
}

/** The mean of the target, in its unit, from the centre on the scale of the fit and the mean of `smearingOf` errors. */
export function meanAt(transform: Transform, center: number, smearing: number): number {
  switch (transform) {
    case "identity":
      return center;
    case "log":
      return Math.exp(center) * smearing;
    case "log1p":
      return Math.exp(center) * smearing - 1;
    case "sqrt":
      return center * center + smearing;
  }
}

const FITTED = catalogue({
  en: {
    log: (label: string) => `the logarithm of the ${label}`,
    log1p: (label: string) => `the logarithm of 1 plus the ${label}`,
    sqrt: (label: string) => `the square root of the ${label}`,
  },
  de: {
    log: (label) => `log(${label})`,
    log1p: (label) => `log(1 + ${label})`,
    sqrt: (label) => `√(${label})`,
  },
});

/** What is fitted, in words: "the logarithm of the sale price"; undefined where it is the target as it is. */
export function fittedInWords(
  { transform, label }: Pick<Target, "transform" | "label">,
  locale: Locale = DEFAULT_LOCALE,
): string | undefined {
  return transform === "identity" ? undefined : FITTED[locale][transform](writerOf(locale).inSentence(label));
}
