import type { KeyObject } from "node:crypto";
import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { predict, type Prediction } from "../model/answer/predict";
import { countPrediction } from "./metrics";
import { logPrediction } from "./prediction-log";
import { nextId } from "./next-id";
import { writeReceipt } from "./receipt";

export interface Asking {
  level?: number;
  /** What signs the receipt of an estimate; without it there is none. */
  key?: KeyObject;
  /** In milliseconds since 1970; now, unless told. */
  at?: number;
}

/** Predict, count it and log it: how every protocol and the pages ask a model. */
export function score(
  model: Model,
  inputs: Inputs,
  { level, key, at = Date.now() }: Asking = {},
): { prediction: Prediction; receipt: string | undefined } {
  const prediction = predict(model, inputs, { level });
  const told = { id: nextId(), at };
  countPrediction(model, prediction);
  logPrediction(model, inputs, prediction, told);
  const signed = key && prediction.estimate !== null;
  return { prediction, receipt: signed ? writeReceipt(key, model, inputs, prediction, told) : undefined };
}
