import { mean } from "simple-statistics";
import { leastSquares, RankDeficientError, TooFewRowsError, type LeastSquares } from "../math/least-squares";
import { chooseTolerance, holdingLevels, measureAccuracy } from "./accuracy";
import { FORMAT, hashDescription, type Bundle } from "../model/bundle";
import { hasShares, type Evidence } from "../model/evidence";
import { FEWEST_ROWS_FOR_CONFORMAL } from "../model/answer/coverage";
import { compileUncertainty } from "../model/answer/uncertainty";
import type { InferenceData, LinearData } from "../linear/predictor";
import { checkExplainable } from "../linear/explain";
import { calibrate } from "./conformal";
import { compileDesign } from "../linear/columns";
import { describeBackground, describeInference, describeOutcomes, describePredictor } from "./describe";
import { formatQuantity, inSentence } from "../model/format";
import { toUnit } from "../model/model";
import { INTERCEPT } from "../model/predictor";
import { Extent } from "./extent";
import { estimatesShowSides } from "../judging/lean";
import { leaveOneOut, type LeaveOneOut, type NumberedExample } from "./leave-one-out";
import { spread } from "../math/spread";
import { measureByEstimate } from "./measure-by-estimate";
import { LeftOut } from "./left-out";
import { ExampleSample } from "./sample";
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

function tooFewRows(n: number, p: number, leftOut: Evidence["leftOut"]): TableError {
  const without = leftOut
    ? ` without the ${leftOut.rows} in which ${Object.keys(leftOut.missing).join(" or ")} is missing`
    : "";
  return new TableError(`the table has ${n} rows${without}; ${p} coefficients need at least ${p + 2}`);
}

/**
 * The same failure in the words of the spec.
 *
 * @param first row of the design: what a constant column has in every row
 */
function explainFailure(
  error: unknown,
  terms: string[],
  first: ArrayLike<number>,
  leftOut: Evidence["leftOut"],
): unknown {
  if (error instanceof TooFewRowsError) {
    return tooFewRows(error.n, error.p, leftOut);
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
 * Memory does not grow with the rows: sums and ranges are over all rows, everything else (accuracy, histogram,
 * background) is over a sample that is the whole table up to 20,000 rows.
 *
 * @param spec the description of the model
 * @param examples gone through several times: once to factorise, then to refine the coefficients
 * @param dataHash gives the SHA-256 of the table's bytes, in hex, once they have been gone through
 * @throws TableError when the rows are too few, the fit is exact or columns depend on each other (by their names)
 */
export async function train(spec: Spec, examples: ExampleSource, dataHash: () => string): Promise<TrainedBundle> {
  checkTrainable(spec);
  const terms = compileDesign(spec).names;

  const sampling = new ExampleSample(SAMPLE_ROWS, spec.inputs.length);
  const ranges = new Ranges(spec);
  const absent = new LeftOut(spec);
  const outcomes = { min: Infinity, max: -Infinity };
  async function* parts() {
    for await (const chunk of examples(false)) {
      sampling.add(chunk);
      ranges.add(chunk);
      absent.add(chunk);
      for (const outcome of chunk.actual) {
        outcomes.min = Math.min(outcomes.min, outcome);
        outcomes.max = Math.max(outcomes.max, outcome);
      }
      yield chunk.factor ?? chunk;
    }
  }
  const fit = await leastSquares(() => examples(true), terms.length, parts()).catch((error: unknown) => {
    throw explainFailure(error, terms, rowOf(spec, sampling.toExamples()[0]), absent.toEvidence());
  });

  const sample = sampling.toExamples();
  const { n, p, df, residualSumOfSquares, totalSumOfSquares } = fit;
  // Leaving a row out must leave a degree of freedom.
  const leftOut = absent.toEvidence();
  if (df < 2) throw tooFewRows(n, p, leftOut);
  const label = inSentence(spec.target.label);
  if (outcomes.min === outcomes.max) {
    throw new TableError(`${label} is the same in every row, so there is nothing to explain`);
  }
  if (residualSumOfSquares <= EXACT_FIT * totalSumOfSquares) {
    throw new TableError(
      `${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    );
  }

  const rows = leaveOneOut(spec, fit, sample);
  checkErrors(rows, fit, label);
  const calibrated = await calibrate(rows, p);
  const conformal = rows.guess.length < FEWEST_ROWS_FOR_CONFORMAL ? null : calibrated;
  if (spec.interval === "conformal" && !conformal) {
    throw new TableError(`the table has ${n} rows; conformal intervals need at least ${FEWEST_ROWS_FOR_CONFORMAL}`);
  }
  const used = spec.interval === "t" ? null : conformal;
  const { predictor, golden } = describePredictor(spec, fit, used && used.size, sample);
  const sigma = Math.sqrt(residualSumOfSquares / df);
  const uncertainty: Bundle["uncertainty"] = used ? { kind: "conformal" } : { kind: "t", sigma, df };
  const scores = used && spread(used.scores.toSorted(), CONFORMAL_SCORES);
  const levels = holdingLevels(rows, df, conformal);
  const claims = {
    uncertainty: compileUncertainty(uncertainty, scores ?? undefined)!,
    sizes: used && used.sizes,
    levels,
  };
  const background = describeBackground(spec, sample, rows);
  const extent = new Extent(spec, fit, { ranges: ranges.toEvidence(), background });
  if (sample.length === n) extent.addExamples(sample);
  else for await (const chunk of examples(true)) extent.addChunk(chunk);
  const shares = hasShares({ outcomes });
  const showsSides = estimatesShowSides({ n, p, r2: 1 - residualSumOfSquares / totalSumOfSquares });
  const actual = sample.map((row) => row.actual);
  const { ratioStudy } = spec.target;
  const yardstick = { tolerance: chooseTolerance(spec.target.tolerance, actual, shares), shares, ratioStudy };

  return {
    format: FORMAT,
    spec: hashDescription(spec),
    predictor,
    inference: await describeInference(spec, fit, rows, calibrated.sizes),
    uncertainty,
    evidence: {
      rows: n,
      ...(leftOut && { leftOut }),
      ranges: ranges.toEvidence(),
      ...extent.toEvidence(),
      sampled: sample.length,
      outcomes,
      tolerance: yardstick.tolerance,
      measured: rows.guess.length,
      accuracy: measureAccuracy(spec, rows, { claims, yardstick, showsSides }),
      smearing: spec.target.transform === "log" ? mean(Array.from(rows.residual, Math.exp)) : null,
      histogram: describeOutcomes(sample),
      background,
      coverageByEstimate: measureByEstimate(
        Array.from(rows.guess, (guess) => toUnit(spec, guess)),
        (used && levels.conformal) ?? levels.t,
      ),
      conformal: scores && { scores },
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
