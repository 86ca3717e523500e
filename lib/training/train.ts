import { mean } from "simple-statistics";
import type { LeastSquares } from "../math/least-squares";
import { chooseTolerance, holdingLevels, measureAccuracy } from "./accuracy";
import { FORMAT, hashDescription, type Bundle } from "../model/bundle";
import { hasShares, type Evidence } from "../model/evidence";
import { FEWEST_ROWS_FOR_CONFORMAL } from "../model/answer/coverage";
import { compileUncertainty } from "../model/answer/uncertainty";
import type { InferenceData, LinearData } from "../linear/predictor";
import { checkExplainable } from "../linear/explain";
import { calibrate } from "./conformal";
import { describeBackground, describeInference, describeOutcomes, describePredictor } from "./describe";
import { writerOf } from "../model/format";
import { toUnit } from "../model/model";
import { smearingOf } from "../model/scale";
import { Extent } from "./extent";
import { fitRows, tooFewRows, type ExampleSource } from "./fit-rows";
import { estimatesShowSides } from "../judging/lean";
import { CONFORMAL_SCORES } from "./sizes";
import { leaveOneOut, type LeaveOneOut } from "./leave-one-out";
import { spread } from "../math/spread";
import { measureByEstimate } from "./measure-by-estimate";
import type { OwnCoding } from "../model/predictor";
import type { Spec } from "../model/spec";
import { measureTest } from "./test-table";
import { inTypicalWeights, timesRootWeight } from "./weights";
import { TableError, type ExampleChunk } from "./example-parser";
import type { Locale } from "../language/locale";
import { TRAINING_SENTENCES } from "./sentences";

/** Residuals below this share of the variation are rounding errors: (16 digits)², with a margin. */
const EXACT_FIT = 1e-26;
/** What is left of the error without a row is a rounding error below this share of it. */
const ONE_ROW = 1e-12;

/** What training makes: a bundle of the linear family. */
export type TrainedBundle = Bundle & { predictor: LinearData; inference: InferenceData; evidence: Evidence };

/**
 * Fit a model to a table by least squares, weighted where rows have weights.
 *
 * Memory does not grow with the rows: sums and ranges are over all rows, everything else (accuracy, histogram,
 * background) is over a sample that is the whole table up to 20,000 rows.
 *
 * @param spec the description of the model
 * @param examples gone through several times: once to factorise, then to refine the coefficients
 * @param dataHash gives the SHA-256 of the table's bytes, in hex, once they have been gone through
 * @param test rows that the fit does not see, to measure it on
 * @param own columns in the place of the terms of the description
 * @throws TableError when the rows are too few, the fit is exact or columns depend on each other (by their names)
 */
export async function train(
  spec: Spec,
  examples: ExampleSource,
  dataHash: () => string,
  test?: AsyncIterable<ExampleChunk> | Iterable<ExampleChunk>,
  own?: OwnCoding,
): Promise<TrainedBundle> {
  if (!own) checkTrainable(spec);
  const { fit: found, pooling, sampling, ranges, outcomes, weights, leftOut } = await fitRows(spec, examples, own);
  const { coding } = pooling;
  const { fit, sample, weighting } = inTypicalWeights(found, sampling.toExamples(), weights);
  const { n, p, df, residualSumOfSquares, totalSumOfSquares } = fit;
  // Leaving a row out must leave a degree of freedom.
  if (df < 2) throw tooFewRows(n, p, leftOut);
  if (outcomes.min === outcomes.max) {
    throw new TableError((locale) => TRAINING_SENTENCES[locale].constantTarget(labelIn(locale, spec)));
  }
  if (residualSumOfSquares <= EXACT_FIT * totalSumOfSquares) {
    throw new TableError((locale) => TRAINING_SENTENCES[locale].exact(labelIn(locale, spec)));
  }

  const rows = leaveOneOut(spec, fit, sample, coding);
  checkErrors(rows, fit, spec);
  const calibrated = await calibrate(rows, p);
  const conformal = rows.guess.length < FEWEST_ROWS_FOR_CONFORMAL ? null : calibrated;
  if (spec.interval === "conformal" && !conformal) {
    throw new TableError((locale) => TRAINING_SENTENCES[locale].fewForConformal(n, FEWEST_ROWS_FOR_CONFORMAL));
  }
  const used = spec.interval === "t" ? null : conformal;
  const { predictor, golden } = describePredictor(spec, fit, { size: used && used.size, coding }, sample);
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
  const seen = ranges.toEvidence(pooling);
  const extent = new Extent(spec, fit, { ranges: seen, background }, coding, weighting?.typical);
  if (sample.length === n) extent.addExamples(sample);
  else for await (const chunk of examples(true, coding)) extent.addChunk(chunk);
  const shares = hasShares({ outcomes });
  const showsSides = estimatesShowSides({ n, p, r2: 1 - residualSumOfSquares / totalSumOfSquares });
  const actual = sample.map((row) => row.actual);
  const { ratioStudy, transform } = spec.target;
  const smear = smearingOf(transform);
  const yardstick = { tolerance: chooseTolerance(spec.target.tolerance, actual, shares), shares, ratioStudy };

  const bundle: TrainedBundle = {
    format: FORMAT,
    spec: hashDescription(spec),
    predictor,
    inference: await describeInference(spec, fit, rows, { sizes: calibrated.sizes, weighting, coding }),
    uncertainty,
    evidence: {
      rows: n,
      ...(leftOut && { leftOut }),
      ranges: seen,
      ...extent.toEvidence(),
      sampled: sample.length,
      outcomes,
      tolerance: yardstick.tolerance,
      measured: rows.guess.length,
      accuracy: measureAccuracy(spec, rows, { claims, yardstick, showsSides }),
      smearing: smear && mean(Array.from(timesRootWeight(rows.residual, rows.weight), smear)),
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
  if (test) bundle.evidence.test = await measureTest(spec, bundle, { mean: mean(actual), table: test });
  return bundle;
}

/**
 * @throws TableError where all of the error is that of one row: without it there is none to judge an estimate by, and
 * its own error cannot be held against the others
 */
function checkErrors(rows: LeaveOneOut, { residualSumOfSquares }: LeastSquares, spec: Spec): void {
  rows.residual.forEach((residual, index) => {
    const without = residualSumOfSquares - (rows.weight[index]! * residual ** 2) / (1 - rows.leverage[index]!);
    if (without > ONE_ROW * residualSumOfSquares) return;
    const { row } = rows.examples[index]!;
    throw new TableError((locale) => TRAINING_SENTENCES[locale].exactButOne(labelIn(locale, spec), row));
  });
}

/** What is estimated, in a sentence of a language. */
const labelIn = (locale: Locale, { target }: Spec) => writerOf(locale).inSentence(target);

/** @throws TableError or SpecError where the description says too little to train by, or more than can be explained */
function checkTrainable(spec: Spec): void {
  if (spec.terms.length === 0) throw new TableError((locale) => TRAINING_SENTENCES[locale].noTerms);
  checkExplainable(spec);
}
