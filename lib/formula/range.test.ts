import fc from "fast-check";
import { expect, test } from "vitest";
import { compileFormula, parseFormula, type Expression } from "./parse";
import { ANY, rangeOf, type Range } from "./range";
import { operandsOf } from "./tree";

function rangeIn(expression: Expression, names: Record<string, Range>): Range | null {
  if (expression.kind === "name") return names[expression.name]!;
  const operands = operandsOf(expression).map((operand) => rangeIn(operand, names));
  return operands.includes(null) ? null : rangeOf(expression, operands as Range[]);
}
const a = { low: 1, high: 4, smallest: 1 };
const b = { low: -2, high: 3, smallest: 0.5 };
const rangeOfText = (text: string) => rangeIn(parseFormula(text).expression, { a, b, any: ANY });

test.each([
  ["a + b", -1, 7],
  ["a - b", -2, 6],
  ["a * b", -8, 12],
  ["b / a", -2, 3],
  ["-a", -4, -1],
  ["abs(b)", 0, 3],
  ["b ^ 2", 0, 9],
  ["b ^ 3", -27, 27],
  ["a ^ b", 1 / 16, 64],
  ["log(a)", 0, Math.log(4)],
  ["sqrt(a)", 1, 2],
  ["exp(b)", Math.exp(-2), Math.exp(3)],
  ["min(a, b)", -2, 3],
  ["max(a, b, 2)", 2, 4],
  ["log1p(a)", Math.log(2), Math.log(5)],
  ["a >= b", 0, 1],
  ["year(a)", 1970, 1970],
  ["month(b)", 1, 12],
  ["weekday(a)", 1, 7],
  ["hour(a)", 0, 23],
  ["days(b, '1970-01-03')", -4, 1],
  ["missing(a)", 0, 1],
])("%s with a from 1 to 4 and b from -2 to 3 lies between %d and %d", (text, low, high) => {
  const range = rangeOfText(text)!;
  expect(range.low).toBeCloseTo(low, 9);
  expect(range.high).toBeCloseTo(high, 9);
});

test.each([
  "a / b",
  "log(b)",
  "sqrt(b)",
  "log1p(b)",
  "year(any)",
  "b ^ 0.5",
  "b ^ -1",
  "log(a - 1)",
  "any * any",
  "exp(any)",
  "exp(500 * a)",
  "exp(-500 * a)",
])("%s may have no value that is safe to compute with", (text) => expect(rangeOfText(text)).toBeNull());

test("a value lies in the range of its formula, and no nearer to 0 than it says", () => {
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("a", "b", "2", "0.25", "3", "year(a)", "hour(b)", "days(a, '1970-01-02')", "missing(b)"),
      fc
        .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/", "^", "<", ">=", "=="), tie("expression"))
        .map((part) => `(${part.join(" ")})`),
      fc
        .tuple(fc.constantFrom("log", "log1p", "exp", "sqrt", "abs", "-"), tie("expression"))
        .map(([name, part]) => `${name}(${part})`),
      fc
        .tuple(fc.constantFrom("min", "max"), tie("expression"), tie("expression"))
        .map(([name, x, y]) => `${name}(${x}, ${y})`),
    ),
  }));
  const bounds = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const known = fc.tuple(bounds, share).map(([ends, share]) => {
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const value = Math.min(high, Math.max(low, low + share * (high - low)));
    return {
      value: Math.abs(value) < 1e-150 ? 0 : value,
      range: { low: Math.min(low, 0), high: Math.max(high, 0), smallest: 1e-150 },
    };
  });
  let told = 0;
  fc.assert(
    fc.property(expression, known, known, (text, first, second) => {
      fc.pre(text.length < 400);
      const formula = parseFormula(text);
      const range = rangeIn(formula.expression, { a: first.range, b: second.range });
      if (!range) return;
      told++;
      const value = compileFormula(formula, (name) => "ab".indexOf(name))([first.value, second.value]);
      expect(value).toBeGreaterThanOrEqual(range.low);
      expect(value).toBeLessThanOrEqual(range.high);
      if (value !== 0) expect(Math.abs(value)).toBeGreaterThanOrEqual(range.smallest * (1 - 1e-9));
    }),
    { numRuns: 3000 },
  );
  expect(told).toBeGreaterThan(500);
});
