import { setImmediate } from "node:timers/promises";
import type { Inputs } from "../model/inputs/value";
import { formatQuantity, formatShare, inSentence, listInWords } from "../model/format";
import type { Model } from "../model/model";
import { DriftWatch } from "./drift";
import { makeReference } from "./drift-reference";
import type { LogCounts } from "./log-counts";
import type { Reported } from "./report";

/** What is known of an estimate whose outcome is reported. */
export interface ReportedEstimate {
  inputs: Inputs | null;
  estimate: number;
}

/**
 * Outcomes are missing wherever nobody reports them, and seldom at random: a person whom an estimate disappointed has
 * more reason to report. What they say then holds for reported outcomes alone. Of the estimates and inputs it can be
 * tested whether the reported ones are like the others, by the tests of drift; of the errors it cannot, as nobody knows
 * those of the others.
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
  const { verdict, features } = watch.report();
  const share = estimates > 0 && estimates >= outcomes ? outcomes / estimates : null;
  const differing = features.filter((feature) => feature.verdict === "drift").map(({ label }) => inSentence(label));
  const few = verdict === "too few to tell";
  const sampled =
    measured.length < outcomes ? `; figures are of a sample of ${formatQuantity(measured.length)} of them` : "";
  return {
    ...{ outcomes, estimates, share, differing },
    verdict: few ? verdict : differing.length > 0 ? "unlike the others" : "like the others",
    detail: selectionInWords({ share, differing }, few) + sampled,
  };
}

/** "40 reported outcomes (8% of 500 estimates)". */
export function reportedInWords({ outcomes, estimates, share }: Pick<Reported, "outcomes" | "estimates" | "share">) {
  const reported = `${formatQuantity(outcomes)} reported ${outcomes === 1 ? "outcome" : "outcomes"}`;
  if (share === null) return reported;
  const percent = formatShare(share);
  return `${reported} (${percent} of ${formatQuantity(Math.round(estimates))} estimates)`;
}

function selectionInWords({ share, differing }: Pick<Reported, "share" | "differing">, few: boolean): string {
  if (share === 1) return "the outcome of every estimate is reported";
  const only = "the verdicts hold for reported outcomes only";
  if (few) return `${only}; there are too few rows to compare estimates with and without an outcome`;
  return differing.length === 0
    ? `${only}; inputs and estimates with and without a reported outcome show no difference, but their errors can still differ`
    : `${only}, and estimates with a reported outcome differ from the others in ${listInWords(differing)}`;
}
