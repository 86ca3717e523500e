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
    "how many of the n training rows with estimates like this one lay in their intervals of this level, each row left out; null where too few rows are known or none was estimated so",
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
      .describe("the prediction interval: it holds the truth with probability level; null where none is known"),
    intervalReason: z
      .strictObject({ code: z.enum(["no_evidence"]), detail: z.string() })
      .optional()
      .describe("why interval is null"),
    confidence: z
      .strictObject({ within: z.number(), relative: z.boolean(), probability: z.number().min(0).max(1) })
      .nullable()
      .describe(
        "the probability that the estimate is within this share of the truth where relative, otherwise within this amount of it; null where that is not known, as with a warning",
      ),
    fsd: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        "the forecast standard deviation: half of the range that holds the truth with probability 68.3%, over the estimate; null where there is none, as with a warning",
      ),
    baseline: z.number().nullable().describe("the mean estimate over the training rows; null where there are none"),
    contributions: z
      .array(z.strictObject({ input: z.string(), value: inputValue, amount: z.number() }))
      .nullable()
      .describe(
        "what knowing each input adds to the baseline; they sum to estimate − baseline; null where there are no training rows",
      ),
    assumed: z
      .array(z.strictObject({ input: z.string(), value: inputValue }))
      .optional()
      .describe("what was assumed for inputs that were not given; absent where all were"),
    ...observed,
    receipt: z
      .string()
      .optional()
      .describe(
        "says later what the estimate was: send it to /api/outcomes with what came true; absent where nothing can be remembered",
      ),
  })
  .describe("An estimate, how far off it may be, and why.")
  .register(answers, { id: "Estimate" });

export const refusalSchema = z
  .strictObject({
    ...asked,
    estimate: z.null(),
    unit,
    refusal: z.strictObject({ code: z.enum(["estimate_not_positive", "too_far_from_training"]), detail: z.string() }),
    ...observed,
  })
  .describe("No estimate, because a number would mislead, and the reason.")
  .register(answers, { id: "Refusal" });

export const predictionSchema = z.union([estimateSchema, refusalSchema]).register(answers, { id: "Prediction" });
export type PredictionAnswer = z.infer<typeof predictionSchema>;
