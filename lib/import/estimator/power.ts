import { binary, call, number } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { fittedOf } from "./fitted";
import { checkCount, scale } from "./scalers";
import type { Transform } from "./workspace";

/**
 * Powers that make a distribution more even.
 *
 * Source: Box and Cox (1964), "An analysis of transformations", JRSS B 26, 211–252; Yeo and Johnson (2000), "A new
 * family of power transformations to improve normality or symmetry", Biometrika 87, 954–959.
 */
export const power: Transform = (step, columns, workspace) => {
  const lambdas = step.numbers("lambdas_");
  checkCount(step, lambdas.length, columns);
  const method = step.get("method");
  if (method !== "yeo-johnson" && method !== "box-cox") step.refuse("its method is not known");
  const change = method === "box-cox" ? boxCox : yeoJohnson;
  const powers = columns.map((column, index) => workspace.map(column, (value) => change(value, lambdas[index]!)));
  if (step.get("standardize") === false) return powers;
  const scaler = fittedOf(step.need("_scaler")) ?? step.refuse("its scaler cannot be read");
  return scale(scaler, powers, workspace);
};

/** (x^λ − 1) / λ, or log x where λ is 0. */
function boxCox(value: Expression, lambda: number): Expression {
  if (Math.abs(lambda) < Number.EPSILON) return call("log", value);
  return binary("/", binary("-", binary("^", value, number(lambda)), number(1)), number(lambda));
}

/** The power of 1 + x above 0, and that of 1 − x with the opposite sign below; of the two, one is 0. */
function yeoJohnson(value: Expression, lambda: number): Expression {
  const above = binary("+", call("max", value, number(0)), number(1));
  const below = binary("-", number(1), call("min", value, number(0)));
  return binary("-", boxCox(above, lambda), boxCox(below, 2 - lambda));
}
