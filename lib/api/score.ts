import type { Inputs } from "../regression/input";
import type { Model } from "../regression/model";
import { predict, type Prediction } from "../regression/predict";
import { countPrediction } from "./metrics";

/** Predict and count it: how every protocol asks a model. */
export function score(model: Model, inputs: Inputs, level?: number): Prediction {
  const prediction = predict(model, inputs, { level });
  countPrediction(model, prediction);
  return prediction;
}
