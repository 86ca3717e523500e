import type { Expression, Formula } from "./expression";
import { distinctNames } from "./tree";

/** A part of a product with its whole exponent, which is negative below a line. */
type Power = { base: Expression; exponent: number };

/**
 * Write a formula as a product of factors of one name each, as area / bedrooms is area × (1 / bedrooms).
 *
 * @returns one formula for each name, in the order of `names`, whose product is the formula wherever either has a
 *   value; null where names meet in a sum or inside a function
 */
export function factorise({ text, expression, names }: Formula): Formula[] | null {
  const factors = new Map<string, Expression>(names.map((name) => [name, { kind: "number", value: 1 }]));
  for (const { base, exponent } of powersIn(expression, 1)) {
    const [name, another] = distinctNames(base);
    if (another !== undefined) return null;
    // Constants belong to no name; the first carries them.
    const owner = name ?? names[0];
    if (owner === undefined) return null;
    const size: Expression = { kind: "number", value: Math.abs(exponent) };
    const power: Expression = size.value === 1 ? base : { kind: "binary", operator: "^", left: base, right: size };
    const operator = exponent < 0 ? "/" : "*";
    factors.set(owner, { kind: "binary", operator, left: factors.get(owner)!, right: power });
  }
  return [...factors].map(([name, factor]) => ({ text, expression: factor, names: [name] }));
}

function powersIn(expression: Expression, exponent: number): Power[] {
  if (expression.kind === "unary") {
    return [{ base: { kind: "number", value: -1 }, exponent }, ...powersIn(expression.operand, exponent)];
  }
  if (expression.kind === "binary") {
    const { operator, left, right } = expression;
    if (operator === "*") return [...powersIn(left, exponent), ...powersIn(right, exponent)];
    if (operator === "/") return [...powersIn(left, exponent), ...powersIn(right, -exponent)];
    // (a b)ⁿ = aⁿ bⁿ for whole n; for other n only where both are positive.
    if (operator === "^" && right.kind === "number" && Number.isInteger(right.value) && right.value !== 0) {
      return powersIn(left, exponent * right.value);
    }
  }
  return [{ base: expression, exponent }];
}
