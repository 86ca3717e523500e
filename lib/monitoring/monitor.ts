import { setImmediate } from "node:timers/promises";
import { yardstickOf, type Yardstick } from "../judging/measures";
import type { Model } from "../model/model";
import { startOfDay } from "../store/days";
import { DISPLAY_LEVEL } from "./claims";
import { DriftWatch } from "./drift";
import { referenceOf } from "./drift-reference";
import { LogCounts } from "./log-counts";
import { judgePerformance, measureOutcomes, type JudgedOutcome } from "./performance";
import { periodsBetween } from "./periods";
import type { VersionReport, Period } from "./report";
import { compareReported } from "./reported";
import { StableSample } from "./stable-sample";

/**
 * Of more outcomes than this, figures come from a sample of at least half as many: it knows a median error to within 3%
 * of it, and measuring all of them would keep others waiting.
 */
export const MOST_MEASURED = 5_000;

/** What the log holds of a day. */
export interface ObservedDay {
  /** The start of the day, in milliseconds since 1970. */
  day: number;
  /** Rows of the log, each of which stands for as many predictions as its weight. */
  rows: number;
  predictions: number;
  refusals: number;
  /** Estimates with at least one warning; a refusal is none of them. */
  warned: number;
  /** What `LogCounts` wrote of the rows; null where nothing is known but how many there were. */
  counts: string | null;
}

/** An outcome that was reported for an estimate of this model, the last correction alone. */
export interface ObservedOutcome extends JudgedOutcome {
  /** That of the prediction. */
  id: string;
  at: Date;
  /** How many predictions the row of the log stands for that holds the estimate; null where there is none. */
  logged: number | null;
}

/** What happened in a window, in any order. */
export interface ObservedWindow {
  days: Iterable<ObservedDay> | AsyncIterable<ObservedDay>;
  outcomes: Iterable<ObservedOutcome> | AsyncIterable<ObservedOutcome>;
}

type Volume = VersionReport["volume"];
interface Day {
  volume: Volume;
  /** Of the outcomes that are measured. */
  outcomes: JudgedOutcome[];
}

const noVolume = (): Volume => ({ predictions: 0, refusals: 0, warned: 0, logged: 0, outcomes: 0 });

function addVolume(sum: Volume, day: Volume): void {
  for (const key of Object.keys(sum) as (keyof Volume)[]) sum[key] += day[key];
}

/**
 * How a model does in the world: volume, drift of inputs and estimates against the training rows, and accuracy from
 * outcomes against what the card claims. Memory does not grow with predictions or outcomes, and others have their turn
 * between its parts.
 *
 * @param window predictions and outcomes of this version of the model
 * @param now stamped on the report
 * @throws where inputs name a level that the model does not have
 */
export async function monitor(model: Model, window: ObservedWindow, now: Date): Promise<VersionReport> {
  const days = new Map<number, Day>();
  const dayOf = (start: number) => {
    const known = days.get(start);
    if (known) return known;
    const day: Day = { volume: noVolume(), outcomes: [] };
    days.set(start, day);
    return day;
  };

  const watch = new DriftWatch(referenceOf(model));
  const counts = new LogCounts(model);
  for await (const { day, rows, predictions, refusals, warned, counts: written } of window.days) {
    addVolume(dayOf(day).volume, { predictions, refusals, warned, logged: rows, outcomes: 0 });
    if (written !== null) counts.merge(written);
  }
  counts.addTo(watch, "all");
  await setImmediate();

  // What is left of the counts is of estimates without a reported outcome.
  const sample = new StableSample<ObservedOutcome>(MOST_MEASURED);
  const volume = noVolume();
  for await (const outcome of window.outcomes) {
    const { id, at, inputs, estimate, logged } = outcome;
    dayOf(startOfDay(at.getTime())).volume.outcomes++;
    if (logged !== null) counts.remove({ encoded: inputs && model.reading.encode(inputs), estimate, weight: logged });
    sample.offer(id, () => outcome);
  }
  for (const outcome of sample.items) dayOf(startOfDay(outcome.at.getTime())).outcomes.push(outcome);
  for (const day of days.values()) addVolume(volume, day.volume);
  await setImmediate();

  const drift = watch.report();
  await setImmediate();
  const estimates = volume.predictions - volume.refusals;
  const reported = await compareReported(model, sample.items, counts, { outcomes: volume.outcomes, estimates });
  await setImmediate();
  const performance = await judgePerformance(model, sample.items, reported);
  const periods = await gatherPeriods(days, yardstickOf(model));
  return {
    model: model.spec.id,
    version: model.version,
    at: now.toISOString(),
    window: periods.length === 0 ? null : { from: periods[0]!.from, to: periods.at(-1)!.to },
    volume,
    periods,
    drift,
    performance,
  };
}

async function gatherPeriods(days: Map<number, Day>, yardstick: Yardstick): Promise<Period[]> {
  if (days.size === 0) return [];
  const starts = [...days.keys()].sort((a, b) => a - b);
  const periods: Period[] = [];
  let next = 0;
  for (const { from, to } of periodsBetween(starts[0]!, starts.at(-1)!)) {
    const volume = noVolume();
    const outcomes: JudgedOutcome[] = [];
    for (; next < starts.length && starts[next]! < to; next++) {
      const day = days.get(starts[next]!)!;
      addVolume(volume, day.volume);
      for (const outcome of day.outcomes) outcomes.push(outcome);
    }
    const measures = measureOutcomes(outcomes, DISPLAY_LEVEL, yardstick);
    periods.push({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...volume, measures });
    await setImmediate();
  }
  return periods;
}
