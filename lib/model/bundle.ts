import { sha256 as digest } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { compileDesign, INTERCEPT } from "../linear/design";
import type { Spec } from "./spec";

/**
 * What training writes and prediction reads. The same spec and the same table give the same bytes.
 * All numbers of the fit are on the scale of the fit (the logarithm for a log target); accuracy and the
 * histogram are in the target's own unit.
 */
export type Artifact = z.infer<typeof artifactSchema>;
export type Accuracy = Artifact["accuracy"];

const number = z.number();
const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hex");

const errors = {
  rmse: number,
  mae: number,
  mdape: number,
  within5: number,
  within10: number,
  within20: number,
};

export const artifactSchema = z.strictObject({
  format: z.literal(1),
  /** SHA-256 of the spec it was trained for, and of the table's bytes. */
  spec: hash,
  data: hash,
  coefficients: z.array(
    z.strictObject({
      term: z.string(),
      estimate: number,
      standardError: number,
      robustStandardError: number,
      t: number,
      p: number,
      low: number,
      high: number,
      vif: number.nullable(),
    }),
  ),
  /** Rows of the upper triangle of R in X = QR, from the diagonal on: what exact intervals need. */
  r: z.array(z.array(number)),
  fit: z.strictObject({
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
    breuschPagan: z.strictObject({ statistic: number, df: count, p: number }).nullable(),
  }),
  /** Mean of exp(residual), which turns the median of a log target into its mean; null for other targets. */
  smearing: number.nullable(),
  /** The rows the fit leans on most, counted from 1. */
  influential: z.array(
    z.strictObject({
      row: count,
      leverage: number,
      cooksDistance: number,
      studentisedResidual: number,
    }),
  ),
  residualQuantiles: z.array(z.strictObject({ probability: number, expected: number, residual: number })),
  /** Errors on rows left out; null where there are too few rows for intervals from them. */
  conformal: z
    .strictObject({
      size: z.strictObject({ intercept: number, slope: number, floor: number }),
      scores: z.array(number).min(1),
    })
    .nullable(),
  /** Leave-one-out: each row estimated by the model fitted without it. Shares are between 0 and 1. */
  accuracy: z.strictObject({
    ...errors,
    predictiveR2: number,
    /** The same for "always the mean of the others". */
    baseline: z.strictObject(errors),
    /** See `ratioStudy`; null where outcomes or estimates are not positive. */
    ratio: z.strictObject({ median: number, cod: number, prd: number, prb: number }).nullable(),
    /** The share of rows inside the intervals of a level: those of the answers, and those of either kind. */
    coverage: z.array(
      z.strictObject({
        level: number,
        measured: number,
        t: number,
        conformal: number.nullable(),
      }),
    ),
    /** The probability of being within 10 % as claimed, and the share that was, for rows of like probability. */
    calibration: z.array(z.strictObject({ claimed: number, measured: number, n: count })),
    /** Rows with the target in a range, or with an input at a value. */
    segments: z.array(
      z.strictObject({
        by: z.string(),
        range: z.strictObject({ low: number, high: number }).nullable(),
        value: z.union([number, z.boolean(), z.string()]).nullable(),
        n: count,
        mdape: number,
        within10: number,
        medianRatio: number.nullable(),
      }),
    ),
  }),
  /** The largest leverage among the training rows that do not fit themselves; a row beyond it is an unusual combination. */
  maxLeverage: number,
  /** What the training rows hold of each input: the extremes of a number, the rows at each level otherwise. */
  ranges: z.record(
    z.string(),
    z.union([z.strictObject({ min: number, max: number }), z.strictObject({ counts: z.record(z.string(), count) })]),
  ),
  /** Of the target among the training rows; one more edge than counts. */
  histogram: z.strictObject({ edges: z.array(number), counts: z.array(count) }),
  /** Training rows that explanations are measured against, by column: raw inputs encoded, and outcomes. */
  background: z.strictObject({
    inputs: z.record(z.string(), z.array(number)),
    actual: z.array(number),
  }),
});

/** An artifact that must not be used; `message` names the first thing that does not match. */
export class ArtifactError extends Error {
  override name = "ArtifactError";
}

/** SHA-256 of a text, in hex: in Node and in browsers alike, which offer it on pages from HTTPS alone, and only later. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

/** The hash that binds an artifact to the description it was trained for, but for whom it alerts, which trains nothing. */
export function hashSpec({ alerts: _, ...trained }: Spec): string {
  return sha256(JSON.stringify(trained));
}

/** The artifact as the text of its file: keys in the schema's order, one line each, so that a difference can be read. */
export function writeArtifact(artifact: Artifact): string {
  const lines = Object.entries(artifactSchema.parse(artifact)).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/**
 * Read an artifact for a spec, and refuse whatever is not fully understood.
 *
 * @param json what `JSON.parse` gave for an `artifact.json`
 * @throws ArtifactError naming the first mismatch
 */
export function readArtifact(json: unknown, spec: Spec): Artifact {
  const parsed = artifactSchema.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new ArtifactError(`${path.join(".") || "artifact.json"}: ${message}`);
  }
  const artifact = parsed.data;
  const refuse = (matches: boolean, message: string) => {
    if (!matches) throw new ArtifactError(message);
  };
  refuse(
    artifact.spec === hashSpec(spec),
    "spec: model.json has changed since the artifact was trained; train the model again",
  );

  const terms = [INTERCEPT, ...compileDesign(spec).columns.map((column) => column.name)];
  const p = terms.length;
  refuse(artifact.coefficients.length === p, `coefficients: there must be ${p}`);
  terms.forEach((term, index) => {
    refuse(artifact.coefficients[index]!.term === term, `coefficients.${index}.term: must be ${term}`);
  });
  const { n, df, sigma } = artifact.fit;
  refuse(artifact.fit.p === p, `fit.p: must be ${p}`);
  refuse(df >= 1 && df === n - p, "fit.df: must be n − p and at least 1");
  refuse(sigma >= 0, "fit.sigma: must not be negative");
  refuse(artifact.r.length === p, `r: must have ${p} rows`);
  artifact.r.forEach((row, index) => {
    refuse(row.length === p - index, `r.${index}: must have ${p - index} numbers`);
    refuse(row[0] !== 0, `r.${index}.0: must not be 0`);
  });
  refuse(spec.interval === "t" || artifact.conformal !== null, "conformal: must be there for conformal intervals");
  refuse(spec.target.transform !== "log" || artifact.smearing !== null, "smearing: must be there for a log target");
  const { inputs, actual } = artifact.background;
  refuse(actual.length > 0, "background.actual: must not be empty");
  for (const { name, kind } of spec.inputs) {
    const range = artifact.ranges[name];
    refuse(
      range !== undefined && "min" in range === (kind === "number" || kind === "integer"),
      `ranges.${name}: must describe the input`,
    );
    refuse(inputs[name]?.length === actual.length, `background.inputs.${name}: must have ${actual.length} numbers`);
  }
  const { edges, counts } = artifact.histogram;
  refuse(edges.length === counts.length + 1, "histogram.edges: must be one more than counts");
  return artifact;
}
