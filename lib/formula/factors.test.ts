import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFormula, expressionText, parseFormula } from "./parse";
import { factorise } from "./factors";

function factorsOf(text: string) {
  return factorise(parseFormula(text))?.map(({ names, expression }) => `${names[0]}: ${expressionText(expression)}`);
}

describe("factorise", () => {
  test("splits products, quotients, signs and whole powers by name", () => {
    expect(factorsOf("area / bedrooms")).toEqual(["area: 1 * area", "bedrooms: 1 / bedrooms"]);
    expect(factorsOf("-2 * a / (b * log(c)) ^ 2")).toHaveLength(3);
    expect(factorsOf("(age >= 65) * bmi")).toEqual(["age: 1 * (age >= 65)", "bmi: 1 * bmi"]);
    expect(factorsOf("a")).toEqual(["a: 1 * a"]);
  });

  test.each(["a + b", "log(a * b)", "min(a, b)", "a ^ b", "(a * b) ^ 0.5", "a * (b + c)", "a < b"])(
    "leaves alone what is no such product: %s",
    (text) => {
      expect(factorise(parseFormula(text))).toBeNull();
    },
  );

  test("the product of the factors is the formula", () => {
    const atom = fc.constantFrom(
      "a",
      "b",
      "c",
      "2",
      "exp(a)",
      "log(b)",
      "sqrt(c)",
      "(a + 1)",
      "(b - b)",
      "a ^ 0.5",
      "(a >= 1)",
      "log1p(b)",
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: "small" },
        atom,
        fc
          .tuple(tie("expression"), fc.constantFrom("*", "/"), tie("expression"))
          .map((parts) => `(${parts.join(" ")})`),
        tie("expression").map((inner) => `-${inner}`),
        fc.tuple(tie("expression"), fc.constantFrom(-2, -1, 1, 2, 3)).map(([base, power]) => `(${base}) ^ (${power})`),
      ),
    }));
    // Far from where doubles lose digits by underflow, and with the zero that formulas must not divide by.
    const size = fc.double({ min: 0.1, max: 3, noNaN: true });
    const value = fc.oneof(
      size,
      size.map((x) => -x),
      fc.constant(0),
    );
    fc.assert(
      fc.property(expression, value, value, value, (text, a, b, c) => {
        fc.pre(text.length < 400);
        const formula = parseFormula(text);
        const factors = factorise(formula);
        fc.pre(factors !== null);
        const index = (name: string) => "abc".indexOf(name);
        const whole = compileFormula(formula, index)([a, b, c]);
        const product = factors.reduce((sum, factor) => sum * compileFormula(factor, index)([a, b, c]), 1);
        // Factors may overflow on the way to a product that does not.
        if (Number.isNaN(whole) || Number.isNaN(product)) return;
        expect(Math.abs(product - whole)).toBeLessThanOrEqual(1e-12 * Math.abs(whole));
      }),
    );
  });
});
