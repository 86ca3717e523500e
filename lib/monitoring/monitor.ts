import { yardstickOf, type Yardstick } from "../judging/measures";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { DISPLAY_LEVEL } from "./claims";
import { DriftWatch } from "./drift";
import { referenceOf } from "./drift-reference";
import { judgePerformance, measureOutcomes, type JudgedOutcome } from "./performance";
import { periodsBetween, startOfDay } from "./periods";
import type { VersionReport, Period } from "./report";
import { ReportedWatch } from "./reported";

/** A prediction as it was answered. */
export interface ObservedPrediction {
  /** By which outcomes know it, where there can be any. */
  id?: string;
  at: Date;
  /** Null where they are not kept: drift is then that of the estimates alone. */
  inputs: Inputs | null;
  /** In the target's unit; null where the model refused. */
  estimate: number | null;
  /** How many warnings it came with. */
  warnings: number;
  /** How many predictions it stands for, where only a sample is kept; 1 unless told. */
  weight?: number;
}

/** An outcome that was reported for an estimate of this model, the last correction alone. */
export interface ObservedOutcome extends JudgedOutcome {
  /** That of the prediction. */
  id?: string;
  at: Date;
}

/** What happened in a window, in any order. */
export interface ObservedWindow {
  predictions: Iterable<ObservedPrediction> | AsyncIterable<ObservedPrediction>;
  outcomes: Iterable<ObservedOutcome> | AsyncIterable<ObservedOutcome>;
}

type Volume = VersionReport["volume"];
interface Day {
  volume: Volume;
  outcomes: JudgedOutcome[];
}

const noVolume = (): Volume => ({ predictions: 0, refusals: 0, warned: 0, logged: 0, outcomes: 0 });

function addVolume(sum: Volume, day: Volume): void {
  for (const key of Object.keys(sum) as (keyof Volume)[]) sum[key] += day[key];
}

/**
 * How a model does in the world: volume, drift of inputs and estimates against the training rows, and accuracy from
 * outcomes against what the card claims. Predictions are looked at one by one and forgotten, outcomes are held.
 *
 * @param window predictions and outcomes of this version of the model
 * @param now stamped on the report
 * @throws where inputs name a level that the model does not have
 */
export async function monitor(model: Model, window: ObservedWindow, now: Date): Promise<VersionReport> {
  const days = new Map<number, Day>();
  const dayOf = (at: Date) => {
    const start = startOfDay(at.getTime());
    const known = days.get(start);
    if (known) return known;
    const day: Day = { volume: noVolume(), outcomes: [] };
    days.set(start, day);
    return day;
  };

  const outcomes: ObservedOutcome[] = [];
  for await (const outcome of window.outcomes) {
    const day = dayOf(outcome.at);
    day.volume.outcomes++;
    day.outcomes.push(outcome);
    outcomes.push(outcome);
  }
  const watch = new DriftWatch(referenceOf(model));
  const reported = new ReportedWatch(model, outcomes);
  for await (const { id, at, inputs, estimate, warnings, weight = 1 } of window.predictions) {
    const { volume } = dayOf(at);
    volume.logged++;
    volume.predictions += weight;
    if (estimate === null) volume.refusals += weight;
    if (warnings > 0) volume.warned += weight;
    const row = { encoded: inputs && model.reading.encode(inputs), estimate, weight };
    watch.add(row);
    reported.add(id, row);
  }

  const volume = noVolume();
  for (const day of days.values()) addVolume(volume, day.volume);
  const periods = gatherPeriods(days, yardstickOf(model));
  return {
    model: model.spec.id,
    version: model.version,
    at: now.toISOString(),
    window: periods.length === 0 ? null : { from: periods[0]!.from, to: periods.at(-1)!.to },
    volume,
    periods,
    drift: watch.report(),
    performance: judgePerformance(model, outcomes, reported.report(volume.predictions - volume.refusals)),
  };
}

function gatherPeriods(days: Map<number, Day>, yardstick: Yardstick): Period[] {
  if (days.size === 0) return [];
  const starts = [...days.keys()].sort((a, b) => a - b);
  let next = 0;
  return periodsBetween(starts[0]!, starts.at(-1)!).map(({ from, to }) => {
    const volume = noVolume();
    const outcomes: JudgedOutcome[] = [];
    for (; next < starts.length && starts[next]! < to; next++) {
      const day = days.get(starts[next]!)!;
      addVolume(volume, day.volume);
      for (const outcome of day.outcomes) outcomes.push(outcome);
    }
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      ...volume,
      measures: measureOutcomes(outcomes, DISPLAY_LEVEL, yardstick),
    };
  });
}
