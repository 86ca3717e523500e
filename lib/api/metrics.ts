import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Model } from "../regression/model";
import type { Prediction } from "../regression/predict";
import type { BatchSummary } from "../scoring/summary";
import { predictionLog } from "./prediction-log";
import { listModels } from "../regression/registry";

/** What Prometheus is told. Labels come from the routes and the models alone, so that no caller can add a series. */
const registry = new Registry();
const registers = [registry];

const durations = new Histogram({
  name: "http_request_duration_seconds",
  help: "from a request's arrival to its answer's headers",
  labelNames: ["method", "route", "status"] as const,
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers,
});

new Counter({
  name: "http_requests_total",
  help: "requests answered, by the template of their address",
  labelNames: ["method", "route", "status"] as const,
  registers,
  async collect() {
    this.reset();
    for (const { metricName, labels, value } of (await durations.get()).values) {
      if (metricName?.endsWith("_count")) this.inc(labels, value);
    }
  },
});

const predictions = new Counter({
  name: "glasshouse_predictions_total",
  help: "rows that a model was asked about, by outcome: estimate or refusal",
  labelNames: ["model", "version", "outcome"] as const,
  registers,
});

const refusals = new Counter({
  name: "glasshouse_refusals_total",
  help: "rows without an estimate, by reason",
  labelNames: ["model", "version", "code"] as const,
  registers,
});

const outsideTraining = new Counter({
  name: "glasshouse_outside_training_range_total",
  help: "values that the training rows do not reach, by input",
  labelNames: ["model", "version", "input"] as const,
  registers,
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
    this.set(predictionLog.waiting.length);
  },
});

new Gauge({
  name: "glasshouse_model_info",
  help: "1 for each model that is served",
  labelNames: ["model", "version"] as const,
  registers,
  async collect() {
    this.reset();
    // A model that cannot be loaded is told by readiness and the log; the other figures are still wanted.
    for (const { spec, version } of await listModels().catch(() => [])) this.set({ model: spec.id, version }, 1);
  },
});

export function countRequest(method: string, route: string, status: number, milliseconds: number): void {
  durations.observe({ method, route, status }, milliseconds / 1000);
}

export function countPrediction({ spec, version }: Model, prediction: Prediction): void {
  const model = spec.id;
  predictions.inc({ model, version, outcome: prediction.estimate === null ? "refusal" : "estimate" });
  if (prediction.estimate === null) refusals.inc({ model, version, code: prediction.refusal.code });
  for (const { input } of prediction.warnings) if (input) outsideTraining.inc({ model, version, input });
}

/** The same for many rows at once. Which inputs were out of range is not counted, only told in the answer. */
export function countBatch({ spec, version }: Model, { scored, refused, refusals: reasons }: BatchSummary): void {
  const model = spec.id;
  if (scored > 0) predictions.inc({ model, version, outcome: "estimate" }, scored);
  if (refused > 0) predictions.inc({ model, version, outcome: "refusal" }, refused);
  for (const [code, count] of Object.entries(reasons)) if (count > 0) refusals.inc({ model, version, code }, count);
}

let watchesProcess = false;

/** Everything counted since the process began, in Prometheus' text format. */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  // From the first scrape on, since watching the event loop and the garbage collector is not free.
  if (!watchesProcess) collectDefaultMetrics({ register: registry });
  watchesProcess = true;
  return { type: registry.contentType, text: await registry.metrics() };
}
