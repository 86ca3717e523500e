import { least, tickIncrement } from "d3-array";
import { studentTQuantile } from "../../math/distributions";
import type { SeenRange } from "../evidence";
import { encodeValue, kindOf } from "../inputs/kinds";
import type { GivenValue, Inputs } from "../inputs/value";
import { toUnit, type Model } from "../model";
import { isLogarithm } from "../scale";
import { emptyPoint } from "../predictor";
import type { Input } from "../spec";
import { levelsOf } from "./levels";

/** What a change of one input is worth, everything else as it is. */
export interface Effect {
  input: string;
  from: GivenValue;
  to: GivenValue;
  /** In the target's unit. */
  amount: number;
  /** The confidence interval of the amount: how well the model knows this difference; null where that is not known. */
  range: { low: number; high: number } | null;
}

const LEVEL = 0.95;

/** The next value of an input worth asking about; a step down where a step up is not allowed. */
function nextValues(input: Input, value: GivenValue, { evidence }: Model): GivenValue[] {
  if (input.kind === "boolean" || input.kind === "category") {
    return levelsOf(input, evidence, value)!.filter((level) => level !== value);
  }
  if (input.kind === "date") return nextDates(input, value, evidence?.ranges[input.name]);
  const range = evidence?.ranges[input.name] ?? boundsOf(input, Number(value));
  // About a tenth of what the training data span, as a round number: tickIncrement gives −k for a step of 1/k.
  const increment = "min" in range ? tickIncrement(range.min, range.max, 10) : 1;
  const step = input.kind === "integer" ? 1 : increment < 0 ? -1 / increment : increment;
  const up = Number(value) + step;
  if (input.max === undefined || up <= input.max) return [up];
  const down = Number(value) - step;
  return input.min === undefined || down >= input.min ? [down] : [];
}

/** A day, a week, a month, a year or ten: what comes next to a tenth of what the training data span. */
const DATE_STEPS = [1, 7, 30, 365, 3652];

function nextDates(input: Extract<Input, { kind: "date" }>, value: GivenValue, range: SeenRange | undefined) {
  const tenth = range && "min" in range ? (range.max - range.min) / 10 : 365;
  const step = least(DATE_STEPS, (days) => Math.abs(Math.log(days / tenth))) ?? 1;
  const at = encodeValue(input, value);
  const later = [at + step, at - step].map((code) => kindOf(input).decode(input, code));
  return later.filter((next) => kindOf(input).accept(input, next) !== undefined).slice(0, 1);
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
 * a ratio, which is applied to the estimate, or to 1 plus it; for a square root it is applied before squaring.
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
    const { transform } = spec.target;
    if (isLogarithm(transform)) return Math.exp(center) * Math.expm1(difference);
    return transform === "sqrt" ? toUnit(spec, center + difference) - toUnit(spec, center) : difference;
  };
  return spec.inputs.flatMap((input) => {
    const from = inputs[input.name];
    // Between not known and known lies another difference than that of two values.
    if (from === null || from === undefined) return [];
    return nextValues(input, from, model).flatMap((to): Effect[] => {
      const other = { ...inputs, [input.name]: to };
      if (!model.schema.safeParse(other).success) return [];
      const moved = reading.encode(other);
      const effect = { input: input.name, from, to };
      if (!inference) return [{ ...effect, amount: inUnit(centerOf(moved) - center), range: null }];
      const { difference, standardError } = inference.contrast(encoded, moved);
      const margin = quantile * (standardError ?? NaN);
      const range = standardError === null ? null : { low: inUnit(difference - margin), high: inUnit(difference + margin) };
      return [{ ...effect, amount: inUnit(difference), range }];
    });
  });
}
