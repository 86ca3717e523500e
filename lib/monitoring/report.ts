import { z } from "zod";
import type { MeasureName } from "../judging/measures";
import { measureNameSchema } from "../model/alert-rules";

/** A monitoring report as plain data, for the API, its reference and the page. */
const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const moment = z.iso.datetime();
/** Estimated where the log keeps a sample, and then not always a whole number. */
const reckoned = z.number().nonnegative();

const driftVerdictSchema = z.enum(["no drift", "drift", "too few to tell"]);
const claimVerdictSchema = z.enum(["as claimed", "worse than claimed", "better than claimed", "too few to tell"]);

/** What a finding does to an alert: see `alert-levels.ts`. */
const alertStepSchema = z
  .enum(["fire", "keep", "clear"])
  .describe("what the finding does to an alert: “fire” opens it, “clear” closes it, “keep” leaves it as it is");

const driftTestSchema = z.strictObject({
  of: z.enum(["mean", "spread", "shape", "shares"]).describe("what is compared"),
  name: z.enum(["Welch", "Brown–Forsythe", "Kolmogorov–Smirnov", "χ²"]),
  statistic: z.number(),
  threshold: z.number().describe("the critical value of the test, adjusted for the number of tests in the report"),
  degreesOfFreedom: z.number().nullable(),
  p: share,
  adjustedP: share.describe("p-value adjusted by Benjamini–Hochberg over all tests of the report"),
  size: z
    .number()
    .describe(
      "the size of the difference: for the mean in standard deviations of the sample that varies more, for the spread as a share of the spread in training, for the shape in standard deviations (Wasserstein), for shares the stability index",
    ),
  smallest: z.number().describe("the smallest size that matters"),
  matters: z
    .boolean()
    .describe("whether the size is at least the smallest that matters; for mean and spread with 90% confidence"),
});

const featureDriftSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  of: z.enum(["input", "estimate"]),
  verdict: driftVerdictSchema,
  detail: z.string().describe("the finding as a sentence"),
  rows: count,
  referenceRows: count,
  tests: z.array(driftTestSchema),
  stabilityIndex: z
    .number()
    .nullable()
    .describe("the population stability index of the bins, for information; it decides no verdict"),
  wasserstein: z
    .number()
    .nullable()
    .describe("the Wasserstein distance in standard deviations of training, for information; it decides no verdict"),
  bins: z
    .array(z.strictObject({ label: z.string(), reference: share, current: share }))
    .describe("the share of training rows and of rows in the window with each group of values"),
});

const driftSchema = z.strictObject({
  verdict: driftVerdictSchema,
  detail: z.string(),
  alert: alertStepSchema.nullable().describe("null where there are too few rows for a verdict"),
  fewest: count.describe("the number of rows that a verdict needs"),
  significance: share.describe("the probability of a false “drift” verdict in one report"),
  features: z.array(featureDriftSchema),
});

const interval = { value: z.number(), low: z.number(), high: z.number() };

const intervalSchema = z.strictObject(interval).describe("a figure with its 95% confidence interval");

const claimSchema = z.strictObject({
  measure: measureNameSchema,
  label: z.string(),
  now: intervalSchema.nullable(),
  claimed: intervalSchema.nullable().describe("the claim of the model card, with the uncertainty of the claim"),
  verdict: claimVerdictSchema,
  detail: z.string(),
  alert: alertStepSchema.nullable().describe("null where there are too few rows for a verdict, and for groups"),
});

const reportedSchema = z.strictObject({
  outcomes: count,
  estimates: reckoned.describe("estimates in the window; each can have an outcome"),
  share: share.nullable().describe("outcomes divided by estimates; null where the log does not contain every estimate"),
  verdict: z
    .enum(["like the others", "unlike the others", "too few to tell"])
    .describe("whether inputs and estimates with a reported outcome are distributed like those without"),
  differing: z.array(z.string()).describe("the labels of the inputs, or of the estimate, that differ"),
  detail: z.string().describe("what the verdicts apply to, as a sentence"),
});

const segmentSchema = z.strictObject({
  by: z.string(),
  label: z.string(),
  outcomes: count.describe("the outcomes of this group that the figures use"),
  measures: z.array(claimSchema),
});

const performanceSchema = z.strictObject({
  verdict: claimVerdictSchema,
  detail: z.string().describe("the finding on reported outcomes as a sentence"),
  outcomes: count,
  measured: count.describe(
    "the number of outcomes that the figures use: all, or a sample where there are more than 5,000",
  ),
  fewest: count.describe("the number of outcomes that a verdict needs"),
  reported: reportedSchema,
  measures: z.array(claimSchema),
  segments: z.array(segmentSchema),
});

const volumeSchema = z.strictObject({
  predictions: reckoned,
  refusals: reckoned,
  warned: reckoned.describe("estimates with at least one warning; refusals do not count"),
  logged: count.describe("the number of log rows behind these counts"),
  outcomes: count,
});

const periodSchema = z.strictObject({
  from: moment,
  to: moment,
  ...volumeSchema.shape,
  measures: z.partialRecord(measureNameSchema, intervalSchema),
});

export const versionReportSchema = z.strictObject({
  model: z.string(),
  version: z.string(),
  at: moment,
  window: z
    .strictObject({ from: moment, to: moment })
    .nullable()
    .describe("null where the window has no requests and no outcomes"),
  volume: volumeSchema,
  periods: z.array(periodSchema).describe("weeks from Monday, or calendar months where there would be over 26, in UTC"),
  drift: driftSchema,
  performance: performanceSchema,
});

export const earlierVersionSchema = z.strictObject({
  version: z.string(),
  from: moment.describe("time of the first estimate in the window"),
  to: moment.describe("time of the last estimate in the window"),
  ...volumeSchema.shape,
  measures: periodSchema.shape.measures.describe("the figures that its outcomes measure"),
});

/** The report on a model: in full for the version that is served, counts and outcomes for earlier versions. */
export const monitoringReportSchema = z.strictObject({
  ...versionReportSchema.shape,
  earlier: z
    .array(earlierVersionSchema)
    .describe("versions that gave estimates in the window and are not served now, the most recent first"),
});

export type VersionReport = z.infer<typeof versionReportSchema>;
export type EarlierVersion = z.infer<typeof earlierVersionSchema>;
export type MonitoringReport = z.infer<typeof monitoringReportSchema>;
export type FeatureDrift = z.infer<typeof featureDriftSchema>;
export type DriftTest = z.infer<typeof driftTestSchema>;
export type AlertStep = z.infer<typeof alertStepSchema>;
export type Drift = z.infer<typeof driftSchema>;
export type DriftVerdict = z.infer<typeof driftVerdictSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type ClaimVerdict = z.infer<typeof claimVerdictSchema>;
export type Interval = z.infer<typeof intervalSchema>;
export type Measures = Partial<Record<MeasureName, Interval>>;
export type Reported = z.infer<typeof reportedSchema>;
export type Performance = z.infer<typeof performanceSchema>;
export type Period = z.infer<typeof periodSchema>;
