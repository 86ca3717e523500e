import { yardstickOf } from "../judging/measures";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { DAY, startOfDay, type Span } from "../store/days";
import { readOutcomes } from "../store/outcomes";

import type { Store } from "../store/store";
import { readVolumes } from "../store/tallies";
import { readEarlierVersions } from "./earlier";
import { monitor, type ObservedOutcome } from "./monitor";
import type { MonitoringReport, VersionReport } from "./report";
import { readTalliedDays, type TalliedDay } from "./tallied-days";

/** The span of so many days up to a moment, which is part of it, from the start of a day in UTC on. */
export function lastDays(days: number, now: Date): Span {
  return { from: startOfDay(now.getTime() - days * DAY), to: now.getTime() + 1 };
}

/**
 * How a model did in the last days, from what the store remembers of the version that is served: rows of another one
 * were other estimates, and say nothing of this one.
 *
 * @param days estimates made longer ago are left out, and so are their outcomes
 */
export function monitorServed(store: Store, model: Model, days: number, now: Date): Promise<VersionReport> {
  const span = lastDays(days, now);
  return monitor(model, { days: daysOf(store, model, span), outcomes: outcomesOf(store, model, span) }, now);
}

/** The same, with what the store remembers of the model's versions that are not served now. */
export async function monitorStored(store: Store, model: Model, days: number, now: Date): Promise<MonitoringReport> {
  const served = await monitorServed(store, model, days, now);
  const span = lastDays(days, now);
  const others = { model: model.spec.id, except: model.version };
  // To look at the version that is served has brought the tallies of all versions up to date.
  const volumes = await readVolumes(store, model.spec.id, span);
  return { ...served, earlier: await readEarlierVersions(store, others, span, volumes, yardstickOf(model)) };
}

async function* daysOf(store: Store, model: Model, span: Span): AsyncGenerator<TalliedDay> {
  for await (const day of readTalliedDays(store, model.spec.id, span, model)) {
    if (day.version === model.version) yield day;
  }
}

async function* outcomesOf(store: Store, model: Model, span: Span): AsyncGenerator<ObservedOutcome> {
  const served = { model: model.spec.id, only: model.version };
  for await (const row of readOutcomes(store, served, "actual", span, true)) {
    const { receipt: id, estimate, actual, low, high, level, logged = null } = row;
    if (actual === null) continue;
    const inputs = row.inputs === null ? null : (JSON.parse(row.inputs) as Inputs);
    yield { id, at: new Date(row.predicted_at), inputs, estimate, actual, low, high, level, logged };
  }
}
