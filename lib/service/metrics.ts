import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Model } from "../model/model";
import type { Prediction } from "../model/answer/predict";
import { processState } from "../process-state";
import { countWaiting, predictionLog } from "./prediction-log";
import { shadowTallies } from "./shadow";
import type { BatchSummary } from "../scoring/summary";
import { listPublished } from "../registry/registry";
import { askForMetrics, isWorker } from "./worker";
import type { Metrics } from "./worker-metrics";

/** What Prometheus is told. Labels come from the routes and the models alone, so that no caller can add a series. */
const registry = new Registry();
const registers = [registry];

const labelNames = ["method", "route", "status"] as const;

const durations = new Histogram({
  name: "http_request_duration_seconds",
  help: "from a request's arrival to its answer's headers, by the template of its address; its _count counts requests",
  labelNames,
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers,
});

/**
 * What has become of the rows that a model was asked about. It is counted here and told to Prometheus when it asks: to
 * find a counter by its labels takes longer than many a prediction.
 */
interface Tally {
  model: string;
  version: string;
  estimates: number;
  /** By the code of the reason. */
  refusals: Map<string, number>;
  /** By the name of the input. */
  outsideTraining: Map<string, number>;
}

/** By model and version. */
const tallies = processState("tallies", () => new Map<string, Tally>());
const known = new WeakMap<Model, Tally>();

function tallyOf(model: Model): Tally {
  let tally = known.get(model);
  if (!tally) known.set(model, (tally = sharedTallyOf(model)));
  return tally;
}

function sharedTallyOf({ spec: { id }, version }: Model): Tally {
  const name = `${id} ${version}`;
  let tally = tallies.get(name);
  if (!tally) {
    tally = { model: id, version, estimates: 0, refusals: new Map(), outsideTraining: new Map() };
    tallies.set(name, tally);
  }
  return tally;
}

function add(counts: Map<string, number>, name: string, count = 1): void {
  if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
}

/** A counter that says of each model what its tally says. */
function tell(name: string, help: string, label: string, read: (tally: Tally) => Iterable<[string, number]>): void {
  new Counter({
    name,
    help,
    labelNames: ["model", "version", label],
    registers,
    collect() {
      this.reset();
      for (const tally of tallies.values()) {
        const { model, version } = tally;
        for (const [value, count] of read(tally)) {
          if (count > 0) this.inc({ model, version, [label]: value }, count);
        }
      }
    },
  });
}

tell(
  "glasshouse_predictions_total",
  "rows that a model was asked about, by outcome: estimate or refusal",
  "outcome",
  ({ estimates, refusals }) => [
    ["estimate", estimates],
    ["refusal", [...refusals.values()].reduce((sum, count) => sum + count, 0)],
  ],
);
tell("glasshouse_refusals_total", "rows without an estimate, by reason", "code", ({ refusals }) => refusals);
tell(
  "glasshouse_outside_training_range_total",
  "values that the training rows do not reach, by input",
  "input",
  ({ outsideTraining }) => outsideTraining,
);

new Counter({
  name: "glasshouse_shadow_answers_total",
  help: "predictions that a challenger answered in shadow, by outcome: estimate, refusal or error",
  labelNames: ["model", "version", "outcome"] as const,
  registers,
  collect() {
    this.reset();
    for (const { model, version, estimates, refusals, errors } of shadowTallies()) {
      const outcomes = { estimate: estimates, refusal: refusals, error: errors };
      for (const [outcome, count] of Object.entries(outcomes)) this.inc({ model, version, outcome }, count);
    }
  },
});

new Counter({
  name: "glasshouse_predictions_not_logged_total",
  help: "predictions that the log had no room for",
  registers,
  collect() {
    this.reset();
    this.inc(predictionLog.dropped);
  },
});

new Gauge({
  name: "glasshouse_predictions_waiting",
  help: "predictions that are yet to be written to the log",
  registers,
  collect() {
    this.set(countWaiting());
  },
});

new Gauge({
  name: "glasshouse_model_info",
  help: "1 for each model that is served",
  labelNames: ["model", "version"] as const,
  registers,
  // Of several processes, each serves it.
  aggregator: "max",
  async collect() {
    this.reset();
    // A model that cannot be loaded is told by readiness and the log; the other figures are still wanted.
    for (const { id, version } of await listPublished().catch(() => [])) this.set({ model: id, version }, 1);
  },
});

export function countRequest(method: string, route: string, status: number, milliseconds: number): void {
  const labels = { method, route, status };
  durations.observe(labels, milliseconds / 1000);
}

export function countPrediction(model: Model, prediction: Prediction): void {
  const tally = tallyOf(model);
  if (prediction.estimate === null) add(tally.refusals, prediction.refusal.code);
  else tally.estimates++;
  for (const { input } of prediction.warnings) if (input) add(tally.outsideTraining, input);
}

/** The same for many rows at once. Which inputs were out of range is not counted, only told in the answer. */
export function countBatch(model: Model, { scored, refusals }: BatchSummary): void {
  const tally = tallyOf(model);
  tally.estimates += scored;
  for (const [code, count] of Object.entries(refusals)) add(tally.refusals, code, count);
}

let watchesProcess = false;

/** What this process has counted since it began, as data. */
export async function readMetrics(): Promise<Metrics> {
  watchProcess();
  return (await registry.getMetricsAsJSON()) as Metrics;
}

/** From the first scrape on, since watching the event loop and the garbage collector is not free. */
function watchProcess(): void {
  if (!watchesProcess) collectDefaultMetrics({ register: registry });
  watchesProcess = true;
}

/**
 * Everything counted since the server began, in Prometheus' text format. Of several processes, counts and amounts are
 * added up; delays are their mean.
 */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  watchProcess();
  const whole = isWorker() ? AggregatorRegistry.aggregate(await askForMetrics<Metrics>()) : registry;
  return { type: registry.contentType, text: await whole.metrics() };
}
