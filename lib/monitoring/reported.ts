import { setImmediate } from "node:timers/promises";
import type { Inputs } from "../model/inputs/value";
import { localeOf, type Locale } from "../language/locale";
import { writerOf } from "../model/format";
import type { Model } from "../model/model";
import { DriftWatch } from "./drift";
import { makeReference } from "./drift-reference";
import type { LogCounts } from "./log-counts";
import type { Reported } from "./report";
import { REPORT_WORDS } from "./words";

/** What is known of an estimate whose outcome is reported. */
export interface ReportedEstimate {
  inputs: Inputs | null;
  estimate: number;
}

/**
 * Outcomes are seldom missing at random: a disappointed person has more reason to report. So verdicts apply to reported
 * outcomes only. The tests of drift compare inputs and estimates with and without a reported outcome; errors without an
 * outcome are unknown and cannot be compared.
 *
 * @param measured the estimates with a reported outcome, or a sample of them
 * @param others what the log holds of estimates without
 * @param found how many outcomes there are, and how many estimates, reported or not
 */
export async function compareReported(
  model: Model,
  measured: readonly ReportedEstimate[],
  others: LogCounts,
  { outcomes, estimates }: Pick<Reported, "outcomes" | "estimates">,
): Promise<Reported> {
  const rows = measured.map(({ inputs, estimate }) => ({ encoded: inputs && model.reading.encode(inputs), estimate }));
  const watch = new DriftWatch(makeReference(model, rows));
  await setImmediate();
  others.addTo(watch, "estimated");
  await setImmediate();
  const locale = localeOf(model.spec);
  const write = writerOf(locale);
  const { verdict, features } = watch.report();
  const share = estimates > 0 && estimates >= outcomes ? outcomes / estimates : null;
  const differing = features
    .filter((feature) => feature.verdict === "drift")
    .map(({ label }) => write.inSentence(label));
  const few = verdict === "too few to tell";
  const sampled = measured.length < outcomes && `; ${REPORT_WORDS[locale].sampled(write.quantity(measured.length))}`;
  return {
    ...{ outcomes, estimates, share, differing },
    verdict: few ? verdict : differing.length > 0 ? "unlike the others" : "like the others",
    detail: selectionInWords(locale, { share, differing }, few) + (sampled || ""),
  };
}

/** "40 reported outcomes (8% of 500 estimates)". */
export function reportedInWords(
  locale: Locale,
  { outcomes, estimates, share }: Pick<Reported, "outcomes" | "estimates" | "share">,
): string {
  const words = REPORT_WORDS[locale];
  const write = writerOf(locale);
  const reported = write.count(outcomes, words.outcomes.one, words.outcomes.many);
  return share === null
    ? reported
    : words.ofEstimates(reported, write.share(share), write.quantity(Math.round(estimates)));
}

function selectionInWords(
  locale: Locale,
  { share, differing }: Pick<Reported, "share" | "differing">,
  few: boolean,
): string {
  const words = REPORT_WORDS[locale];
  if (share === 1) return words.allReported;
  const why = few
    ? words.tooFewToCompare
    : differing.length === 0
      ? words.likeTheOthers
      : words.unlikeTheOthers(writerOf(locale).list(differing));
  return `${words.reportedOnly}; ${why}`;
}
