import { backgroundRows, measuredRows, percent } from "@/components/row-words";
import { asSentence, timesOutOf } from "@/components/words";
import { directionOf } from "@/lib/judging/lean";
import { binomialTwoSided } from "@/lib/math/binomial";
import { FEWEST_ROWS_FOR_CONFORMAL } from "@/lib/model/answer/coverage";
import type { Interval } from "@/lib/model/answer/predict";
import { type Accuracy, type Evidence, FEWEST_ROWS_TO_JUDGE } from "@/lib/model/evidence";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { Spec } from "@/lib/model/spec";

type Target = Pick<Spec, "target">;

/** "Typically the true sale price was 6% higher than the estimate.", or nothing where that is no more than chance. */
export function leanInWords({ target }: Target, lean: Accuracy["segments"][number]["lean"]): string | null {
  const direction = lean && directionOf(lean);
  if (!direction) return null;
  const { ratio, difference } = lean;
  const share = ratio === null ? NaN : Math.abs(ratio - 1);
  if (share < 0.005 || difference === 0) return null;
  const amount =
    ratio === null ? formatQuantity(Number(Math.abs(difference).toPrecision(2)), target.unit) : percent(share);
  return `Typically the true ${inSentence(target.label)} was ${amount} ${direction} than the estimate.`;
}

/** How accurate the model is for rows with an estimate like this one, or over all where there is no such group. */
export function similarAccuracy(spec: Target, evidence: Evidence, estimate: number): string {
  const { name, label, unit } = spec.target;
  const { segments, mdape } = evidence.accuracy;
  const truth = `the true ${inSentence(label)}`;
  const groups = segments.flatMap((segment) => {
    return segment.by === name && segment.range ? [{ ...segment, range: segment.range }] : [];
  });
  const group = groups.find(({ range }) => estimate >= range.low && estimate <= range.high);
  if (group) {
    const { range, n, within10, lean } = group;
    return [
      `${formatQuantity(n)} of ${measuredRows(evidence)} were estimated between ${formatQuantity(range.low, unit)} and ${formatQuantity(range.high, unit)}, each by the model fitted without that row.`,
      `Half of these estimates were within ${percent(group.mdape)} of ${truth}, and ${percent(within10)} of them within 10%.`,
      leanInWords(spec, lean),
    ]
      .filter((sentence) => sentence !== null)
      .join(" ");
  }
  const few = evidence.measured < 3 * FEWEST_ROWS_TO_JUDGE;
  const reason = few
    ? `${formatQuantity(evidence.measured)} rows are too few to measure the accuracy of estimates like this one.`
    : groups.length === 0
      ? "Too few rows have estimates like this one to measure their accuracy."
      : `None of ${measuredRows(evidence)} has an estimate as ${estimate < groups[0]!.range.low ? "low" : "high"} as this one.`;
  return `${reason} Over all of them, half of the estimates were within ${percent(mdape)} of ${truth}.`;
}

/** How accurate the model is over all rows, and how accurate guessing the average is. */
export function overallAccuracy(evidence: Evidence): string {
  const { mdape, baseline } = evidence.accuracy;
  return `Each of ${measuredRows(evidence)} was left out in turn and estimated by the model fitted to the others. Half of these estimates were within ${percent(mdape)} of the truth. Half of the guesses would be within ${percent(baseline.mdape)} if every guess were the average of the others.`;
}

/** What the figure of the range shows, and where the estimate lies among the outcomes. */
export function rangeAmongOutcomes({ target }: Target, evidence: Evidence, lower: number): string {
  const { background, sampled, rows } = evidence;
  const shown = measuredRows({ measured: sampled, sampled, rows });
  const compared = background.actual.length;
  const them = compared === sampled ? "them" : `a sample of ${formatQuantity(compared)} of them`;
  return `The bar is the range of this estimate. The shape above it is the ${inSentence(target.label)} of ${shown} of the training data. The estimate is higher than ${percent(lower)} of ${them}.`;
}

/** What the contributions add up from. */
export function averageEstimate(evidence: Evidence | null, average: string): string {
  return `The average estimate${evidence ? ` over ${backgroundRows(evidence)}` : ""} is ${average}.`;
}

/** The rows most like this one: out of which, how many, and what their outcomes were. */
export function nearestRows(
  { target }: Target,
  evidence: Evidence,
  { count, outcomes, inside }: { count: string; outcomes: string; inside: string },
): string {
  const from = backgroundRows(evidence);
  return `Of ${from}, these ${count} are most like this one. Their ${inSentence(target.label)} was ${outcomes}${inside}.`;
}

/** How often chance alone may make a difference between a claim and what was measured. */
const SIGNIFICANCE = 0.05;

/**
 * "Houses like this one sold for between $68,300 and $112,200 eight times out of ten." Where the ranges of training rows
 * with estimates like this one held more or less than they claim, by more than chance makes, it says how often they held.
 * A range that was cut at zero has no lower end, and holds the truth somewhat more often than its level says.
 */
export function rangeInWords(spec: Pick<Spec, "target">, interval: Interval, step: number): string {
  const { label, unit, phrase = `the true ${inSentence(label)} is` } = spec.target;
  const [low, high] = [interval.low, interval.high].map((value) => formatQuantity(value, unit, step));
  const range = interval.low === 0 ? `less than ${high}` : `between ${low} and ${high}`;
  const off = coverageUnlikeClaim(interval);
  if (off === null) {
    const least = interval.low === 0 ? "at least " : "";
    return asSentence(`${phrase} ${range} ${least}${timesOutOf(interval.level)}`);
  }
  const often = timesOutOf(Math.round(off.share * 100) / 100);
  return `${asSentence(`${phrase} ${range} ${often}`)} The range claims ${formatShare(interval.level)}, but of the ${formatQuantity(off.n)} training rows with estimates like this one, ${formatShare(off.share)} lay in theirs when they were left out.`;
}

/** What was measured at estimates like this one, where it differs from the claim by more than chance makes; or null. */
function coverageUnlikeClaim({ level, measured }: Interval): Interval["measured"] {
  if (measured === null) return null;
  const held = Math.round(measured.share * measured.n);
  return binomialTwoSided(held, measured.n, level) < SIGNIFICANCE ? measured : null;
}

/** What a range by Student's t rests on, where there are too few rows to check it; undefined for any other. */
export function restsInWords({ uncertainty, evidence }: Pick<Model, "uncertainty" | "evidence">): string | undefined {
  if (uncertainty?.kind !== "t" || !evidence || evidence.measured >= FEWEST_ROWS_FOR_CONFORMAL) return undefined;
  return `The range rests on normal errors that are equally large everywhere, which ${formatQuantity(evidence.measured)} rows cannot check.`;
}
