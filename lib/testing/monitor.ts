import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { monitor as monitorDays, type ObservedDay, type ObservedOutcome } from "../monitoring/monitor";
import type { VersionReport } from "../monitoring/report";
import { RowTally } from "../monitoring/version-day";
import type { TallyRow } from "../store/tables";

/** A prediction as it was answered. */
export interface SeenPrediction {
  /** By which outcomes know it, where there can be any. */
  id?: string;
  at: Date;
  /** Null where they are not kept: drift is then that of the estimates alone. */
  inputs: Inputs | null;
  estimate: number | null;
  /** How many warnings it came with. */
  warnings: number;
  weight?: number;
}

export type SeenOutcome = Omit<ObservedOutcome, "id" | "logged"> & { id?: string };

/** What happened in a window, in any order. */
export interface SeenWindow {
  predictions: readonly SeenPrediction[];
  outcomes: readonly SeenOutcome[];
}

/** What a report says of rows, each of which is in the log: see `lib/monitoring/monitor.ts`. */
export async function monitor(model: Model, { predictions, outcomes }: SeenWindow, now: Date): Promise<VersionReport> {
  const weights = new Map(predictions.map(({ id, weight = 1 }) => [id, weight]));
  const named = outcomes.map((outcome, index) => ({
    ...outcome,
    id: outcome.id ?? String(index),
    logged: (outcome.id !== undefined && weights.get(outcome.id)) || null,
  }));
  return monitorDays(model, { days: tallyDays(model, predictions), outcomes: named }, now);
}

/** The tallies of rows, by day. */
export function tallyDays(model: Model, predictions: readonly SeenPrediction[]): ObservedDay[] {
  const tally = new RowTally(() => model);
  predictions.forEach(({ id, at, inputs, estimate, warnings, weight = 1 }, index) =>
    tally.add({
      ...{ model: model.spec.id, version: model.version, id: id ?? String(index), at: at.getTime(), weight },
      ...{ inputs: inputs && JSON.stringify(inputs), estimate, low: null, high: null, level: null },
      ...{
        refusal: estimate === null ? "refused" : null,
        warnings: JSON.stringify(Array(warnings).fill({ code: "far" })),
      },
    }),
  );
  return tally.changes("add").map(({ apply, ...key }) => apply({ ...key, ...nothing }));
}

const nothing: Omit<TallyRow, "model" | "version" | "day"> = {
  ...{ rows: 0, predictions: 0, refusals: 0, warned: 0, first: 0, last: 0, counts: null },
};
