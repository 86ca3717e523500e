import type { KeyObject } from "node:crypto";
import type { Read } from "../model/inputs/read-inputs";
import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { predict, type Prediction } from "../model/answer/predict";
import { countPrediction } from "./metrics";
import { logPrediction } from "./prediction-log";
import { nextId } from "./next-id";
import { writeReceipt } from "./receipt";

interface Remembering {
  /** What signs the receipt of an estimate; without it there is none. */
  key?: KeyObject;
  /** In milliseconds since 1970; now by default. */
  at?: number;
}

export interface Asking extends Remembering {
  level?: number;
}

/** Predict from inputs that were read, and remember: how every protocol asks a model. */
export function score(
  model: Model,
  { inputs, encoded }: Read,
  { level, ...remembering }: Asking = {},
): { prediction: Prediction; receipt: string | undefined } {
  const prediction = predict(model, inputs, { level, encoded });
  return { prediction, receipt: remember(model, inputs, prediction, remembering) };
}

/**
 * Count a prediction that somebody is given, and log it.
 *
 * @returns the receipt of an estimate, if there is a key to sign it with; a refusal has none
 */
export function remember(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  { key, at = Date.now() }: Remembering = {},
): string | undefined {
  const made = { id: nextId(), at };
  countPrediction(model, prediction);
  logPrediction(model, inputs, prediction, made);
  return key && prediction.estimate !== null ? writeReceipt(key, model, inputs, prediction, made) : undefined;
}
