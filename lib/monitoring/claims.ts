import { localeOf } from "../language/locale";
import { measureNameFor, writeMeasure } from "../judging/measure-words";
import { MEASURES, yardstickOf, type MeasureName } from "../judging/measures";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { errorsOfRows } from "../model/explain/residuals";
import type { Guess } from "./guess";
import { shareInterval } from "../judging/intervals";
import { measureGuesses } from "./measures";
import type { AlertStep, Claim, ClaimVerdict, Interval, Measures } from "./report";
import { REPORT_WORDS } from "./words";

/** The probability of any false verdict in one report, on all rows and on their parts together. */
const SIGNIFICANCE = 0.05;
export const DISPLAY_LEVEL = 0.95;
/**
 * The level at which each of several verdicts is held: one half of `SIGNIFICANCE` goes to those on all rows, the other
 * to those on parts, each in equal shares (Bonferroni), so that all are one family.
 *
 * @param verdicts how many there are of the kind
 */
export function verdictLevel(verdicts: number): number {
  return 1 - SIGNIFICANCE / 2 / Math.max(1, verdicts);
}

/** The level at which each of several findings must hold so that chance makes any of them in a share of looks at most. */
export function levelFor(share: number, findings: number): number {
  return 1 - share / Math.max(1, findings);
}

/** The training rows as the model fitted without each estimates it: what the claims on the card were measured on. */
export function claimedGuesses(model: Model): (Guess & { encoded: Float64Array })[] {
  return errorsOfRows(model).map(({ encoded, estimate, actual }) => ({ encoded, estimate, actual }));
}

/** What the card claims of all rows, and how well it could know. */
export function claimsOf(model: Model, guesses: readonly Guess[], level: number): Measures {
  if (!model.evidence) return {};
  const { measured: rows, accuracy } = model.evidence;
  const { coverage } = accuracy;
  const held = coverage.find((each) => each.level === DEFAULT_LEVEL);
  return {
    ...(guesses.length > 0 && measureGuesses(guesses, level, yardstickOf(model))),
    ...(held && { coverage: shareInterval(Math.round(held.measured * rows), rows, level) }),
  };
}

/**
 * The confidence interval of the difference of two independent figures from their own intervals (the method of
 * variance estimates recovery).
 *
 * Source: Zou and Donner (2008), "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27, 1693–1702.
 */
export function differenceInterval(a: Interval, b: Interval): Interval {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** Figures with intervals at several levels: that which is shown, that which a verdict needs, and those of alerts. */
export interface Held {
  shown: Measures;
  strict: Measures;
  /** None of a part of the rows, which no alert is about. */
  alert: Record<"fire" | "keep", Measures> | null;
  /** How many rows a figure was measured on. */
  rows(measure: MeasureName): number;
}

/**
 * Hold what was measured against what is claimed. Both were measured on rows that could have been others, so only a
 * difference that neither sample explains counts.
 */
export function judgeClaim(model: Model, measure: MeasureName, now: Held, claimed: Held): Claim {
  const { distance, fewest } = MEASURES[measure];
  const { unit } = model.spec.target;
  const locale = localeOf(model.spec);
  const words = REPORT_WORDS[locale];
  const label = measureNameFor(locale, measure, model);
  const [a, b] = [now.strict[measure], claimed.strict[measure]];
  const result = (verdict: ClaimVerdict, detail: string, alert: AlertStep | null = null): Claim => ({
    measure,
    label,
    now: now.shown[measure] ?? null,
    claimed: claimed.shown[measure] ?? null,
    verdict,
    detail,
    alert,
  });
  for (const [rows, few] of [
    [now.rows(measure), measure === "coverage" ? words.fewRanged : words.fewOutcomes],
    [claimed.rows(measure), words.fewClaimed],
  ] as const) {
    if (rows < fewest) return result("too few to tell", few(rows, writerOf(locale).quantity(rows), fewest));
  }
  if (!a || !b) return result("too few to tell", words.notMeasurable);
  const differs = differ(a, b);
  const worse = distance(a.value) > distance(b.value);
  const verdict = !differs ? "as claimed" : worse ? "worse than claimed" : "better than claimed";
  const isWorse = (step: "fire" | "keep") => {
    const [found, held] = [now.alert?.[step][measure], claimed.alert?.[step][measure]];
    return worse && found !== undefined && held !== undefined && differ(found, held);
  };
  const alert = now.alert && (isWorse("fire") ? "fire" : isWorse("keep") ? "keep" : "clear");
  const [measured, stated] = [a, b].map(({ value }) => writeMeasure(locale, measure, value, unit)) as [string, string];
  return result(verdict, (differs ? words.significant : words.insignificant)(measured, stated), alert);
}

function differ(a: Interval, b: Interval): boolean {
  const { low, high } = differenceInterval(a, b);
  return low > 0 || high < 0;
}
