import type { Inputs } from "../model/inputs/value";
import { formatQuantity, formatShare, inSentence } from "../model/format";
import type { Model } from "../model/model";
import { DriftWatch } from "./drift";
import { makeReference, type DriftRow } from "./drift-reference";
import type { Reported } from "./report";

/** What is known of an estimate whose outcome is reported; `id` is that of the row of the log, where there is one. */
export interface ReportedEstimate {
  id?: string;
  inputs: Inputs | null;
  estimate: number;
}

/**
 * Outcomes are missing wherever nobody reports them, and seldom at random: a person whom an estimate disappointed has
 * more reason to report. What they say then holds for reported outcomes alone. Of the estimates and inputs it can be
 * tested whether the reported ones are like the others, by the tests of drift; of the errors it cannot, as nobody knows
 * those of the others.
 */
export class ReportedWatch {
  private readonly ids: ReadonlySet<string>;
  private readonly watch: DriftWatch;
  private readonly outcomes: number;

  constructor(model: Model, reported: readonly ReportedEstimate[]) {
    this.ids = new Set(reported.flatMap(({ id }) => (id === undefined ? [] : [id])));
    this.outcomes = reported.length;
    const rows = reported.map(({ inputs, estimate }) => ({
      encoded: inputs && model.reading.encode(inputs),
      estimate,
    }));
    this.watch = new DriftWatch(makeReference(model, rows));
  }

  /** Note an estimate of the log, of which perhaps an outcome is reported. */
  add(id: string | undefined, row: DriftRow): void {
    if (row.estimate !== null && !(id !== undefined && this.ids.has(id))) this.watch.add(row);
  }

  /** @param estimates how many there were, reported or not */
  report(estimates: number): Reported {
    const { verdict, features } = this.watch.report();
    const share = estimates > 0 && estimates >= this.outcomes ? this.outcomes / estimates : null;
    const differing = features.filter((feature) => feature.verdict === "drift").map(({ label }) => inSentence(label));
    const found = { outcomes: this.outcomes, estimates, share, differing };
    return {
      ...found,
      verdict: verdict === "too few to tell" ? verdict : differing.length > 0 ? "unlike the others" : "like the others",
      detail: selectionInWords(found, verdict === "too few to tell"),
    };
  }
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
    : `${only}, and estimates with a reported outcome differ from the others in ${differing.join(", ")}`;
}
