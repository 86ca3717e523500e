import { z } from "zod";

/** What a ratio study and the card measure, by the names of the report. */
export const measureNameSchema = z.enum([
  "mdape",
  "mdae",
  "within10",
  "withinTolerance",
  "medianRatio",
  "coverage",
  "cod",
  "prd",
  "prb",
]);

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens");

/** When its owner is to be told of a model: data of its description, as everything else about it. */
export const alertRuleSchema = z.discriminatedUnion("metric", [
  z.strictObject({ id, metric: z.literal("drift") }),
  z.strictObject({
    id,
    metric: z.literal("accuracy"),
    /** Of those that the model is measured by: `mdape` and `within10`, or with another tolerance what stands for them. */
    measures: z.array(measureNameSchema).min(1).default(["mdape", "mdae", "within10", "withinTolerance", "medianRatio", "coverage"]),
  }),
  z.strictObject({
    id,
    metric: z.literal("refusals"),
    /** A share of the predictions that is proven to be exceeded before anybody is told. */
    above: z.number().min(0).max(1).default(0.1),
  }),
  z.strictObject({
    id,
    metric: z.literal("volume"),
    /** Predictions in the window. */
    below: z.int().positive().default(1),
  }),
]);

export const alertRulesSchema = z
  .array(alertRuleSchema)
  .max(50)
  .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, "ids must all be different");

export type AlertRule = z.infer<typeof alertRuleSchema>;

/** For a model whose description has none. */
export const defaultAlertRules: AlertRule[] = alertRulesSchema.parse([
  { id: "drift", metric: "drift" },
  { id: "accuracy", metric: "accuracy" },
  { id: "refusals", metric: "refusals" },
]);
