import { bin, thresholdFreedmanDiaconis } from "d3-array";
import { mean } from "simple-statistics";
import { fUpperTail } from "../math/distributions";
import { leastSquares, RankDeficientError, TooFewRowsError } from "../math/least-squares";
import { measureAccuracy } from "./accuracy";
import { hashSpec, type Artifact } from "../model/bundle";
import { calibrate, FEWEST_ROWS } from "./conformal";
import { compileDesign, INTERCEPT } from "../linear/design";
import {
  breuschPagan,
  describeCoefficients,
  influentialRows,
  informationCriteria,
  residualQuantiles,
} from "./diagnose";
import { inSentence } from "../model/format";
import { leaveOneOut, type NumberedExample } from "./leave-one-out";
import { SystematicSample, thin } from "./sample";
import type { Input, Spec } from "../model/spec";
import { TableError, type ExampleChunk } from "./example-parser";
import { uncertaintyOf } from "../model/answer/uncertainty";

/** A table that can be gone through again, in the same order. The first time, factors do in the place of rows. */
export type ExampleSource = (again: boolean) => AsyncIterable<ExampleChunk> | Iterable<ExampleChunk>;

/** Residuals below this share of the variation are rounding errors: (16 digits)², with a margin. */
const EXACT_FIT = 1e-26;
/** Rows kept for what is not a sum over all rows: medians, histograms, leave-one-out errors. */
const SAMPLE_ROWS = 20_000;
/** Rows in the artifact that explanations are measured against. */
const BACKGROUND_ROWS = 1_000;
/** Scores in the artifact that conformal intervals are read from. */
const CONFORMAL_SCORES = 2_000;

/** What the rows hold of each input: extremes of numbers, counts of everything else. */
class Ranges {
  private readonly extremes: { min: number; max: number }[];
  /** By code. */
  private readonly counts: number[][];

  constructor(private readonly spec: Spec) {
    this.extremes = spec.inputs.map(() => ({ min: Infinity, max: -Infinity }));
    this.counts = spec.inputs.map((input) => levelsOf(input).map(() => 0));
  }

  add({ encoded, count }: ExampleChunk): void {
    const { inputs } = this.spec;
    const end = count * inputs.length;
    inputs.forEach((input, index) => {
      const counts = this.counts[index]!;
      if (counts.length > 0) {
        for (let at = index; at < end; at += inputs.length) counts[encoded[at]!]!++;
        return;
      }
      let { min, max } = this.extremes[index]!;
      for (let at = index; at < end; at += inputs.length) {
        const value = encoded[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      this.extremes[index] = { min, max };
    });
  }

  toArtifact(): Artifact["ranges"] {
    return Object.fromEntries(
      this.spec.inputs.map((input, index) => {
        const levels = levelsOf(input);
        if (levels.length === 0) return [input.name, this.extremes[index]!];
        const counts = levels.map((level, code) => [level, this.counts[index]![code]!]);
        return [input.name, { counts: Object.fromEntries(counts) }];
      }),
    );
  }
}

/** The values that are counted, by code; none of a number. */
function levelsOf(input: Input): string[] {
  if (input.kind === "category") return input.levels;
  return input.kind === "boolean" ? ["false", "true"] : [];
}

function tooFewRows(n: number, p: number): TableError {
  return new TableError(`the table has ${n} rows; ${p} coefficients need at least ${p + 2}`);
}

/** The same failure in the words of the spec. */
function explainFailure(error: unknown, terms: string[]): unknown {
  if (error instanceof TooFewRowsError) {
    return tooFewRows(error.n, error.p);
  }
  if (error instanceof RankDeficientError) {
    const faults = error.dependencies.map(({ column, on }) => {
      const others = on.map((index) => (terms[index] === INTERCEPT ? "a constant" : terms[index])).join(", ");
      return on.length > 0
        ? `${terms[column]} is determined by ${others} in every row; leave one of them out of the terms`
        : `${terms[column]} is 0 in every row; leave it out of the terms`;
    });
    return new TableError(faults.join("\n"));
  }
  return error;
}

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
export async function train(spec: Spec, examples: ExampleSource, dataHash: () => string): Promise<Artifact> {
  const design = compileDesign(spec);
  const terms = [INTERCEPT, ...design.columns.map(({ name }) => name)];

  const sample = new SystematicSample<NumberedExample>(SAMPLE_ROWS);
  const ranges = new Ranges(spec);
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
      rowsBefore += count;
      yield factor ?? chunk;
    }
  }
  const fit = await leastSquares(() => examples(true), terms.length, parts()).catch((error: unknown) => {
    throw explainFailure(error, terms);
  });

  const { n, p, df, r, residualSumOfSquares, totalSumOfSquares, condition } = fit;
  // Leaving a row out must leave a degree of freedom.
  if (df < 2) throw tooFewRows(n, p);
  const label = inSentence(spec.target.label);
  if (new Set(sample.rows.map(({ actual }) => actual)).size === 1) {
    throw new TableError(`${label} is the same in every row, so there is nothing to explain`);
  }
  if (residualSumOfSquares <= EXACT_FIT * totalSumOfSquares) {
    throw new TableError(
      `${label} follows from the terms exactly in every row, so there is no error to judge an estimate by`,
    );
  }
  const sigma = Math.sqrt(residualSumOfSquares / df);
  const r2 = 1 - residualSumOfSquares / totalSumOfSquares;
  const f = (totalSumOfSquares - residualSumOfSquares) / (p - 1) / (residualSumOfSquares / df);

  const rows = leaveOneOut(spec, fit, sample.rows);
  const conformal = rows.guess.length < FEWEST_ROWS ? null : calibrate(rows);
  if (spec.interval === "conformal" && !conformal) {
    throw new TableError(`the table has ${n} rows; conformal intervals need at least ${FEWEST_ROWS}`);
  }
  const uncertainty = uncertaintyOf(spec, { fit: { sigma, df }, conformal });
  const bins = bin().thresholds(thresholdFreedmanDiaconis)(sample.rows.map((row) => row.actual));
  const background = thin(sample.rows, BACKGROUND_ROWS);

  return {
    format: 1,
    spec: hashSpec(spec),
    data: dataHash(),
    coefficients: describeCoefficients(terms, fit, rows),
    r: Array.from({ length: p }, (_, row) => Array.from(r.subarray(row * p + row, (row + 1) * p))),
    fit: {
      n,
      p,
      df,
      sigma,
      r2,
      adjustedR2: 1 - ((1 - r2) * (n - 1)) / df,
      f,
      fP: fUpperTail(f, p - 1, df),
      ...informationCriteria(fit),
      condition,
      breuschPagan: await breuschPagan(rows, p),
    },
    smearing: spec.target.transform === "log" ? mean(Array.from(rows.residual, Math.exp)) : null,
    influential: influentialRows(fit, rows),
    residualQuantiles: residualQuantiles(rows, df),
    conformal: conformal && {
      ...conformal,
      scores: thin(conformal.scores, CONFORMAL_SCORES),
    },
    accuracy: measureAccuracy(spec, rows, df, uncertainty),
    maxLeverage: rows.maxLeverage,
    ranges: ranges.toArtifact(),
    histogram: {
      edges: [...bins.map((each) => each.x0!), bins.at(-1)!.x1!],
      counts: bins.map((each) => each.length),
    },
    background: {
      inputs: Object.fromEntries(
        spec.inputs.map(({ name }, index) => [name, background.map((row) => row.encoded[index]!)]),
      ),
      actual: background.map((row) => row.actual),
    },
  };
}
