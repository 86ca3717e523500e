import { z } from "zod";
import { artifactSchema } from "../model/bundle";
import { problemKinds, typeOf, type ProblemKind, type ProblemStatus, type ProblemType } from "./problem/problem-kinds";

/**
 * What goes over the wire, as schemas. Types of answers are inferred from them, documentation is generated from
 * them, and the tests hold every answer against them. Objects are strict: what is not named here is not sent.
 */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const modelId = z.string().describe("the id of the model");
const version = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe("changes whenever the model does: the first digits of the artifact's SHA-256");
const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const inputValue = z.union([z.number(), z.boolean(), z.string()]);
const unit = z.string().optional().describe("an ISO 4217 code for money, otherwise any unit");

export const bodyErrorSchema = z.strictObject({
  pointer: z.string().describe("the field of the body at fault, as a JSON pointer (RFC 6901); # is the whole body"),
  detail: z.string().describe("what it needs"),
});
export const parameterErrorSchema = z.strictObject({
  parameter: z.string().describe("the query parameter at fault"),
  detail: z.string().describe("what it needs"),
});
export const fieldErrorSchema = z.union([bodyErrorSchema, parameterErrorSchema]);
export type FieldError = z.infer<typeof fieldErrorSchema>;

const kinds = Object.keys(problemKinds) as ProblemKind[];

/** Each kind has one status, so the two go together; `title` is the kind in words. */
export const problemSchema = z
  .strictObject({
    type: z
      .enum(kinds.map(typeOf) as [ProblemType, ...ProblemType[]])
      .describe("the kind of problem, and where it is explained"),
    title: z.string().describe("the kind in words"),
    status: z.literal([...new Set<ProblemStatus>(Object.values(problemKinds).map(({ status }) => status))]),
    detail: z.string().describe("what this request needs"),
    errors: z.array(fieldErrorSchema).optional().describe("each field at fault, up to 100 of them"),
  })
  .describe("RFC 9457: what is wrong with a request and what it needs");
export type Problem = z.infer<typeof problemSchema>;

const target = z.strictObject({
  name: z.string(),
  label: z.string(),
  unit,
  help: z.string().optional().describe("what the unit is exactly"),
  positive: z.boolean().describe("whether an estimate must be above 0; one that is not is refused"),
  transform: z.enum(["identity", "log"]).describe("log: the logarithm is fitted, and the estimate is the median"),
});

/** What training measured is published as the artifact has it: its schema is strict, so nothing else can be there. */
const { coefficients, fit, accuracy, influential, residualQuantiles } = artifactSchema.shape;

const line = {
  id: modelId,
  title: z.string(),
  summary: z.string(),
  version,
  target: target.describe("what is estimated"),
  interval: z
    .enum(["t", "conformal"])
    .describe("where intervals come from: Student's t, or the errors on rows left out"),
  accuracy: accuracy
    .omit({ coverage: true, calibration: true, segments: true })
    .describe("errors on training rows, each estimated without itself, in the target's unit; shares are from 0 to 1"),
  links: z.strictObject({ self: z.string(), predict: z.string(), page: z.string() }),
};

export const modelLineSchema = z.strictObject(line).describe("A model in one line.");
export type ModelLine = z.infer<typeof modelLineSchema>;

export const modelListSchema = z.strictObject({ models: z.array(modelLineSchema) });
export type ModelList = z.infer<typeof modelListSchema>;

export const modelCardSchema = z.strictObject({
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
  coefficients: coefficients.describe("on the scale of the fit, which is the logarithm for a log target"),
  fit: fit.describe("on the scale of the fit"),
  accuracy: accuracy.describe(
    "leave-one-out errors, with the coverage of intervals, the calibration of probabilities and parts of the table",
  ),
  influential: influential.describe("the training rows that the fit leans on most, counted from 1"),
  residualQuantiles: residualQuantiles.describe("of the studentised residuals, beside those of Student's t"),
  training: z.strictObject({ rows: count, dataHash: sha256, specHash: sha256 }),
  card: z.strictObject({ intendedUse: z.string(), limits: z.array(z.string()), source: z.string() }),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** In both outcomes of a prediction. */
const asked = { model: modelId, version };
const observed = {
  derived: z.record(z.string(), z.number()).describe("the derived features, by name"),
  warnings: z.array(
    z.strictObject({
      code: z.enum(["outside_training_range", "unusual_combination"]),
      input: z.string().optional(),
      detail: z.string(),
    }),
  ),
};

export const estimateSchema = z
  .strictObject({
    ...asked,
    estimate: z.number().describe("unrounded, in the target's unit; for a log target the median"),
    mean: z.number().optional().describe("for a log target: Duan's smearing estimate of the mean"),
    unit,
    interval: z
      .strictObject({ level: z.number(), low: z.number(), high: z.number() })
      .describe("the prediction interval: it holds the truth with probability level"),
    confidence: z
      .strictObject({ within: z.number(), probability: share })
      .describe("the probability that the estimate is within this share of the truth"),
    baseline: z.number().describe("the mean estimate over the training rows"),
    contributions: z
      .array(z.strictObject({ input: z.string(), value: inputValue, amount: z.number() }))
      .describe("what knowing each input adds to the baseline; they sum to estimate − baseline"),
    ...observed,
    receipt: z
      .string()
      .optional()
      .describe(
        "says later what the estimate was: send it to /api/outcomes with what came true; absent where nothing can be remembered",
      ),
  })
  .describe("An estimate, how far off it may be, and why.");

export const refusalSchema = z
  .strictObject({
    ...asked,
    estimate: z.null(),
    unit,
    refusal: z.strictObject({ code: z.enum(["estimate_not_positive", "too_far_from_training"]), detail: z.string() }),
    ...observed,
  })
  .describe("No estimate, because a number would mislead, and the reason.");

export const predictionSchema = z.union([estimateSchema, refusalSchema]);
export type PredictionAnswer = z.infer<typeof predictionSchema>;

/** The most rows in one call: about a tenth of a second, in which nobody else is answered. */
export const MOST_ROWS = 1_000;

/** The body of a batch, for rows of any kind: of a model's inputs in the documentation, unread ones on arrival. */
export function batchSchema<Row extends z.ZodType>(row: Row) {
  return z.strictObject(
    {
      rows: z.array(row, { error: needsRows }).max(MOST_ROWS, {
        error: `rows must be at most ${MOST_ROWS.toLocaleString("en-US")} in one call; send the others in another`,
      }),
    },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? "is not a member of this body; the only one is rows"
          : "the body must be an object with rows",
    },
  );
}

function needsRows({ input }: { input?: unknown }): string {
  return input === undefined ? "rows is required" : "rows must be a list";
}

export const rowFaultSchema = z
  .strictObject({
    estimate: z.null(),
    errors: z.array(bodyErrorSchema).describe("each field of the row at fault, up to 20 of them"),
  })
  .describe("A row that cannot be estimated as it is; the other rows are not affected.");

export const batchAnswerSchema = z
  .strictObject({
    results: z
      .array(z.union([estimateSchema, refusalSchema, rowFaultSchema]))
      .describe("one for each row, in the order of the rows"),
  })
  .describe("What predict answers for each row, or what the row needs.");
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
export type RowAnswer = BatchAnswer["results"][number];

export const liveSchema = z.strictObject({ status: z.literal("live") });
export const readySchema = z.strictObject({ status: z.literal("ready"), models: count });
export type Live = z.infer<typeof liveSchema>;
export type Ready = z.infer<typeof readySchema>;

/** The document is made from this very contract, so it is no more than named here. */
export const documentSchema = z
  .looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.record(z.string(), z.looseObject({})),
  })
  .describe("OpenAPI 3.1.");
