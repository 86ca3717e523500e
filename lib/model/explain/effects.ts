import { tickIncrement } from "d3-array";
import { studentTQuantile } from "../../math/distributions";
import type { InputValue, Inputs } from "../inputs/value";
import { toUnit, type Model } from "../model";
import { emptyPoint } from "../predictor";
import type { Input } from "../spec";
import { levelsOf } from "./levels";

/** What a change of one input is worth, everything else as it is. */
export interface Effect {
  input: string;
  from: InputValue;
  to: InputValue;
  /** In the target's unit. */
  amount: number;
  /** The confidence interval of the amount: how well the model knows this difference; null where that is not known. */
  range: { low: number; high: number } | null;
}

const LEVEL = 0.95;

/** The next value of an input worth asking about; a step down where a step up is not allowed. */
function nextValues(input: Input, value: InputValue, { evidence }: Model): InputValue[] {
  if (input.kind === "boolean" || input.kind === "category") {
    return levelsOf(input, evidence, value)!.filter((level) => level !== value);
  }
  const range = evidence?.ranges[input.name] ?? boundsOf(input, Number(value));
  // About a tenth of what the training data span, as a round number: tickIncrement gives −k for a step of 1/k.
  const increment = "min" in range ? tickIncrement(range.min, range.max, 10) : 1;
  const step = input.kind === "integer" ? 1 : increment < 0 ? -1 / increment : increment;
  const up = Number(value) + step;
  if (input.max === undefined || up <= input.max) return [up];
  const down = Number(value) - step;
  return input.min === undefined || down >= input.min ? [down] : [];
}

/** Where no rows say how far an input goes, its bounds do, or else twice its value. */
function boundsOf(input: Input, value: number): { min: number; max: number } {
  const { min = 0, max = 2 * Math.abs(value) || 1 } = input.kind === "number" || input.kind === "integer" ? input : {};
  return { min, max };
}

/**
 * What one more of each thing is worth at a row of inputs: one more of an integer, a round step of a number, the
 * other answer to a yes or no, each other level of a category (`levelsOf`).
 *
 * It is the difference of two estimates; where the model was fitted here, its standard error is that of the contrast
 * (`LinearInference.contrast`), HC3 where errors are not equally large, with Student's t for the interval. For a log target the difference is the logarithm of
 * a ratio, which is applied to the estimate.
 *
 * @param inputs raw inputs that passed `model.schema`
 * @returns one or more for each input; none where a step leads out of what the input may be
 */
export function measureEffects(model: Model, inputs: Inputs): Effect[] {
  const { spec, predictor, reading } = model;
  const { inference } = predictor;
  const quantile = inference ? studentTQuantile((1 + LEVEL) / 2, inference.fit.df) : NaN;
  const encoded = reading.encode(inputs);
  const centerOf = (row: Float64Array) => {
    const point = emptyPoint();
    predictor.evaluate(row, point);
    return point.center;
  };
  const center = centerOf(encoded);
  const inUnit = (difference: number) => {
    return spec.target.transform === "log" ? toUnit(spec, center) * Math.expm1(difference) : difference;
  };
  return spec.inputs.flatMap((input) =>
    nextValues(input, inputs[input.name]!, model).flatMap((to): Effect[] => {
      const other = { ...inputs, [input.name]: to };
      if (!model.schema.safeParse(other).success) return [];
      const moved = reading.encode(other);
      const effect = { input: input.name, from: inputs[input.name]!, to };
      if (!inference) return [{ ...effect, amount: inUnit(centerOf(moved) - center), range: null }];
      const { difference, standardError } = inference.contrast(encoded, moved);
      const margin = quantile * (standardError ?? NaN);
      const range = standardError === null ? null : { low: inUnit(difference - margin), high: inUnit(difference + margin) };
      return [{ ...effect, amount: inUnit(difference), range }];
    }),
  );
}
