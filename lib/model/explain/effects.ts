import { tickIncrement } from "d3-array";
import { studentTQuantile } from "../../math/distributions";
import { solveLower } from "../../math/triangle";
import type { InputValue, Inputs } from "../../linear/design";
import type { Model } from "../model";
import { computeRow, toUnit } from "../../linear/row";
import type { Input } from "../spec";

/** What a change of one input is worth, everything else as it is. */
export interface Effect {
  input: string;
  from: InputValue;
  to: InputValue;
  /** In the target's unit, with its confidence interval: how well the model knows this difference. */
  amount: number;
  low: number;
  high: number;
}

const LEVEL = 0.95;

/** The next value of an input worth asking about; a step down where a step up is not allowed. */
function nextValues(input: Input, value: InputValue, { artifact }: Model): InputValue[] {
  if (input.kind === "boolean") return [!value];
  if (input.kind === "category") return input.levels.filter((level) => level !== value);
  const range = artifact.ranges[input.name]!;
  // About a tenth of what the training data span, as a round number: tickIncrement gives −k for a step of 1/k.
  const increment = "min" in range ? tickIncrement(range.min, range.max, 10) : 1;
  const step = input.kind === "integer" ? 1 : increment < 0 ? -1 / increment : increment;
  const up = Number(value) + step;
  if (input.max === undefined || up <= input.max) return [up];
  const down = Number(value) - step;
  return input.min === undefined || down >= input.min ? [down] : [];
}

/**
 * What one more of each thing is worth at a row of inputs: one more of an integer, a round step of a number, the
 * other answer to a yes or no, each other level of a category.
 *
 * The difference of two estimates is c′β with c the difference of their design rows, and its standard error is
 * s √(c′(X′X)⁻¹c). For a log target this is the logarithm of a ratio, which is applied to the estimate.
 *
 * @param inputs raw inputs that passed `model.schema`
 * @returns one or more for each input; none where a step leads out of what the input may be
 */
export function measureEffects(model: Model, inputs: Inputs): Effect[] {
  const { spec, artifact, design, coefficients, r } = model;
  const quantile = studentTQuantile((1 + LEVEL) / 2, artifact.fit.df);
  const base = computeRow(model, design.encode(inputs));
  const inUnit = (difference: number) => {
    return spec.target.transform === "log" ? toUnit(model, base.center) * Math.expm1(difference) : difference;
  };
  return spec.inputs.flatMap((input) =>
    nextValues(input, inputs[input.name]!, model).flatMap((to) => {
      const other = { ...inputs, [input.name]: to };
      if (!model.schema.safeParse(other).success) return [];
      const moved = computeRow(model, design.encode(other));
      const contrast = moved.design.map((value, index) => value - base.design[index]!);
      const difference = contrast.reduce((sum, value, index) => sum + value * coefficients[index]!, 0);
      const length = Math.hypot(...solveLower(r, coefficients.length, contrast));
      const margin = quantile * artifact.fit.sigma * length;
      return [
        {
          input: input.name,
          from: inputs[input.name]!,
          to,
          amount: inUnit(difference),
          low: inUnit(difference - margin),
          high: inUnit(difference + margin),
        },
      ];
    }),
  );
}
