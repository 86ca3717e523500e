import { MEASURES } from "@/lib/judging/measures";
import { asSentence } from "@/components/words";
import { formatQuantity, formatShare, inSentence, listInWords } from "@/lib/model/format";
import type { Claim, ClaimVerdict, FeatureDrift, MonitoringReport } from "@/lib/monitoring/report";
import { reportedInWords } from "@/lib/monitoring/reported";
import type { Standing } from "@/lib/store/alerts";
import type { AlertEventRow } from "@/lib/store/tables";

/** Every sentence of the monitoring pages, as functions of what it says. */

export const PERIODS = [7, 30, 90];
/** A share of fewer requests says less than their number. */
const FEWEST_FOR_SHARES = 50;
/** More groups than this are counted, not named. */
const MOST_NAMED = 4;

/** "1 estimate", "412 estimates", "no outcomes". */
export function counted(count: number, noun: string): string {
  const rounded = Math.round(count);
  return `${rounded === 0 ? "no" : formatQuantity(rounded)} ${noun}${rounded === 1 ? "" : "s"}`;
}

/** "412 requests and 37 reported outcomes in the last 30 days." */
export function volumeInWords({ volume, earlier }: MonitoringReport, days: number): string {
  const { predictions, outcomes } = volume;
  if (predictions === 0 && outcomes === 0) {
    return earlier.length > 0
      ? `No requests for this version in the last ${days} days; earlier versions gave estimates.`
      : `No requests in the last ${days} days.`;
  }
  return asSentence(
    `${counted(predictions, "request")} and ${counted(outcomes, "reported outcome")} in the last ${days} days`,
  );
}

/** Of all models together: "412 requests and no reported outcomes in the last 30 days." */
export function totalInWords(reports: readonly MonitoringReport[], days: number): string {
  const total = (of: "predictions" | "outcomes") => reports.reduce((sum, { volume }) => sum + volume[of], 0);
  return asSentence(
    `${counted(total("predictions"), "request")} and ${counted(total("outcomes"), "reported outcome")} in the last ${days} days`,
  );
}

/** "Of 412 requests, 2% were refused and none came with a warning."; of few requests counts: "Of 3 requests, 1 was refused …". */
export function sharesInWords({ predictions, refusals, warned }: MonitoringReport["volume"]): string {
  const shares = predictions >= FEWEST_FOR_SHARES;
  const of = (count: number) =>
    count === 0 ? "none" : shares ? formatShare(count / predictions) : formatQuantity(Math.round(count));
  const were = refusals === 0 || (!shares && Math.round(refusals) === 1) ? "was" : "were";
  return `Of ${counted(predictions, "request")}, ${of(refusals)} ${were} refused and ${of(warned)} came with a warning.`;
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

/** How the typical error is named, and what share of estimates is within 10% where truths of 0 leave no typical error. */
function headline({ performance: { measures } }: MonitoringReport): { name: string; claim: Claim } | undefined {
  const measured = measures.filter(({ now }) => now !== null);
  const [error, within] = [typicalErrorOf(measured), measured.find(({ measure }) => measure === "within10")];
  if (error) return { name: "the median error", claim: error };
  return within && { name: "the share of estimates within 10%", claim: within };
}

/**
 * "Of the 40 reported outcomes (8% of 500 estimates), the median error is 14%, as claimed (15%)."
 *
 * @param unit of the target, for errors that are given in it
 */
export function accuracyInWords(report: MonitoringReport, unit?: string): string {
  const { outcomes, fewest, reported, verdict } = report.performance;
  const found = headline(report);
  if (outcomes < fewest || !found) {
    return `It is too early to judge the accuracy: a verdict needs at least ${counted(fewest, "outcome")}.`;
  }
  const { name, claim } = found;
  const write = (value: number) => MEASURES[claim.measure].write(value, unit);
  const measured = `Of the ${reportedInWords(reported)}, ${name} is ${write(claim.now!.value)}`;
  if (!hasClaims(report)) return `${measured}; the card claims no accuracy to compare it with.`;
  if (claim.verdict === "too few to tell") {
    return `${measured}; it is too early to compare it with the card.`;
  }
  const claimed = claim.claimed ? ` (${write(claim.claimed.value)})` : "";
  const others = verdict === "worse than claimed" && claim.verdict !== verdict;
  return `${measured}, ${claim.verdict}${claimed}${others ? "; other figures are worse than claimed" : ""}.`;
}

/** The finding on accuracy; where figures differ, their names, as the table below it holds what they are. */
export function findingInWords({ performance: { verdict, detail, measures, reported } }: MonitoringReport): string {
  if (verdict === "as claimed" || verdict === "too few to tell") return asSentence(detail);
  const named = measures.filter((claim) => claim.verdict === verdict).map(({ label }) => inSentence(label));
  return `Of the ${reportedInWords(reported)}, more than chance makes is ${verdict}: ${listInWords(named)}.`;
}

/** What verdicts on accuracy hold for: "The verdicts hold for reported outcomes only; …". */
export function selectionInWords({ performance: { reported } }: MonitoringReport): string {
  return asSentence(reported.detail);
}

/** Of a model whose card claims nothing. */
export function noClaimsInWords(outcomes: number): string {
  const so = "No rows with known outcomes came with this model, so the card claims no accuracy.";
  return `${so} ${outcomes === 0 ? "No outcome is reported yet." : "Reported outcomes show how accurate it is."}`;
}

/**
 * "The median error is worse than the card claims in 5 of 9 groups."
 *
 * @param judged of how many groups there are outcomes enough for a verdict
 */
export function groupsInWords(worse: readonly string[], judged: number, groups: number): string {
  if (groups === 0) return "The card makes no claims for groups: its table is too small.";
  if (judged === 0) return "It is too early to judge any group.";
  if (worse.length === 0) return "No group is shown to be worse than the card claims.";
  return worse.length > MOST_NAMED
    ? `The median error is worse than the card claims in ${worse.length} of ${groups} groups.`
    : `The median error is worse than the card claims for ${worse.join("; ")}.`;
}

/** "Input drift: recent values of lot area differ from the training data." */
export function driftInWords(report: MonitoringReport): string {
  const { drift } = report;
  if (!hasReference(report)) return "Input drift is unknown: no training rows came with this model.";
  if (drift.verdict === "no drift")
    return "No input drift found: recent inputs and estimates are like the training data.";
  if (drift.verdict === "too few to tell") {
    return `It is too early to judge input drift: a verdict needs at least ${counted(drift.fewest, "estimate")}.`;
  }
  const changed = drift.features.filter(({ verdict }) => verdict === "drift").map(({ label }) => inSentence(label));
  return `Input drift: recent values of ${listInWords(changed)} differ from the training data.`;
}

/** How often chance alone makes the verdict "drift". */
export function lookInWords({ drift }: MonitoringReport): string {
  return `Without any drift, at most ${formatShare(drift.significance)} of single looks give the verdict “drift”. An alert needs stronger evidence.`;
}

/** "Stability index 0.210. Wasserstein distance 0.440 standard deviations of training." */
export function figuresInWords({
  stabilityIndex,
  wasserstein,
}: Pick<FeatureDrift, "stabilityIndex" | "wasserstein">): string {
  const written = (value: number) => formatQuantity(value, undefined, 0.001);
  return [
    ...(stabilityIndex === null ? [] : [`Stability index ${written(stabilityIndex)}.`]),
    ...(wasserstein === null ? [] : [`Wasserstein distance ${written(wasserstein)} standard deviations of training.`]),
  ].join(" ");
}

/** "Open alert of house price: input drift, since 29 Jun 2026". */
export function openAlertTitle(about: string, since: number, model?: string): string {
  return `Open alert${model ? ` of ${inSentence(model)}` : ""}: ${about}, since ${dayInWords(since)}`;
}

export const NO_OPEN_ALERTS = "No open alerts.";

/** "1 open alert: drift, since 29 Jun 2026." */
export function openAlertsInWords(standing: Standing): string {
  const rules = Object.entries(standing);
  if (rules.length === 0) return NO_OPEN_ALERTS;
  const since = rules.map(([rule, at]) => `${rule}, since ${dayInWords(at)}`);
  return `${openAlerts(rules.length)}: ${since.join("; ")}.`;
}

/** "1 open alert", "no open alerts". */
export function openAlerts(count: number): string {
  return counted(count, "open alert");
}

/** What alerts are about, and how seldom chance opens one. */
export const ALERTS_IN_WORDS =
  "Alerts use the last 30 days, whatever period is shown. An alert about drift or accuracy opens at a difference that chance makes in at most 1 of 1,000 looks and closes when hardly any difference is left. In simulations of a year of daily looks without drift, at most 10% of years have a drift alert.";

/** What an event was about, under the version that it was of if that is not the one that is served. */
export function eventInWords({ detail, version }: Pick<AlertEventRow, "detail" | "version">, served: string): string {
  if (version === served) return asSentence(detail);
  return asSentence(`${version === null ? "an earlier version" : `version ${version}`}: ${detail}`);
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
