import { mean } from "simple-statistics";
import { leastSquares, RankDeficientError, TooFewRowsError, type LeastSquares } from "../math/least-squares";
import { chooseTolerance, measureAccuracy } from "./accuracy";
import { FORMAT, hashDescription, type Bundle } from "../model/bundle";
import { hasShares, type Evidence } from "../model/evidence";
import { compileUncertainty } from "../model/answer/uncertainty";
import type { InferenceData, LinearData } from "../linear/predictor";
import { checkExplainable } from "../linear/explain";
import { calibrate, FEWEST_ROWS } from "./conformal";
import { compileDesign } from "../linear/columns";
import { describeBackground, describeFit, describeOutcomes, describePredictor } from "./describe";
import { describeCoefficients, influentialRows, residualQuantiles } from "./diagnose";
import { Extent } from "./extent";
import { formatQuantity, inSentence } from "../model/format";
import { INTERCEPT } from "../model/predictor";
import { leaveOneOut, type LeaveOneOut, type NumberedExample } from "./leave-one-out";
import { SystematicSample, thin } from "./sample";
import { Ranges } from "./ranges";
import type { Spec } from "../model/spec";
import { TableError, type ExampleChunk } from "./example-parser";

/** A table that can be gone through again, in the same order. The first time, factors do in the place of rows. */
export type ExampleSource = (again: boolean) => AsyncIterable<ExampleChunk> | Iterable<ExampleChunk>;

/** Residuals below this share of the variation are rounding errors: (16 digits)², with a margin. */
const EXACT_FIT = 1e-26;
/** What is left of the error without a row is a rounding error below this share of it. */
const ONE_ROW = 1e-12;
/** Rows kept for what is not a sum over all rows: medians, histograms, leave-one-out errors. */
const SAMPLE_ROWS = 20_000;
/** Scores in the bundle that conformal intervals are read from. */
const CONFORMAL_SCORES = 2_000;

function tooFewRows(n: number, p: number): TableError {
  return new TableError(`the table has ${n} rows; ${p} coefficients need at least ${p + 2}`);
}

/**
 * The same failure in the words of the spec.
 *
 * @param first row of the design: what a constant column has in every row
 */
function explainFailure(error: unknown, terms: string[], first: ArrayLike<number>): unknown {
  if (error instanceof TooFewRowsError) {
    return tooFewRows(error.n, error.p);
  }
  if (error instanceof RankDeficientError) {
    const faults = error.dependencies.map(({ column, on }) => {
      if (on.every((index) => terms[index] === INTERCEPT)) {
        return `${terms[column]} is ${formatQuantity(first[column]!)} in every row; leave it out of the terms`;
      }
      const others = on.map((index) => (terms[index] === INTERCEPT ? "a constant" : terms[index])).join(", ");
      return `${terms[column]} is determined by ${others} in every row; leave one of them out of the terms`;
    });
    return new TableError(faults.join("\n"));
  }
  return error;
}

/** What training makes: a bundle of the linear family. */
export type TrainedBundle = Bundle & { predictor: LinearData; inference: InferenceData; evidence: Evidence };

/**
 * Fit a model to a table by ordinary least squares.
 *
 * Memory does not grow with the rows: sums are over all rows, everything else (accuracy, histogram,
 * background) is over a systematic sample that is the whole table up to 20,000 rows.
 *
 * @param spec the description of the model
 * @param examples gone through several times: once to factorise, then to refine the coefficients
 * @param dataHash gives the SHA-256 of the table's bytes, in hex, once they have been gone through
 * @throws TableError when the rows are too few, the fit is exact or columns depend on each other (by their names)
 */
export async function train(spec: Spec, examples: ExampleSource, dataHash: () => string): Promise<TrainedBundle> {
  checkTrainable(spec);
  const terms = compileDesign(spec).names;

  const sample = new SystematicSample<NumberedExample>(SAMPLE_ROWS);
  const ranges = new Ranges(spec);
  const outcomes = { min: Infinity, max: -Infinity };
  let rowsBefore = 0;
  const width = spec.inputs.length;
  async function* parts() {
    for await (const chunk of examples(false)) {
      const { count, encoded, actual, factor } = chunk;
      sample.addMany(count, (index) => ({
        row: rowsBefore + index + 1,
        encoded: encoded.slice(index * width, (index + 1) * width),
        actual: actual[index]!,
      }));
      ranges.add(chunk);
      for (const outcome of actual) {
        outcomes.min = Math.min(outcomes.min, outcome);
        outcomes.max = Math.max(outcomes.max, outcome);
      }
      rowsBefore += count;
      yield factor ?? chunk;
    }
  }
  const fit = await leastSquares(() => examples(true), terms.length, parts()).catch((error: unknown) => {
    throw explainFailure(error, terms, rowOf(spec, sample.rows[0]));
  });

  const { n, p, df, residualSumOfSquares, totalSumOfSquares } = fit;
  // Leaving a row out must leave a degree of freedom.
  if (df < 2) throw tooFewRows(n, p);
  const label = inSentence(spec.target.label);
  if (outcomes.min === outcomes.max) {
    throw new TableError(`${label} is the same in every row, so there is nothing to explain`);
  }
  if (residualSumOfSquares <= EXACT_FIT * totalSumOfSquares) {
    throw new TableError(
      `${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    );
  }

  const rows = leaveOneOut(spec, fit, sample.rows);
  checkErrors(rows, fit, label);
  const conformal = rows.guess.length < FEWEST_ROWS ? null : calibrate(rows);
  if (spec.interval === "conformal" && !conformal) {
    throw new TableError(`the table has ${n} rows; conformal intervals need at least ${FEWEST_ROWS}`);
  }
  const { predictor, golden } = describePredictor(spec, fit, conformal?.size ?? null, sample.rows);
  const kind = spec.interval === "conformal" && conformal ? "conformal" : "t";
  const sigma = Math.sqrt(residualSumOfSquares / df);
  const uncertainty: Bundle["uncertainty"] = kind === "t" ? { kind, sigma, df } : { kind };
  const claims = { uncertainty: compileUncertainty(uncertainty, conformal?.scores)!, size: predictor.size };
  const background = describeBackground(spec, sample.rows, rows);
  const extent = new Extent(spec, fit, { ranges: ranges.toEvidence(), background });
  if (sample.rows.length === n) extent.addExamples(sample.rows);
  else for await (const chunk of examples(true)) extent.addChunk(chunk);
  const shares = hasShares({ outcomes });
  const actual = sample.rows.map((row) => row.actual);
  const yardstick = { tolerance: chooseTolerance(spec.target.tolerance, actual, shares), shares };

  return {
    format: FORMAT,
    spec: hashDescription(spec),
    predictor,
    inference: {
      errors: describeCoefficients(fit, rows),
      fit: await describeFit(fit, rows),
      influential: influentialRows(fit, rows),
      residualQuantiles: residualQuantiles(rows, df),
    },
    uncertainty,
    evidence: {
      rows: n,
      ranges: ranges.toEvidence(),
      ...extent.toEvidence(),
      outcomes,
      tolerance: yardstick.tolerance,
      measured: rows.guess.length,
      accuracy: measureAccuracy(spec, rows, { df, claims, yardstick }),
      smearing: spec.target.transform === "log" ? mean(Array.from(rows.residual, Math.exp)) : null,
      histogram: describeOutcomes(sample.rows),
      background,
      conformal: conformal && { scores: thin(conformal.scores, CONFORMAL_SCORES) },
    },
    golden,
    provenance: { data: dataHash() },
  };
}

/** The row of the design of an example; nothing where there is none. */
function rowOf(spec: Spec, example: NumberedExample | undefined): Float64Array {
  const design = compileDesign(spec);
  const row = new Float64Array(design.names.length);
  if (example) design.writeRow(example.encoded, row);
  return row;
}

/**
 * @throws TableError where all of the error is that of one row: without it there is none to judge an estimate by, and
 * its own error cannot be held against the others
 */
function checkErrors(rows: LeaveOneOut, { residualSumOfSquares }: LeastSquares, label: string): void {
  rows.residual.forEach((residual, index) => {
    const without = residualSumOfSquares - residual ** 2 / (1 - rows.leverage[index]!);
    if (without > ONE_ROW * residualSumOfSquares) return;
    throw new TableError(
      `without row ${formatQuantity(rows.examples[index]!.row)}, ${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    );
  });
}

/** @throws TableError or SpecError where the description says too little to train by, or more than can be explained */
function checkTrainable(spec: Spec): void {
  if (spec.terms.length === 0) throw new TableError("terms: there must be at least one to train a model");
  checkExplainable(spec);
}
