import type { KeyObject } from "node:crypto";
import type { Read } from "../model/inputs/read-inputs";
import type { Inputs } from "../model/inputs/schema";
import type { Model } from "../model/model";
import { predict, type Prediction } from "../model/answer/predict";
import { countPrediction } from "./metrics";
import { logPrediction } from "./prediction-log";
import { nextId } from "./next-id";
import { firstView, isNotLookedAt } from "./page-view";
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

/**
 * Predict from inputs that were read, and remember: how every protocol asks a model.
 *
 * @param asking the same object for all rows of one call
 */
export function score(
  model: Model,
  { inputs, encoded }: Read,
  asking: Asking = {},
): { prediction: Prediction; receipt: string | undefined } {
  const prediction = predict(model, inputs, { level: asking.level, encoded });
  return { prediction, receipt: remember(model, inputs, prediction, asking) };
}

/**
 * Count a prediction that a program is given, and log it.
 *
 * @returns the receipt of an estimate, if there is a key to sign it with; a refusal has none
 */
function remember(model: Model, inputs: Inputs, prediction: Prediction, asking: Remembering): string | undefined {
  const { key, at = Date.now() } = asking;
  const made = { id: nextId(), at };
  countPrediction(model, prediction);
  logPrediction(model, inputs, prediction, { ...made, call: asking });
  return receiptOf(model, inputs, prediction, made, key);
}

/**
 * Count and log the prediction of a page that is looked at. Its address is its whole state, so looking again is no other
 * prediction: of one model, version and inputs a day has one, however often the page is loaded or its link is followed,
 * and none of a page that is fetched without being looked at. Each look has a receipt of its own all the same, as two
 * people with the same inputs can learn different outcomes; the row of the log is that of the first.
 *
 * @param headers of the request for the page
 * @returns as `score` does
 */
export function rememberPage(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  headers: Pick<Headers, "get">,
  { key, at = Date.now() }: Remembering = {},
): string | undefined {
  const made = { id: nextId(), at };
  const once = isNotLookedAt(headers) ? undefined : firstView(model, inputs, at, key);
  if (once !== undefined) {
    countPrediction(model, prediction);
    logPrediction(model, inputs, prediction, { ...made, once });
  }
  return receiptOf(model, inputs, prediction, made, key);
}

function receiptOf(
  model: Model,
  inputs: Inputs,
  prediction: Prediction,
  made: { id: string; at: number },
  key: KeyObject | undefined,
): string | undefined {
  return key && prediction.estimate !== null ? writeReceipt(key, model, inputs, prediction, made) : undefined;
}
