import { z } from "zod";
import type { MeasureName } from "../judging/measures";
import { measureNameSchema } from "../model/alert-rules";

/** What monitoring answers, as plain data: for the API, its documentation and the page alike. */
const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const moment = z.iso.datetime();
/** Reckoned from a sample, and then not always whole, where the log keeps a sample. */
const reckoned = z.number().nonnegative();

const driftVerdictSchema = z.enum(["no drift", "drift", "too few to tell"]);
const claimVerdictSchema = z.enum(["as claimed", "worse than claimed", "better than claimed", "too few to tell"]);

/** What an alert does with a finding: see `alert-levels.ts`. */
const alertStepSchema = z
  .enum(["fire", "keep", "clear"])
  .describe(
    "what an alert does with it: one that does not stand fires at “fire” alone, one that stands is cleared at “clear” alone",
  );

const driftTestSchema = z.strictObject({
  of: z.enum(["mean", "spread", "shape", "shares"]).describe("what is compared"),
  name: z.enum(["Welch", "Brown–Forsythe", "Kolmogorov–Smirnov", "χ²"]),
  statistic: z.number(),
  threshold: z.number().describe("what chance alone exceeds with the probability that all tests together leave to it"),
  degreesOfFreedom: z.number().nullable(),
  p: share,
  adjustedP: share.describe("Benjamini–Hochberg over all tests of the report"),
  size: z
    .number()
    .describe(
      "how large the difference is: of the mean in standard deviations of the rows that vary more, of the spread as a share of that of training, of the shape in standard deviations (Wasserstein), of shares the stability index",
    ),
  smallest: z.number().describe("the smallest size that matters"),
  matters: z.boolean().describe("whether the size is at least that; of mean and spread with a confidence of 90%"),
});

const featureDriftSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  of: z.enum(["input", "estimate"]),
  verdict: driftVerdictSchema,
  detail: z.string().describe("the finding in words"),
  rows: count,
  referenceRows: count,
  tests: z.array(driftTestSchema),
  stabilityIndex: z.number().nullable().describe("of the bins; a figure, not a verdict"),
  wasserstein: z
    .number()
    .nullable()
    .describe("the distance of Wasserstein in standard deviations of training; a figure, not a verdict"),
  bins: z
    .array(z.strictObject({ label: z.string(), reference: share, current: share }))
    .describe("the share of training rows and of rows in the window with values like these"),
});

const driftSchema = z.strictObject({
  verdict: driftVerdictSchema,
  detail: z.string(),
  alert: alertStepSchema.nullable().describe("null where there are too few rows to tell"),
  fewest: count.describe("rows needed for a verdict"),
  significance: share.describe("the probability of the verdict “drift” without drift, in one look"),
  features: z.array(featureDriftSchema),
});

const interval = { value: z.number(), low: z.number(), high: z.number() };

const intervalSchema = z.strictObject(interval).describe("with its 95% confidence interval");

const claimSchema = z.strictObject({
  measure: measureNameSchema,
  label: z.string(),
  now: intervalSchema.nullable(),
  claimed: intervalSchema.nullable().describe("as the card says, and how well it could know"),
  verdict: claimVerdictSchema,
  detail: z.string(),
  alert: alertStepSchema.nullable().describe("null where there are too few rows to tell, and for parts of the rows"),
});

const reportedSchema = z.strictObject({
  outcomes: count,
  estimates: reckoned.describe("estimates in the window, of which outcomes could be reported"),
  share: share.nullable().describe("outcomes by estimates; null where the log does not hold every estimate"),
  verdict: z
    .enum(["like the others", "unlike the others", "too few to tell"])
    .describe("whether inputs and estimates of rows with a reported outcome are like those of rows without"),
  differing: z.array(z.string()).describe("the labels of inputs, and of the estimate, that differ"),
  detail: z.string().describe("what the verdicts hold for"),
});

const segmentSchema = z.strictObject({
  by: z.string(),
  label: z.string(),
  outcomes: count.describe("of those that are measured"),
  measures: z.array(claimSchema),
});

const performanceSchema = z.strictObject({
  verdict: claimVerdictSchema,
  detail: z.string().describe("of reported outcomes alone"),
  outcomes: count,
  measured: count.describe("outcomes that the figures come from: all, or of more than 5,000 a sample"),
  fewest: count.describe("outcomes needed for a verdict"),
  reported: reportedSchema,
  measures: z.array(claimSchema),
  segments: z.array(segmentSchema),
});

const volumeSchema = z.strictObject({
  predictions: reckoned,
  refusals: reckoned,
  warned: reckoned.describe("estimates with at least one warning; a refusal is none of them"),
  logged: count.describe("rows of the log that the figures before come from"),
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
  window: z.strictObject({ from: moment, to: moment }).nullable().describe("null where nothing was seen"),
  volume: volumeSchema,
  periods: z.array(periodSchema).describe("weeks from Monday, or calendar months where there would be over 26, in UTC"),
  drift: driftSchema,
  performance: performanceSchema,
});

export const earlierVersionSchema = z.strictObject({
  version: z.string(),
  from: moment.describe("the first estimate in these days"),
  to: moment.describe("the last one"),
  ...volumeSchema.shape,
  measures: periodSchema.shape.measures.describe("what its outcomes measure"),
});

/** What is known of a model: in full of the version that is served, the counts and outcomes of those before it. */
export const monitoringReportSchema = z.strictObject({
  ...versionReportSchema.shape,
  earlier: z
    .array(earlierVersionSchema)
    .describe("versions that answered in these days and are not served now, the one that answered last first"),
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
