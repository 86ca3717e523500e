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
  .describe("the first digits of a SHA-256 over everything that can change an estimate");
export const inputValue = z.union([z.number(), z.boolean(), z.string()]).nullable();
export const unit = z.string().optional().describe("an ISO 4217 code for money, otherwise any unit");

const target = z.strictObject({
  name: z.string(),
  label: z.string(),
  unit,
  help: z.string().optional().describe("the exact meaning of the unit"),
  positive: z.boolean().describe("whether an estimate must be above 0; otherwise the model refuses"),
  transform: z
    .enum(["identity", "log", "log1p", "sqrt"])
    .describe(
      "the scale of the fit: the logarithm, the logarithm of 1 plus the target, or the square root; the estimate is then the median",
    ),
  tolerance: z
    .union([z.strictObject({ relative: z.number() }), z.strictObject({ absolute: z.number() })])
    .describe("the tolerance for an accurate estimate: a share of the actual value, or an amount"),
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
    "the coverage of the n training rows with estimates between low and high, each left out; empty where there are too few rows",
  );

const findings = z.array(
  z.strictObject({
    code: z.string(),
    detail: z.string().describe("the problem as a sentence"),
    evidence: z.record(z.string(), z.unknown()).describe("the figures behind it"),
  }),
);

const line = {
  id: modelId,
  title: z.string(),
  summary: z.string(),
  version,
  publishedAt: z.iso.datetime().nullable().describe("when this version was published; null for a model of a folder"),
  target: target.describe("the target"),
  interval: z
    .enum(["t", "conformal"])
    .nullable()
    .describe("the source of the intervals: Student's t, or the errors on rows left out; null where there are none"),
  accuracy: accuracySummary
    .nullable()
    .describe(
      "errors on training rows, each left out of the fit, in the target's unit, on a sample of 20,000 of a larger table; shares are from 0 to 1; null where no rows came with the model",
    ),
  links: z.strictObject({ self: z.string(), predict: z.string(), page: z.string() }),
};

export const modelLineSchema = z
  .strictObject(line)
  .describe("A model of the list.")
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
        min: bound.optional().describe("the smallest allowed value, or the first allowed date"),
        max: bound.optional().describe("the largest allowed value, or the last allowed date"),
        levels: z.array(z.string()).optional().describe("the allowed values of a category"),
        typical: inputValue.optional(),
        help: z.string().optional(),
        training: z
          .union([z.strictObject({ min: bound, max: bound }), evidenceSchema.shape.ranges.valueType.options[1]])
          .nullable()
          .describe(
            "the training data: the extremes of a number or a date, otherwise the number of rows at each level",
          ),
      }),
    ),
    derived: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        unit,
        help: z.string().optional(),
        formula: z.string().describe("a formula of inputs and earlier derived features"),
      }),
    ),
    terms: z
      .array(z.string())
      .nullable()
      .describe("the right-hand side of the regression without the intercept; null where the owner does not show it"),
    coefficients: coefficients
      .nullable()
      .describe(
        "the coefficients on the scale of the transformed target; null where the model has none or the owner does not show them",
      ),
    fit: fit
      .nullable()
      .describe("the fit on the scale of the transformed target; null where the model was not fitted here"),
    accuracy: accuracy
      .extend({ coverageByEstimate })
      .nullable()
      .describe(
        "leave-one-out errors with the coverage of intervals, the calibration of probabilities and the accuracy by group",
      ),
    test: test
      .unwrap()
      .nullable()
      .describe("the same on a test table that was not used in the fit; null where there is none"),
    findings: findings.describe(
      "the problems on the model card; all tests together report a false one for at most 5% of sound models",
    ),
    influential: influential.nullable().describe("the most influential training rows, counted from 1"),
    residualQuantiles: residualQuantiles
      .nullable()
      .describe("quantiles of the studentised residuals beside those of Student's t"),
    lackOfFit: lackOfFit
      .nullable()
      .describe(
        "tests for lack of fit; robustP, t and p are also valid under unequal variance; share is the share of the unexplained variance; null where rows are too few or unknown",
      ),
    gvif: gvif
      .nullable()
      .describe("generalised variance inflation factors; gvif^(1/(2 df)) compares inputs, and overlap begins at 3.2"),
    training: z.strictObject({
      rows: count.nullable(),
      calibration: z
        .boolean()
        .describe("whether the rows are those of a calibration table for a model that was fitted elsewhere"),
      dataHash: sha256.nullable(),
      specHash: sha256,
    }),
    card: z.strictObject({
      disclaimer: z.string().nullable().describe("uses that the owner rules out"),
      intendedUse: z.string(),
      limits: z.array(z.string()),
      source: z.string(),
    }),
  })
  .register(answers, { id: "ModelCard" });
export type ModelCard = z.infer<typeof modelCardSchema>;
