import { median } from "simple-statistics";
import { backgroundRows, hasBackground } from "../evidence";
import type { Inputs } from "../inputs/value";
import type { Model } from "../model";
import { emptyPoint } from "../predictor";

/** Why a range is as wide as it is. The two shares of the variance sum to 1. */
export interface Precision {
  /** What rows with the very same inputs differ by: no data on this model's inputs would narrow it. */
  noise: number;
  /** What is not known of the coefficients at this row, h / (1 + h): more rows like it would narrow it. */
  model: number;
  /** The input that makes the row unusual: at its middle value, the leverage would fall most. Null where nothing stands out. */
  driver: { input: string; share: number } | null;
}

/** A driver must account for at least this share of the leverage to be worth naming. */
const WORTH_NAMING = 0.2;

/**
 * Split the width of a row's prediction interval into noise and ignorance, with the input that the ignorance comes
 * from: the prediction variance is s² (1 + h), s² of it noise and s² h from the coefficients.
 *
 * @returns null for a model that was not fitted by least squares here
 */
export function splitPrecision({ spec, predictor, evidence, reading }: Model, inputs: Inputs): Precision | null {
  if (!hasBackground(evidence) || !predictor.inference) return null;
  const point = emptyPoint();
  const leverageOf = (row: Float64Array) => {
    predictor.evaluate(row, point);
    return point.reach;
  };
  const encoded = reading.encode(inputs);
  const leverage = leverageOf(encoded);
  const rows = backgroundRows(spec, evidence);
  const drops = spec.inputs.map(({ name }, index) => {
    const middle = Float64Array.from(encoded);
    middle[index] = median(rows.map((row) => row[index]!));
    const drop = leverage - leverageOf(middle);
    return { input: name, share: Number.isFinite(drop) ? drop / leverage : 0 };
  });
  const driver = drops.reduce((most, each) => (each.share > most.share ? each : most));
  return {
    noise: 1 / (1 + leverage),
    model: leverage / (1 + leverage),
    driver: driver.share >= WORTH_NAMING ? driver : null,
  };
}
