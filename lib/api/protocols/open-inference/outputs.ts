import { withinColumn } from "../../../model/answer/tolerance";
import type { Prediction } from "../../../model/answer/predict";
import type { Model } from "../../../model/model";

/**
 * The output tensors, each with one element for each row.
 *
 * Where a row is refused its numbers are NaN, which is what a FP64 has for "not a number", and `refusal` says why; so is
 * the probability of a row outside the data, and `warnings` says why. JSON cannot write NaN as a number, and the protocol's elements are numbers, strings and booleans, so it stands there
 * as the string that Protocol Buffers write in JSON. A reader that wants numbers reads it as NaN or fails; a null many
 * would read as 0, and no number is better than a wrong one.
 */
const outputs = {
  estimate: number((prediction) => prediction.estimate),
  low: number(({ interval }) => interval!.low, true),
  high: number(({ interval }) => interval!.high, true),
  within_10: number(({ confidence }) => confidence?.probability ?? "NaN", true),
  within_tolerance: number(({ confidence }) => confidence?.probability ?? "NaN", true),
  /** The code of the refusal, "" where there is an estimate. */
  refusal: text((prediction) => (prediction.estimate === null ? prediction.refusal.code : "")),
  /** What to know about an estimate before using it, "" where there is nothing. */
  warnings: text(({ warnings }) => warnings.map(({ detail }) => detail).join("; ")),
};

export type OutputName = keyof typeof outputs;
export const outputNames = Object.keys(outputs) as [OutputName, ...OutputName[]];

type Estimated = Extract<Prediction, { refusal: null }>;

function number(of: (prediction: Estimated) => number | "NaN", ofInterval = false) {
  return {
    ofInterval,
    datatype: "FP64",
    of: (prediction: Prediction) => (prediction.estimate === null ? "NaN" : of(prediction)),
  };
}

function text(of: (prediction: Prediction) => string) {
  return { ofInterval: false, datatype: "BYTES", of };
}

/** The outputs that a model has: those of the interval are left out where it has none. */
export function outputsOf(model: Model): OutputName[] {
  const other = withinColumn(model) === "within_10" ? "within_tolerance" : "within_10";
  return outputNames.filter((name) => name !== other && (model.uncertainty !== null || !outputs[name].ofInterval));
}

/** What `GET /v2/models/{model}` says of outputs. */
export function announceOutputs(model: Model) {
  return outputsOf(model).map((name) => ({ name, datatype: outputs[name].datatype, shape: [-1] }));
}

/** An output tensor for the predictions of all rows. */
export function toTensor(name: OutputName, predictions: Prediction[]) {
  const { datatype, of } = outputs[name];
  return { name, datatype, shape: [predictions.length], data: predictions.map((prediction) => of(prediction)) };
}
