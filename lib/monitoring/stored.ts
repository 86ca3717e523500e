import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { readOutcomes } from "../store/outcomes";
import { readPredictions, type Span } from "../store/predictions";
import type { Store } from "../store/store";
import { monitor, type ObservedOutcome, type ObservedPrediction } from "./monitor";
import type { MonitoringReport } from "./report";

const DAY = 86_400_000;

/** The span of so many days up to a moment, which is part of it. */
export function lastDays(days: number, now: Date): Span {
  return { from: now.getTime() - days * DAY, to: now.getTime() + 1 };
}

/**
 * How a model did in the last days, from what the store remembers of its current version: rows of an earlier version
 * were other estimates, and say nothing of this one.
 *
 * @param days estimates made longer ago are left out, and so are their outcomes
 */
export function monitorStored(store: Store, model: Model, days: number, now: Date): Promise<MonitoringReport> {
  const span = lastDays(days, now);
  return monitor(
    model,
    { predictions: predictionsOf(store, model, span), outcomes: outcomesOf(store, model, span) },
    now,
  );
}

async function* predictionsOf(store: Store, model: Model, span: Span): AsyncGenerator<ObservedPrediction> {
  for await (const row of readPredictions(store, model.spec.id, span)) {
    if (row.version !== model.version) continue;
    const warnings = (JSON.parse(row.warnings) as unknown[]).length;
    yield { at: new Date(row.at), inputs: readInputs(row), estimate: row.estimate, warnings, weight: row.weight };
  }
}

async function* outcomesOf(store: Store, model: Model, span: Span): AsyncGenerator<ObservedOutcome> {
  for await (const row of readOutcomes(store, model.spec.id, "actual", span)) {
    if (row.version !== model.version || row.actual === null) continue;
    const { estimate, actual, low, high, level } = row;
    yield { at: new Date(row.predicted_at), inputs: readInputs(row), estimate, actual, low, high, level };
  }
}

function readInputs({ inputs }: { inputs: string | null }): Inputs | null {
  return inputs === null ? null : (JSON.parse(inputs) as Inputs);
}
