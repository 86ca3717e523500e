import { z } from "zod";
import { answers } from "../../openapi/names";

const number = z.number();
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the answers of other resources say of a model too. */
export const modelId = z.string().describe("the id of the model");
export const version = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe("changes whenever an answer can: the first digits of a SHA-256 over all that answers come from");
export const inputValue = z.union([z.number(), z.boolean(), z.string()]);
export const unit = z.string().optional().describe("an ISO 4217 code for money, otherwise any unit");

const target = z.strictObject({
  name: z.string(),
  label: z.string(),
  unit,
  help: z.string().optional().describe("what the unit is exactly"),
  positive: z.boolean().describe("whether an estimate must be above 0; one that is not is refused"),
  transform: z.enum(["identity", "log"]).describe("log: the logarithm is fitted, and the estimate is the median"),
  tolerance: z
    .union([z.strictObject({ relative: z.number() }), z.strictObject({ absolute: z.number() })])
    .describe("how near an estimate has to be to count: within a share of the truth, or within an amount"),
});

/** What is not known of a coefficient of a model that was not fitted here is left out. */
const coefficients = z.array(
  z.strictObject({
    term: z.string(),
    estimate: number,
    standardError: number.optional(),
    robustStandardError: number.optional(),
    t: number.optional(),
    p: number.optional(),
    low: number.optional(),
    high: number.optional(),
    vif: number.nullable().optional(),
  }),
);

const fit = z.strictObject({
  n: count,
  p: count,
  df: count,
  sigma: number,
  r2: number,
  adjustedR2: number,
  f: number,
  fP: number,
  aic: number,
  bic: number,
  condition: number,
  breuschPagan: z
    .strictObject({ statistic: number, df: count, p: number, spread: number })
    .nullable()
    .describe("spread: the 90th percentile of the size of errors over the 10th"),
});

const shareOfOutcome = number
  .nullable()
  .describe("null where an outcome is 0 or outcomes lie on both sides of 0, so that errors are no shares of them");
const errors = {
  rmse: number,
  mae: number,
  mdae: number.describe("the median absolute error, in the target's unit"),
  mdape: shareOfOutcome,
  within5: shareOfOutcome,
  within10: shareOfOutcome,
  within20: shareOfOutcome,
  withinTolerance: number.describe("the share within the tolerance of the target"),
};

/** Of the model in a line of the list; `accuracy` has more. */
const accuracySummary = {
  ...errors,
  predictiveR2: number,
  baseline: z.strictObject(errors),
  ratio: z.strictObject({ median: number, cod: number, prd: number, prb: number }).nullable(),
};

const accuracy = z.strictObject({
  ...accuracySummary,
  coverage: z.array(z.strictObject({ level: number, measured: number, t: number, conformal: number.nullable() })),
  coverageByEstimate: z
    .array(z.strictObject({ low: number, high: number, level: number, share: number, n: count }))
    .describe(
      "of the n training rows estimated between low and high, each left out, the share that lay in their intervals; empty where there are too few rows",
    ),
  calibration: z.array(z.strictObject({ claimed: number, measured: number, n: count })),
  segments: z.array(
    z.strictObject({
      by: z.string(),
      range: z
        .strictObject({ low: number, high: number })
        .nullable()
        .describe("of the estimates made without the row; null for rows with an input at a value"),
      value: z.union([number, z.boolean(), z.string()]).nullable(),
      n: count,
      mdae: number,
      mdape: shareOfOutcome,
      within10: shareOfOutcome,
      withinTolerance: number,
      medianRatio: number.nullable(),
      lean: z
        .strictObject({ above: count, below: count, ratio: number.nullable(), difference: number })
        .nullable()
        .describe(
          "rows with an outcome above and below their estimate; the medians of outcome over estimate, null where either is not positive, and of outcome less estimate; all null for rows with an input at a value",
        ),
    }),
  ),
  byTruth: z
    .array(z.strictObject({ range: z.strictObject({ low: number, high: number }), n: count, medianRatio: number }))
    .describe("estimate over outcome by third of the outcome, for the ratio study"),
});

const influential = z.array(
  z.strictObject({ row: count, leverage: number, cooksDistance: number, studentisedResidual: number }),
);

const residualQuantiles = z.array(z.strictObject({ probability: number, expected: number, residual: number }));

const robustTest = z.strictObject({ f: number, df1: number, df2: number, p: number, robustP: number, share: number });

const lackOfFit = z.strictObject({
  rows: count.describe("the rows that it was looked for in"),
  reset: robustTest.nullable().describe("Ramsey's RESET with squares and cubes of the fitted values"),
  pureError: robustTest.nullable().describe("of rows with equal inputs; null where hardly any repeat"),
  candidates: count.describe("squares and products of inputs"),
  screened: count.describe("of them, those that were compared with the residuals"),
  tested: count.describe("of them, those that were tested as one more term"),
  terms: z
    .array(z.strictObject({ columns: z.array(z.string()), f: number, t: number, df: number, p: number, share: number }))
    .describe("those that would help most: one column for a square, two for a product; p is adjusted for all of them"),
});

const gvif = z.array(z.strictObject({ input: z.string(), gvif: number, df: count }));

const line = {
  id: modelId,
  title: z.string(),
  summary: z.string(),
  version,
  target: target.describe("what is estimated"),
  interval: z
    .enum(["t", "conformal"])
    .nullable()
    .describe("where intervals come from: Student's t, or the errors on rows left out; null where there are none"),
  accuracy: z
    .strictObject(accuracySummary)
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

export const modelCardSchema = z
  .strictObject({
    ...line,
    inputs: z.array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        kind: z.enum(["number", "integer", "boolean", "category"]),
        unit,
        min: z.number().optional().describe("the smallest value that is taken"),
        max: z.number().optional().describe("the largest value that is taken"),
        levels: z.array(z.string()).optional().describe("the values that a category can have"),
        typical: inputValue.optional(),
        help: z.string().optional(),
        training: z
          .union([
            z.strictObject({ min: z.number(), max: z.number() }),
            z.strictObject({ counts: z.record(z.string(), count) }),
          ])
          .nullable()
          .describe("what the training rows hold: the extremes of a number, the rows at each level otherwise"),
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
    terms: z.array(z.string()).describe("the right-hand side of the regression; the intercept is not among them"),
    coefficients: coefficients
      .nullable()
      .describe("on the scale of the fit, which is the logarithm for a log target; null where a model has none"),
    fit: fit.nullable().describe("on the scale of the fit; null where the model was not fitted here"),
    accuracy: accuracy
      .nullable()
      .describe(
        "leave-one-out errors, with the coverage of intervals, the calibration of probabilities and parts of the table",
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
    training: z.strictObject({ rows: count.nullable(), dataHash: sha256.nullable(), specHash: sha256 }),
    card: z.strictObject({ intendedUse: z.string(), limits: z.array(z.string()), source: z.string() }),
  })
  .register(answers, { id: "ModelCard" });
export type ModelCard = z.infer<typeof modelCardSchema>;
