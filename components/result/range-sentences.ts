import { asSentence, timesOutOf } from "@/components/words";
import { binomialTwoSided } from "@/lib/math/binomial";
import type { Interval, IntervalReason } from "@/lib/model/answer/predict";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

/* The sentences of a range stand by themselves, since the what-if takes them to the browser. */

type Target = Pick<Spec, "target">;

/** How often chance alone may make a difference between a claim and what was measured. */
const SIGNIFICANCE = 0.05;

/**
 * "Houses like this sold for between $68,300 and $112,200 eight times out of ten." Where the ranges of training rows
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
  return `${asSentence(`${phrase} ${range} ${often}`)} The range claims ${formatShare(interval.level)}, but of the ${formatQuantity(off.n)} rows with estimates like this one, ${formatShare(off.share)} lay in theirs when they took no part in the fit.`;
}

/** What was measured at estimates like this one, where it differs from the claim by more than chance makes; or null. */
function coverageUnlikeClaim({ level, measured }: Interval): Interval["measured"] {
  if (measured === null) return null;
  const held = Math.round(measured.share * measured.n);
  return binomialTwoSided(held, measured.n, level) < SIGNIFICANCE ? measured : null;
}

/** The range of an estimate outside the data, where nobody can say how often it holds. */
export function patternInWords(
  { target }: Target,
  { low, high }: Pick<Interval, "low" | "high">,
  step: number,
): string {
  const write = (value: number) => formatQuantity(value, target.unit, step);
  const between = low === 0 ? `be less than ${write(high)}` : `lie between ${write(low)} and ${write(high)}`;
  return `If the pattern went on, the ${inSentence(target.label)} would ${between}.`;
}

/** In place of the range at a level that the model cannot give. */
export function unreadLevelInWords(text: string, level: number): string {
  return `“${text.slice(0, 40)}” is no level of a range here. This is the range at ${formatShare(level)}.`;
}

/** Why there is no range. */
export function noRangeInWords(reason: IntervalReason | null | undefined): string {
  return reason ? `There is no range: ${reason.detail}.` : "There is no range.";
}
