import { z } from "zod";
import { answers } from "../../openapi/names";
import { inputValue, modelId, unit, version } from "../models/schema";

/** In both outcomes of a prediction. */
const asked = { model: modelId, version };
const observed = {
  derived: z.record(z.string(), z.number()).describe("the derived features, by name"),
  warnings: z.array(
    z.strictObject({
      code: z.enum([
        "outside_training_range",
        "seen_once",
        "unknown_level",
        "unusual_combination",
        "estimate_not_positive",
      ]),
      input: z.string().optional(),
      detail: z.string(),
    }),
  ),
};

const measured = z
  .strictObject({ share: z.number().min(0).max(1), n: z.int().positive() })
  .nullable()
  .describe(
    "the coverage at this level of n training rows with similar estimates, each left out; null where there are too few rows or no similar estimates",
  );

export const estimateSchema = z
  .strictObject({
    ...asked,
    estimate: z.number().describe("unrounded, in the target's unit; for a transformed target the median"),
    mean: z.number().optional().describe("for a transformed target: the smearing estimate of the mean"),
    unit,
    interval: z
      .strictObject({ level: z.number(), low: z.number(), high: z.number(), measured })
      .nullable()
      .describe(
        "the prediction interval: it contains the actual value with probability level; null where it is not known",
      ),
    intervalReason: z
      .strictObject({ code: z.enum(["no_evidence"]), detail: z.string() })
      .optional()
      .describe("why interval is null"),
    confidence: z
      .strictObject({ within: z.number(), relative: z.boolean(), probability: z.number().min(0).max(1) })
      .nullable()
      .describe(
        "the probability that the estimate is within this share of the actual value (relative) or within this amount; null where it is not known, as with a warning",
      ),
    fsd: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        "the forecast standard deviation: half the width of the 68.3% interval divided by the estimate; null where it is not known, as with a warning",
      ),
    baseline: z.number().nullable().describe("the mean estimate over the training rows; null where there are none"),
    contributions: z
      .array(z.strictObject({ input: z.string(), value: inputValue, amount: z.number() }))
      .nullable()
      .describe(
        "the contribution of each input; they sum to estimate − baseline; null where there are no training rows",
      ),
    assumed: z
      .array(z.strictObject({ input: z.string(), value: inputValue }))
      .optional()
      .describe("the assumed values of inputs that were left out; absent where none was"),
    ...observed,
    receipt: z
      .string()
      .optional()
      .describe(
        "the receipt of the estimate: send it to /api/outcomes with the actual value; absent where the server cannot sign receipts",
      ),
  })
  .describe("An estimate with its prediction interval and contributions.")
  .register(answers, { id: "Estimate" });

export const refusalSchema = z
  .strictObject({
    ...asked,
    estimate: z.null(),
    unit,
    refusal: z.strictObject({ code: z.enum(["estimate_not_positive", "too_far_from_training"]), detail: z.string() }),
    ...observed,
  })
  .describe("No estimate, because it would mislead, and the reason.")
  .register(answers, { id: "Refusal" });

export const predictionSchema = z.union([estimateSchema, refusalSchema]).register(answers, { id: "Prediction" });
export type PredictionAnswer = z.infer<typeof predictionSchema>;
