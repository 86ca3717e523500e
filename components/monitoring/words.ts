import { MEASURES } from "@/lib/judging/measures";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Claim, ClaimVerdict, MonitoringReport } from "@/lib/monitoring/report";

export const PERIODS = [7, 30, 90];

/** "1 estimate", "412 estimates", "no outcomes". */
export function counted(count: number, noun: string): string {
  const rounded = Math.round(count);
  return `${rounded === 0 ? "no" : formatQuantity(rounded)} ${noun}${rounded === 1 ? "" : "s"}`;
}

/** "In the last 30 days there were 412 estimates, and 37 outcomes are known." */
export function volumeInWords({ volume, earlier }: MonitoringReport, days: number): string {
  const { predictions, outcomes } = volume;
  if (predictions === 0 && outcomes === 0) {
    return earlier.length > 0
      ? `In the last ${days} days earlier versions gave estimates, and this one gave none.`
      : `Nobody has asked in the last ${days} days.`;
  }
  const were = Math.round(predictions) === 1 ? "was" : "were";
  const are = outcomes === 1 ? "is" : "are";
  return `In the last ${days} days there ${were} ${counted(predictions, "estimate")}, and ${counted(outcomes, "outcome")} ${are} known.`;
}

/** Whether the card claims any accuracy: it does not where no rows with known outcomes came with the model. */
export function hasClaims({ performance }: MonitoringReport): boolean {
  return performance.measures.some(({ claimed }) => claimed !== null);
}

/** Whether there are rows that inputs and estimates can drift away from. */
export function hasReference({ drift }: MonitoringReport): boolean {
  return drift.features[0]?.referenceRows !== 0;
}

/** The measure of the typical error: a share of the outcome, or in the target's unit where there are no shares. */
export function typicalErrorOf(measures: readonly Claim[]): Claim | undefined {
  return measures.find(({ measure }) => measure === "mdape" || measure === "mdae");
}

/**
 * "The typical error is 14 %, as claimed."
 *
 * @param unit of the target
 */
export function accuracyInWords(report: MonitoringReport, unit?: string): string {
  const { performance } = report;
  const { measures, outcomes, fewest } = performance;
  const error = typicalErrorOf(measures);
  const write = (value: number) => MEASURES[error?.measure ?? "mdape"].write(value, unit);
  if (outcomes >= fewest && error?.now && !hasClaims(report)) {
    return `The typical error is ${write(error.now.value)}; the card claims none to compare it with.`;
  }
  if (outcomes < fewest || !error?.now || error.verdict === "too few to tell") {
    return `How accurate it is, is too early to tell: that takes at least ${formatQuantity(fewest)} outcomes.`;
  }
  const claimed = error.claimed ? ` (${write(error.claimed.value)})` : "";
  const compared = error.verdict === "as claimed" ? "as claimed" : `${error.verdict}${claimed}`;
  const others = performance.verdict === "worse than claimed" && error.verdict !== "worse than claimed";
  return `The typical error is ${write(error.now.value)}, ${compared}${others ? "; but other figures are worse than claimed" : ""}.`;
}

/** "What it is asked about has changed: lot area." */
export function driftInWords(report: MonitoringReport): string {
  const { drift } = report;
  if (!hasReference(report)) {
    return "Whether inputs and estimates drift is not known: no rows came with this model to compare them with.";
  }
  if (drift.verdict === "no drift") return "What it is asked about looks like what it learned from.";
  if (drift.verdict === "too few to tell") {
    return `Whether what it is asked about has changed, is too early to tell: that takes at least ${formatQuantity(drift.fewest)} estimates.`;
  }
  const changed = drift.features.filter(({ verdict }) => verdict === "drift").map(({ label }) => inSentence(label));
  return `What it is asked about is no longer what it learned from: ${changed.join(", ")}.`;
}

/** Whether a verdict is one that the owner should see to. */
export function isBad(verdict: ClaimVerdict | "drift" | "no drift"): boolean {
  return verdict === "worse than claimed" || verdict === "drift";
}

/** "29 Jun 2026", in UTC as all of monitoring. */
export function dayInWords(at: string | number): string {
  return new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** "29 Jun". */
export function shortDay(at: string): string {
  return new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}
