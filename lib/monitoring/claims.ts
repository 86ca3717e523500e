import { measureLabel, MEASURES, yardstickOf, type MeasureName } from "../judging/measures";
import { toleranceOf } from "../model/answer/confidence";
import { formatQuantity } from "../model/format";
import type { Model } from "../model/model";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { errorsOfRows } from "../model/explain/residuals";
import type { Guess } from "./guess";
import { shareInterval } from "../judging/intervals";
import { measureGuesses } from "./measures";
import type { AlertStep, Claim, ClaimVerdict, Interval, Measures } from "./report";

/** What the verdicts of one look, on all rows and on their parts, may together owe to chance. */
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
  const { distance, write, fewest } = MEASURES[measure];
  const { unit } = model.spec.target;
  const label = measureLabel(measure, toleranceOf(model), unit);
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
  for (const [rows, what] of [
    [
      now.rows(measure),
      measure === "coverage" ? ["outcome with an 80% range", "outcomes with an 80% range"] : ["outcome", "outcomes"],
    ],
    [claimed.rows(measure), ["training row behind the claim", "training rows behind the claim"]],
  ] as const) {
    if (rows < fewest) {
      const counted = `${formatQuantity(rows)} ${rows === 1 ? what[0] : what[1]}`;
      return result("too few to tell", `there ${rows === 1 ? "is" : "are"} ${counted}, and a verdict needs ${fewest}`);
    }
  }
  if (!a || !b) return result("too few to tell", "it cannot be measured on these rows");
  const differs = differ(a, b);
  const worse = distance(a.value) > distance(b.value);
  const verdict = !differs ? "as claimed" : worse ? "worse than claimed" : "better than claimed";
  const isWorse = (step: "fire" | "keep") => {
    const [found, held] = [now.alert?.[step][measure], claimed.alert?.[step][measure]];
    return worse && found !== undefined && held !== undefined && differ(found, held);
  };
  const alert = now.alert && (isWorse("fire") ? "fire" : isWorse("keep") ? "keep" : "clear");
  const [found, said] = [write(a.value, unit), write(b.value, unit)];
  return result(
    verdict,
    differs
      ? `it is ${found}, where ${said} is claimed, and that is more of a difference than chance makes`
      : `it is ${found}, where ${said} is claimed, and chance alone can make that difference`,
    alert,
  );
}

function differ(a: Interval, b: Interval): boolean {
  const { low, high } = differenceInterval(a, b);
  return low > 0 || high < 0;
}
