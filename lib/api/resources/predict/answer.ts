import type { Model } from "../../../model/model";
import type { Prediction } from "../../../model/answer/predict";
import type { PredictionAnswer } from "./schema";

/**
 * A prediction as it is sent. Nothing is rounded; a refusal has no estimate and a reason.
 *
 * Each answer is one literal: putting objects together by spreading them costs more than the prediction itself.
 */
export function predictionAnswer({ spec, version }: Model, prediction: Prediction, receipt?: string): PredictionAnswer {
  const model = spec.id;
  const { unit } = spec.target;
  const { derived } = prediction;
  const warnings = prediction.warnings.map(({ code, input, detail }) => ({ code, input, detail }));
  if (prediction.estimate === null) {
    const { code, detail } = prediction.refusal;
    return { model, version, estimate: null, unit, refusal: { code, detail }, derived, warnings };
  }
  const { estimate, mean, interval, intervalReason, confidence, fsd, baseline, contributions, assumed } = prediction;
  return {
    model,
    version,
    estimate,
    mean,
    unit,
    interval: interval && {
      level: interval.level,
      low: interval.low,
      high: interval.high,
      measured: interval.measured && { share: interval.measured.share, n: interval.measured.n },
    },
    intervalReason: intervalReason ?? undefined,
    confidence: confidence && {
      within: confidence.within,
      relative: confidence.relative,
      probability: confidence.probability,
    },
    fsd,
    baseline,
    contributions: contributions && contributions.map(({ input, value, amount }) => ({ input, value, amount })),
    assumed: assumed.length === 0 ? undefined : assumed.map(({ input, value }) => ({ input, value })),
    derived,
    warnings,
    receipt,
  };
}

/**
 * The same in JSON. The receipt, which is the longest part, is not looked through for what must be escaped: a token has
 * no such character.
 */
export function writeAnswer(model: Model, prediction: Prediction, receipt?: string): string {
  const text = JSON.stringify(predictionAnswer(model, prediction));
  return receipt === undefined ? text : `${text.slice(0, -1)},"receipt":"${receipt}"}`;
}
