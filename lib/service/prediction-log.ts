import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import type { Prediction } from "../model/answer/predict";
import { processState } from "../process-state";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { addPredictions, forgetPredictions } from "../store/predictions";
import { withStore } from "../store/store";
import type { PredictionRow } from "../store/tables";
import { logWarning } from "./log";
import { LogShare } from "./log-share";
import { settings } from "./settings";

/** What waits to be written; past so many, predictions are not logged, and counted as dropped. */
const MOST_WAITING = 10_000;
const ROWS_AT_ONCE = 1_000;
const PAUSE_MILLISECONDS = 1_000;
const PAUSE_WHEN_AWAY_MILLISECONDS = 5_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Log {
  /** As they are to be written: a prediction as it is would keep many small objects from being collected. */
  waiting: PredictionRow[];
  dropped: number;
  timer?: NodeJS.Timeout;
  writing?: Promise<void>;
  share: LogShare;
  /** Nothing to write to: what is logged is forgotten at once. */
  off: boolean;
  forgotAt: number;
}

export const predictionLog = processState("prediction-log", (): Log => ({
  waiting: [],
  dropped: 0,
  share: new LogShare(),
  off: false,
  forgotAt: 0,
}));

/**
 * Note a prediction, to be written behind: what it costs is a push to a list. Where only a sample is kept, by
 * `LOG_SAMPLE` or because there are too many, each that is kept stands for as many as it takes.
 *
 * @param told.weight how many predictions this one stands for already, as the rows of a table do of which only some
 *   are logged
 */
export function logPrediction(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  told: { id: string; at: number; weight?: number },
): void {
  const { LOG_DAYS, LOG_SAMPLE, SIMULATION } = settings();
  if (predictionLog.off || LOG_DAYS === 0) return;
  // A simulation sends months within seconds, which is no crowd to be spared.
  const share = LOG_SAMPLE * (SIMULATION ? 1 : predictionLog.share.next());
  if (Math.random() >= share) return;
  if (predictionLog.waiting.length >= MOST_WAITING) {
    predictionLog.dropped++;
    return;
  }
  const { id, at, weight = 1 } = told;
  predictionLog.waiting.push(toRow(model, inputs, prediction, { id, at, weight: weight / share }));
  if (!predictionLog.timer) wait(PAUSE_MILLISECONDS);
}

function wait(milliseconds: number): void {
  predictionLog.timer = setTimeout(() => void writeOnce(), milliseconds).unref();
}

/** Write what is waiting, a piece at a time so that answers go between, and come back later if there is more. */
function writeOnce(): Promise<void> {
  clearTimeout(predictionLog.timer);
  return (predictionLog.writing ??= write().finally(() => (predictionLog.writing = undefined)));
}

async function write(): Promise<void> {
  const rows = predictionLog.waiting.splice(0, ROWS_AT_ONCE);
  let pause = PAUSE_MILLISECONDS;
  try {
    await withStore(async (store) => {
      await addPredictions(store, rows);
      if (Date.now() - predictionLog.forgotAt < HOUR) return;
      predictionLog.forgotAt = Date.now();
      await forgetPredictions(store, Date.now() - settings().LOG_DAYS * DAY);
    });
    if (predictionLog.waiting.length >= ROWS_AT_ONCE) pause = 0;
  } catch (error) {
    if (error instanceof StoreAwayError) {
      predictionLog.waiting.unshift(...rows);
      pause = PAUSE_WHEN_AWAY_MILLISECONDS;
    } else {
      predictionLog.dropped += rows.length;
      if (error instanceof NoStoreError) turnOff(error);
      else logWarning(`predictions could not be logged: ${(error as Error).message}`);
    }
  }
  predictionLog.timer = undefined;
  if (predictionLog.waiting.length > 0) wait(pause);
}

function turnOff({ message }: NoStoreError): void {
  Object.assign(predictionLog, { off: true, waiting: [], dropped: 0 });
  logWarning(`predictions are not logged: ${message}`);
}

/** Write what is still waiting, before the process ends; gives up where the store is away. */
export async function drainPredictionLog(): Promise<void> {
  while (predictionLog.waiting.length > 0) {
    await predictionLog.writing;
    const before = predictionLog.waiting.length;
    await writeOnce();
    if (predictionLog.waiting.length >= before) return;
  }
  await predictionLog.writing;
}

function toRow(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  { id, at, weight }: Pick<PredictionRow, "id" | "at" | "weight">,
): PredictionRow {
  const estimated = prediction.estimate === null ? undefined : prediction;
  return {
    model: model.spec.id,
    at,
    id,
    version: model.version,
    inputs: settings().LOG_INPUTS ? JSON.stringify(inputs) : null,
    estimate: prediction.estimate,
    low: estimated?.interval?.low ?? null,
    high: estimated?.interval?.high ?? null,
    level: estimated?.interval?.level ?? null,
    refusal: prediction.refusal?.code ?? null,
    warnings: JSON.stringify(prediction.warnings.map(({ code, input }) => ({ code, input }))),
    weight,
  };
}
