import type { Model } from "../regression/model";
import type { Prediction } from "../regression/predict";
import type { PredictionAnswer } from "./contract";

/** A prediction as it is sent. Nothing is rounded; a refusal has no estimate and a reason. */
export function predictionAnswer({ spec, version }: Model, prediction: Prediction): PredictionAnswer {
  const { derived } = prediction;
  const warnings = prediction.warnings.map(({ code, input, detail }) => ({ code, input, detail }));
  const asked = { model: spec.id, version };
  const { unit } = spec.target;
  if (prediction.estimate === null) {
    const { code, detail } = prediction.refusal;
    return { ...asked, estimate: null, unit, refusal: { code, detail }, derived, warnings };
  }
  const { estimate, mean, interval, confidence, baseline, contributions } = prediction;
  return {
    ...asked,
    estimate,
    mean,
    unit,
    interval: { level: interval.level, low: interval.low, high: interval.high },
    confidence: { within: confidence.within, probability: confidence.probability },
    baseline,
    contributions: contributions.map(({ input, value, amount }) => ({ input, value, amount })),
    derived,
    warnings,
  };
}
