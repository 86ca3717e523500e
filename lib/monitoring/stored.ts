import { yardstickOf } from "../judging/measures";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { readOutcomes } from "../store/outcomes";
import { readPredictions, type Span, type Versions } from "../store/predictions";
import type { Store } from "../store/store";
import { readEarlierVersions } from "./earlier";
import { monitor, type ObservedOutcome, type ObservedPrediction } from "./monitor";
import type { MonitoringReport, VersionReport } from "./report";

const DAY = 86_400_000;

/** The span of so many days up to a moment, which is part of it. */
export function lastDays(days: number, now: Date): Span {
  return { from: now.getTime() - days * DAY, to: now.getTime() + 1 };
}

/**
 * How a model did in the last days, from what the store remembers of the version that is served: rows of another one
 * were other estimates, and say nothing of this one.
 *
 * @param days estimates made longer ago are left out, and so are their outcomes
 */
export function monitorServed(store: Store, model: Model, days: number, now: Date): Promise<VersionReport> {
  const span = lastDays(days, now);
  const served = { model: model.spec.id, only: model.version };
  return monitor(
    model,
    { predictions: predictionsOf(store, served, span), outcomes: outcomesOf(store, served, span) },
    now,
  );
}

/** The same, with what the store remembers of the model's versions that are not served now. */
export async function monitorStored(store: Store, model: Model, days: number, now: Date): Promise<MonitoringReport> {
  const others = { model: model.spec.id, except: model.version };
  return {
    ...(await monitorServed(store, model, days, now)),
    earlier: await readEarlierVersions(store, others, lastDays(days, now), yardstickOf(model)),
  };
}

async function* predictionsOf(store: Store, served: Versions, span: Span): AsyncGenerator<ObservedPrediction> {
  for await (const row of readPredictions(store, served, span)) {
    const warnings = (JSON.parse(row.warnings) as unknown[]).length;
    yield {
      id: row.id,
      at: new Date(row.at),
      inputs: readInputs(row),
      estimate: row.estimate,
      warnings,
      weight: row.weight,
    };
  }
}

async function* outcomesOf(store: Store, served: Versions, span: Span): AsyncGenerator<ObservedOutcome> {
  for await (const row of readOutcomes(store, served, "actual", span)) {
    const { receipt: id, estimate, actual, low, high, level } = row;
    if (actual === null) continue;
    yield { id, at: new Date(row.predicted_at), inputs: readInputs(row), estimate, actual, low, high, level };
  }
}

function readInputs({ inputs }: { inputs: string | null }): Inputs | null {
  return inputs === null ? null : (JSON.parse(inputs) as Inputs);
}
