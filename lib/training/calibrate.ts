import { mean } from "simple-statistics";
import { loadModel } from "../families";
import type { LinearData } from "../linear/predictor";
import { compileUncertainty } from "../model/answer/uncertainty";
import type { Bundle } from "../model/bundle";
import { hasShares, type Evidence } from "../model/evidence";
import { formatCount, inSentence } from "../model/format";
import { toScale, toUnit } from "../model/model";
import { emptyPoint, type Coding } from "../model/predictor";
import { smearingOf } from "../model/scale";
import type { Spec } from "../model/spec";
import { spread } from "../math/spread";
import { chooseTolerance, holdingLevels, measureAccuracy } from "./accuracy";
import { describeBackground, describeOutcomes } from "./describe";
import { TableError } from "./example-parser";
import { Extent } from "./extent";
import { CONFORMAL_SCORES, SAMPLE_ROWS } from "./sizes";
import type { ExampleSource } from "./fit-rows";
import type { LeaveOneOut, NumberedExample } from "./leave-one-out";
import { measureByEstimate } from "./measure-by-estimate";
import { Ranges } from "./ranges";
import { ExampleSample } from "./sample";

/** Rows that a calibration needs: below them, a range of 95% is beyond all errors that were seen. */
export const FEWEST_ROWS_TO_CALIBRATE = 20;

/** A model of the linear family whose predictor was fitted elsewhere. */
export type ImportedBundle = Bundle & { predictor: LinearData };

/**
 * What a table of rows that the fit has not seen says of a model that was fitted elsewhere: ranges, accuracy, and rows for
 * explanations, drift and comparables.
 *
 * The range of a level reaches q to either side of the centre, on the scale of the fit, with q the ⌈(m + 1) · level⌉-th
 * smallest absolute error of the m rows. It holds the truth of a new row like them with probability `level`, averaged over
 * such tables; `calibratedCoverage` of the answers says how far the share of one table may be from that.
 *
 * Source: Papadopoulos, Proedrou, Vovk and Gammerman (2002), "Inductive confidence machines for regression", ECML, 345–356;
 * Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018), section 2.2 (split conformal).
 *
 * @throws TableError where rows are too few, or the table is the one that the model was fitted to
 */
export async function calibrateModel(
  spec: Spec,
  bundle: ImportedBundle,
  examples: ExampleSource,
  dataHash: () => string,
): Promise<ImportedBundle> {
  const { coding } = bundle.predictor;
  const sampling = new ExampleSample(SAMPLE_ROWS, spec.inputs.length);
  const ranges = new Ranges(spec);
  const outcomes = { min: Infinity, max: -Infinity };
  let n = 0;
  for await (const chunk of examples(true, coding)) {
    sampling.add(chunk);
    ranges.add(chunk);
    n += chunk.count;
    for (const outcome of chunk.actual) {
      outcomes.min = Math.min(outcomes.min, outcome);
      outcomes.max = Math.max(outcomes.max, outcome);
    }
  }
  const sample = sampling.toExamples();
  const rows = estimateRows(spec, bundle, sample);
  const count = rows.guess.length;
  if (count < FEWEST_ROWS_TO_CALIBRATE) {
    throw new TableError(
      `${formatCount(count, "row of the table has", "rows of the table have")} an estimate; a range needs at least ${FEWEST_ROWS_TO_CALIBRATE}`,
    );
  }
  if (outcomes.min === outcomes.max) {
    throw new TableError(`${inSentence(spec.target)} is the same in every row, so there is nothing to measure`);
  }
  checkUnseen(rows);
  const scores = spread(rows.residual.toSorted(), CONFORMAL_SCORES);
  const levels = holdingLevels(rows, count, {
    size: { coefficients: [], floor: 1 },
    sizes: rows.weight,
    scores: rows.residual,
  });
  const uncertainty = { kind: "conformal" } as const;
  const claims = { uncertainty: compileUncertainty(uncertainty, scores)!, sizes: null, levels };
  const background = describeBackground(spec, sample, rows);
  const seen = ranges.toEvidence();
  const shares = hasShares({ outcomes });
  const actual = sample.map((row) => row.actual);
  const { ratioStudy, transform, estimates } = spec.target;
  const smear = estimates === "mean" ? null : smearingOf(transform);
  const yardstick = { tolerance: chooseTolerance(spec.target.tolerance, actual, shares), shares, ratioStudy };
  const evidence: Evidence = {
    rows: n,
    calibration: true,
    ranges: seen,
    farthest: 0,
    apart: apartOf(spec, sample, { ranges: seen, background }, coding),
    sampled: sample.length,
    outcomes,
    tolerance: yardstick.tolerance,
    measured: count,
    accuracy: measureAccuracy(spec, rows, { claims, yardstick, showsSides: true }),
    smearing: smear && mean(Array.from(rows.residual, smear)),
    histogram: describeOutcomes(sample),
    background,
    coverageByEstimate: measureByEstimate(
      Array.from(rows.guess, (guess) => toUnit(spec, guess)),
      levels.conformal!,
    ),
    conformal: { scores },
  };
  return { ...bundle, uncertainty, evidence, provenance: { data: dataHash() } };
}

/** Rows as the model estimates them, which the fit has not seen: none had to be left out for that. */
function estimateRows(spec: Spec, bundle: ImportedBundle, sample: NumberedExample[]): LeaveOneOut {
  const { predictor } = loadModel(spec, bundle);
  const point = emptyPoint();
  const centers = sample.map(({ encoded }) => {
    predictor.evaluate(encoded, point);
    return Number.isFinite(point.reach) ? point.center : NaN;
  });
  const kept = centers.flatMap((center, index) => (Number.isFinite(center) ? [index] : []));
  const guess = Float64Array.from(kept, (index) => centers[index]!);
  const response = Float64Array.from(kept, (index) => toScale(spec, sample[index]!.actual));
  const residual = response.map((value, index) => value - guess[index]!);
  const typical = Math.sqrt(residual.reduce((sum, error) => sum + error * error, 0) / residual.length);
  const positions: (number | null)[] = sample.map(() => null);
  kept.forEach((from, index) => (positions[from] = index));
  const standardised = residual.map((error) => error / typical);
  return {
    examples: kept.map((index) => sample[index]!),
    positions,
    design: new Float64Array(0),
    response,
    residual,
    weight: new Float64Array(kept.length).fill(1),
    leverage: new Float64Array(kept.length),
    guess,
    studentised: standardised,
    standardised,
    farthest: 0,
  };
}

/** Errors below this share of their typical size are those of rounding. */
const ROUNDING = 1e-6;

/**
 * The errors of a fit with an intercept sum to 0 over its own rows, whatever penalty it has on its coefficients: those of
 * other rows do not.
 *
 * @throws TableError where the table is the one that the model was fitted to
 */
function checkUnseen({ residual }: LeaveOneOut): void {
  const size = mean(Array.from(residual, Math.abs));
  if (size > 0 && Math.abs(mean(Array.from(residual))) > ROUNDING * size) return;
  throw new TableError(
    "the errors of the model sum to 0 over the table, as they do over the rows that it was fitted to, so they say too little of new ones; give rows that the fit has not seen",
  );
}

function apartOf(
  spec: Spec,
  sample: NumberedExample[],
  known: Pick<Evidence, "ranges" | "background">,
  coding: Coding | undefined,
): number {
  const extent = new Extent(spec, null, known, coding);
  extent.addExamples(sample);
  return extent.toEvidence().apart;
}
