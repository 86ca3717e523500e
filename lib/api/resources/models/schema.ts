import { z } from "zod";
import { inferenceSchema } from "../../../linear/predictor";
import { evidenceSchema } from "../../../model/evidence";
import { answers } from "../../openapi/names";

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the answers of other resources say of a model too. */
export const modelId = z.string().describe("the id of the model");
export const version = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe("changes whenever an answer can: the first digits of a SHA-256 over all that answers come from");
export const inputValue = z.union([z.number(), z.boolean(), z.string()]).nullable();
export const unit = z.string().optional().describe("an ISO 4217 code for money, otherwise any unit");

const target = z.strictObject({
  name: z.string(),
  label: z.string(),
  unit,
  help: z.string().optional().describe("what the unit is exactly"),
  positive: z.boolean().describe("whether an estimate must be above 0; one that is not is refused"),
  transform: z
    .enum(["identity", "log", "log1p", "sqrt"])
    .describe(
      "what is fitted: the logarithm, that of 1 plus the target, or the square root; the estimate is then the median",
    ),
  tolerance: z
    .union([z.strictObject({ relative: z.number() }), z.strictObject({ absolute: z.number() })])
    .describe("how near an estimate has to be to count: within a share of the truth, or within an amount"),
});

const { fit, influential, residualQuantiles, errors, lackOfFit, inflation: gvif } = inferenceSchema.shape;
const { accuracy, test } = evidenceSchema.shape;

/** What is not known of a coefficient of a model that was not fitted here is left out. */
const coefficients = z.array(
  z.strictObject({ term: z.string(), estimate: z.number(), ...errors.element.partial().shape }),
);

/** Of the model in a line of the list; `accuracy` has more. */
const accuracySummary = accuracy.omit({ coverage: true, calibration: true, segments: true });

const coverageByEstimate = z
  .array(z.strictObject({ low: z.number(), high: z.number(), level: z.number(), share: z.number(), n: count }))
  .describe(
    "of the n training rows estimated between low and high, each left out, the share that lay in their intervals; empty where there are too few rows",
  );

const findings = z.array(
  z.strictObject({
    code: z.string(),
    detail: z.string().describe("what was found, in words"),
    evidence: z.record(z.string(), z.unknown()).describe("the figures behind the words"),
  }),
);

const line = {
  id: modelId,
  title: z.string(),
  summary: z.string(),
  version,
  publishedAt: z.iso
    .datetime()
    .nullable()
    .describe("when this version was published; null for a folder, which does not say"),
  target: target.describe("what is estimated"),
  interval: z
    .enum(["t", "conformal"])
    .nullable()
    .describe("where intervals come from: Student's t, or the errors on rows left out; null where there are none"),
  accuracy: accuracySummary
    .nullable()
    .describe(
      "errors on training rows (on a sample of 20,000 of a larger table), each estimated without itself, in the target's unit; shares are from 0 to 1; null where no rows came with the model",
    ),
  links: z.strictObject({ self: z.string(), predict: z.string(), page: z.string() }),
};

export const modelLineSchema = z
  .strictObject(line)
  .describe("A model in one line.")
  .register(answers, { id: "ModelLine" });
export type ModelLine = z.infer<typeof modelLineSchema>;

export const modelListSchema = z
  .strictObject({ models: z.array(modelLineSchema) })
  .register(answers, { id: "ModelList" });
export type ModelList = z.infer<typeof modelListSchema>;

/** Of a number, or of a date by its ISO text. */
const bound = z.union([z.number(), z.string()]);

export const modelCardSchema = z
  .strictObject({
    ...line,
    inputs: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        kind: z.enum(["number", "integer", "boolean", "category", "date"]),
        unit,
        time: z.boolean().optional().describe("whether a date has a time of day"),
        min: bound.optional().describe("the smallest value, or the first date, that is taken"),
        max: bound.optional().describe("the largest value, or the last date, that is taken"),
        levels: z.array(z.string()).optional().describe("the values that a category can have"),
        typical: inputValue.optional(),
        help: z.string().optional(),
        training: z
          .union([z.strictObject({ min: bound, max: bound }), evidenceSchema.shape.ranges.valueType.options[1]])
          .nullable()
          .describe(
            "what the training rows hold: the extremes of a number or a date, the rows at each level otherwise",
          ),
      }),
    ),
    derived: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        unit,
        help: z.string().optional(),
        formula: z.string().describe("over inputs and derived features before it"),
      }),
    ),
    terms: z
      .array(z.string())
      .nullable()
      .describe(
        "the right-hand side of the regression; the intercept is not among them; null where the owner does not show it",
      ),
    coefficients: coefficients
      .nullable()
      .describe(
        "on the scale of the fit, which is that of the transform; null where a model has none or the owner does not show them",
      ),
    fit: fit.nullable().describe("on the scale of the fit; null where the model was not fitted here"),
    accuracy: accuracy
      .extend({ coverageByEstimate })
      .nullable()
      .describe(
        "leave-one-out errors, with the coverage of intervals, the calibration of probabilities and parts of the table",
      ),
    test: test
      .unwrap()
      .nullable()
      .describe(
        "the same on a test table that the fit has not seen, as its rows would be answered; null where there is none",
      ),
    findings: findings.describe(
      "what is wrong with the model, as its page says it; all tests together find a fault in a sound model at most one time out of twenty",
    ),
    influential: influential.nullable().describe("the training rows that the fit leans on most, counted from 1"),
    residualQuantiles: residualQuantiles
      .nullable()
      .describe("of the studentised residuals, beside those of Student's t"),
    lackOfFit: lackOfFit
      .nullable()
      .describe(
        "tests of a pattern that the terms miss; robustP, t and p also hold under unequal variance; share is that of the unexplained variance; null where rows are too few or unknown",
      ),
    gvif: gvif
      .nullable()
      .describe("generalised variance inflation factors; gvif^(1/(2 df)) compares inputs, and overlap begins at 3.2"),
    training: z.strictObject({
      rows: count.nullable(),
      calibration: z
        .boolean()
        .describe(
          "whether the rows are those of a calibration table, which a model that was fitted elsewhere has not seen",
        ),
      dataHash: sha256.nullable(),
      specHash: sha256,
    }),
    card: z.strictObject({
      disclaimer: z.string().nullable().describe("what the estimate must never be used for, where the owner says so"),
      intendedUse: z.string(),
      limits: z.array(z.string()),
      source: z.string(),
    }),
  })
  .register(answers, { id: "ModelCard" });
export type ModelCard = z.infer<typeof modelCardSchema>;
