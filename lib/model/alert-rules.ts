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

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens")
  .meta({ description: "The name of the rule in notifications.", examples: ["drift"] });

/** What an alert watches, with what that is as a sentence. */
const metric = <Name extends string>(name: Name, description: string) => z.literal(name).meta({ description });

/** When its owner is to be told of a model: data of its description, as everything else about it. */
export const alertRuleSchema = z.discriminatedUnion("metric", [
  z.strictObject({ id, metric: metric("drift", "Inputs or estimates differ from those in training.") }),
  z.strictObject({
    id,
    metric: metric("accuracy", "Reported outcomes are further from the estimates than the card claims."),
    /** Of those that the model is measured by: `mdape` and `within10`, or with another tolerance what stands for them. */
    measures: z
      .array(measureNameSchema)
      .min(1)
      .meta({ description: "The measures of accuracy that count.", examples: [["mdape", "coverage"]] })
      .default(["mdape", "mdae", "within10", "withinTolerance", "medianRatio", "coverage"]),
  }),
  z.strictObject({
    id,
    metric: metric("refusals", "Many inputs get no estimate."),
    above: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: "The share of refusals that must be exceeded by more than chance.", examples: [0.1] })
      .default(0.1),
  }),
  z.strictObject({
    id,
    metric: metric("volume", "Fewer predictions come than usual."),
    below: z
      .int()
      .positive()
      .meta({ description: "The number of predictions in the last 30 days below which to notify.", examples: [1] })
      .default(1),
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
