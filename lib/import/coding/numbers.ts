import type { Expression } from "../../formula/expression";
import { compileFormula } from "../../formula/parse";
import { distinctNames } from "../../formula/tree";
import type { ModelDescription } from "../estimator/description";
import type { CodedInput } from "./coded-model";

/** What stands for each input where it is a number and missing, by its position: what its first reading has for it. */
export function fillsOf({ readings }: ModelDescription): Map<number, number> {
  const fills = new Map<number, number>();
  for (const { input, lookup, fill } of readings) {
    if (!lookup && fill !== null && !fills.has(input)) fills.set(input, fill);
  }
  return fills;
}

/**
 * An input that is a number.
 *
 * @param fill what stands for it where it is missing; undefined where nothing does
 * @param expressions of the columns over the names of inputs
 */
export function describeNumber(name: string, fill: number | undefined, expressions: Expression[]): CodedInput {
  const assumed = fill === undefined ? undefined : (equivalent(name, fill, expressions) ?? fill);
  return {
    kind: "number",
    levels: [],
    values: [],
    other: false,
    assumed,
    typical: assumed ?? centreOf(name, expressions),
  };
}

/**
 * The value that counts as much as no value does, where the columns of an input have one that is a straight line: what a
 * scaler makes 0 where an imputer behind it fills with 0. Undefined where there is none.
 */
function equivalent(name: string, fill: number, expressions: Expression[]): number | undefined {
  const own = expressions.filter((expression) => distinctNames(expression).includes(name));
  const alone = own.find((expression) => distinctNames(expression).length === 1);
  if (!alone) return undefined;
  const over = (expression: Expression) =>
    compileFormula(
      { text: "", expression, names: [name] },
      () => 0,
      () => fill,
    );
  const first = over(alone);
  const [at0, at1, missing] = [first([0]), first([1]), first([NaN])];
  const value = (missing - at0) / (at1 - at0);
  const agrees = own.every((expression) => {
    if (distinctNames(expression).length > 1) return false;
    const [found, wanted] = [over(expression)([value]), over(expression)([NaN])];
    return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  });
  return agrees && Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined;
}

/** What a scaler takes away from an input, which is its mean or median among the rows of the fit. */
function centreOf(name: string, expressions: Expression[]): number | undefined {
  for (const expression of expressions) {
    let part = expression;
    if (part.kind === "binary" && (part.operator === "/" || part.operator === "*")) part = part.left;
    if (part.kind !== "binary" || part.operator !== "-") continue;
    if (part.left.kind === "name" && part.left.name === name && part.right.kind === "number") return part.right.value;
  }
  return undefined;
}
