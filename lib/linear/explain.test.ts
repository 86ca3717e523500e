import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkExplainable, compileExplanation } from "./explain";
import { compileDesign } from "./columns";
import { shapleyValues } from "../model/explain/shapley";
import { parseSpec } from "../model/spec";
import { makeSpec } from "../testing/models";

/** Shapley's definition word for word: the average change over all orders of learning the inputs. */
function bruteForce(f: (row: number[]) => number, x: number[], background: number[][]): number[] {
  const worth = (known: Set<number>) => {
    const estimates = background.map((row) => f(row.map((value, index) => (known.has(index) ? x[index]! : value))));
    return estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  };
  const orders = (rest: number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => orders(rest.filter((item) => item !== first)).map((order) => [first, ...order]));
  const all = orders(x.map((_, index) => index));
  const amounts = x.map(() => 0);
  for (const order of all) {
    const known = new Set<number>();
    for (const input of order) {
      const before = worth(known);
      known.add(input);
      amounts[input]! += (worth(known) - before) / all.length;
    }
  }
  return amounts;
}

const inputs = ["a", "b", "c", "d"].map((name) => ({
  name,
  label: name,
  kind: "number",
}));
const derived = [
  { name: "ratio", label: "Ratio", formula: "a / b" },
  { name: "nested", label: "Nested", formula: "ratio * c" },
];
const columns: [string, (row: number[]) => number][] = [
  ["a", ([a]) => a!],
  ["b", ([, b]) => b!],
  ["c", ([, , c]) => c!],
  ["d", ([, , , d]) => d!],
  ["log(b)", ([, b]) => Math.log(b!)],
  ["ratio", ([a, b]) => a! / b!],
  ["nested", ([a, b, c]) => (a! / b!) * c!],
  ["min(c, d)", ([, , c, d]) => Math.min(c!, d!)],
  ["a * b * c * d", ([a, b, c, d]) => a! * b! * c! * d!],
];

const value = fc.double({ min: 0.5, max: 3, noNaN: true });
const row = fc.array(value, { minLength: 4, maxLength: 4 });
const scenario = (available: number) =>
  fc.record({
    chosen: fc.uniqueArray(fc.integer({ min: 4, max: available - 1 }), {
      maxLength: 3,
    }),
    coefficients: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 8,
      maxLength: 8,
    }),
    background: fc.array(row, { minLength: 1, maxLength: 6 }),
    x: row,
  });

function explain(transform: string, terms: string[], coefficients: number[], background: number[][]) {
  const spec = parseSpec(
    makeSpec({
      target: { name: "y", label: "Y", transform },
      inputs,
      derived,
      terms,
    }),
  );
  return compileExplanation(
    spec,
    background.map((each) => Float64Array.from(each)),
    Float64Array.from(coefficients.slice(0, compileDesign(spec).columns.length + 1)),
  );
}

describe.each([
  ["identity", columns.length, (eta: number) => eta],
  ["log", columns.length, Math.exp],
  // Columns of one input each: here the means over the background are computed once.
  ["log", 5, Math.exp],
  ["log1p", columns.length, Math.expm1],
  ["log1p", 5, Math.expm1],
  ["sqrt", columns.length, (eta: number) => eta ** 2],
  ["sqrt", 5, (eta: number) => eta ** 2],
])("contributions for target transform %s over the first %d columns", (transform, available, link) => {
  test("equal Shapley's definition over every order of the raw inputs, and sum to estimate − baseline", () => {
    fc.assert(
      fc.property(scenario(available), ({ chosen, coefficients, background, x }) => {
        const used = [0, 1, 2, 3, ...chosen].map((index) => columns[index]!);
        const f = (each: number[]) =>
          link(used.reduce((sum, [, g], index) => sum + coefficients[index + 1]! * g(each), coefficients[0]!));
        const explained = explain(
          transform,
          used.map(([term]) => term),
          coefficients,
          background,
        );
        const amounts = explained.contributions(Float64Array.from(x));

        // What the sums are made of can be far larger than what they come to.
        const mixtures = background.flatMap((each) =>
          Array.from({ length: 1 << x.length }, (_, known) =>
            Math.abs(f(each.map((value, index) => (known & (1 << index) ? x[index]! : value)))),
          ),
        );
        const scale = Math.max(1, ...mixtures);
        bruteForce(f, x, background).forEach((amount, index) =>
          expect(Math.abs(amounts[index]! - amount)).toBeLessThan(1e-9 * scale),
        );
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(Math.abs(total - (f(x) - explained.baseline))).toBeLessThan(1e-12 * scale * 10);
      }),
      { numRuns: 60 },
    );
  });
});

describe("contributions", () => {
  test("leave out of the mean the mixtures for which a term is undefined", () => {
    const spec = parseSpec(makeSpec({ terms: ["log(a - b)"] }));
    const background = [Float64Array.of(3, 1), Float64Array.of(10, 2)];
    const { baseline, contributions } = compileExplanation(spec, background, Float64Array.of(0, 1));
    // Knowing a = 2: with b = 1 the term is log 1, with b = 2 it has no value. Knowing b = 1: log 2 and log 9.
    const amounts = contributions(Float64Array.of(2, 1));
    expect(baseline).toBeCloseTo((Math.log(2) + Math.log(8)) / 2, 12);
    const knowingB = (Math.log(2) + Math.log(9)) / 2;
    expect(amounts[0]).toBeCloseTo((0 - baseline + (0 - knowingB)) / 2, 12);
    expect(amounts[0]! + amounts[1]!).toBeCloseTo(-baseline, 12);
  });
});

describe("shapleyValues", () => {
  test("gives a single player all of the worth", () => {
    expect(Array.from(shapleyValues([1, 5], 1))).toEqual([4]);
  });

  test("splits the glove game as Shapley does: one left glove, two right gloves", () => {
    // Worth 1 when the left glove (player 0) meets a right glove (player 1 or 2).
    expect(Array.from(shapleyValues([0, 0, 0, 1, 0, 1, 0, 1], 3))).toEqual(
      [4 / 6, 1 / 6, 1 / 6].map((share) => expect.closeTo(share, 12)),
    );
  });
});

describe("contributions to a log target of many inputs", () => {
  const many = (count: number, terms: string[]) => {
    const spec = parseSpec(
      makeSpec({
        target: { name: "y", label: "Y", transform: "log" },
        inputs: Array.from({ length: count }, (_, index) => ({
          name: `x${index}`,
          label: `X ${index}`,
          kind: "number",
        })),
        derived: [],
        terms: [...Array.from({ length: count }, (_, index) => `x${index}`), ...terms],
      }),
    );
    const wave = (at: number) => Math.sin(1.7 * at + 0.3);
    const coefficients = Float64Array.from({ length: 1 + count + terms.length }, (_, at) => 0.3 * wave(at));
    const background = Array.from({ length: 700 }, (_, row) =>
      Float64Array.from({ length: count }, (_value, at) => 1 + 0.9 * wave(row * count + at)),
    );
    const row = Float64Array.from({ length: count }, (_, at) => 1 + 0.9 * wave(at * at));
    return { spec, coefficients, background, row };
  };
  const estimate = ({ spec, coefficients }: ReturnType<typeof many>, row: Float64Array) =>
    Math.exp(
      compileDesign(spec).columns.reduce(
        (sum, { evaluate }, index) => sum + coefficients[index + 1]! * evaluate(row),
        coefficients[0]!,
      ),
    );

  test.each([
    [17, []],
    [17, ["x0 * x1", "x2 / x3", "x3 * x4"]],
    [66, []],
    [200, ["x0 * x1"]],
  ])("of %i inputs with the terms %j sum to estimate − baseline, over the rows that it names", (count, terms) => {
    const model = many(count, terms);
    const { rows, baseline, contributions } = compileExplanation(model.spec, model.background, model.coefficients);
    const amounts = contributions(model.row);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    const expected = estimate(model, model.row);
    expect(Math.abs(baseline + total - expected) / (baseline + expected)).toBeLessThan(1e-12);
    expect(rows).toBe(count === 17 ? 700 : Math.floor(700_000 / (count * Math.ceil(count / 2))));
  });

  test("of 17 inputs, one of which is the same everywhere, are those of the 16 others", () => {
    const model = many(17, []);
    for (const row of model.background) row[16] = model.row[16]!;
    const all = compileExplanation(model.spec, model.background, model.coefficients).contributions(model.row);
    const fewer = many(16, []);
    const without = compileExplanation(
      fewer.spec,
      model.background.map((row) => row.slice(0, 16)),
      Float64Array.from([
        model.coefficients[0]! + model.coefficients[17]! * model.row[16]!,
        ...model.coefficients.slice(1, 17),
      ]),
    ).contributions(model.row.slice(0, 16));
    expect(all[16]).toBe(0);
    without.forEach((amount, index) => expect(Math.abs(all[index]! - amount)).toBeLessThan(1e-12 * Math.abs(amount)));
  });

  test("are refused by name where more than 12 inputs are linked by terms", () => {
    const chain = Array.from({ length: 12 }, (_, at) => `x${at} * x${at + 1}`);
    const { spec } = many(20, chain);
    expect(() => checkExplainable(spec)).toThrow(/at most 12 inputs may be linked .*; x0, x1, .*x12 are$/);
    expect(() => checkExplainable(many(20, chain.slice(1)).spec)).not.toThrow();
  });
});

describe("contributions to a square-root target", () => {
  const inputs = Array.from({ length: 200 }, (_, at) => ({ name: `x${at}`, label: `X ${at}`, kind: "number" }));
  const many = (count: number, terms: string[]) =>
    parseSpec(
      makeSpec({
        target: { name: "y", label: "Y", transform: "sqrt" },
        inputs: inputs.slice(0, count),
        terms: [...inputs.slice(0, count).map(({ name }) => name), ...terms],
      }),
    );
  const wave = (at: number) => 1 + 0.9 * Math.sin(1.7 * at + 0.3);

  test.each([
    [3, []],
    [66, []],
    [200, ["x0 * x1"]],
    [12, Array.from({ length: 11 }, (_, at) => `x${at} * x${at + 1}`)],
  ])("of %i inputs with the terms %j sum to estimate − baseline, over the rows that it names", (count, terms) => {
    const spec = many(count, terms);
    const coefficients = Float64Array.from({ length: 1 + count + terms.length }, (_, at) => wave(at) - 1);
    const background = Array.from({ length: 700 }, (_, row) =>
      Float64Array.from({ length: count }, (_value, at) => wave(row * count + at)),
    );
    const asked = Float64Array.from({ length: count }, (_, at) => wave(at * at));
    const { rows, baseline, contributions } = compileExplanation(spec, background, coefficients);
    const row = new Float64Array(coefficients.length);
    compileDesign(spec).writeRow(asked, row);
    const center = row.reduce((sum, value, column) => sum + value * coefficients[column]!, 0);
    const total = contributions(asked).reduce((sum, amount) => sum + amount, 0);
    expect(Math.abs(baseline + total - center ** 2)).toBeLessThan(1e-11 * (baseline + center ** 2));
    expect(rows).toBe({ 3: 700, 66: 700, 200: 495, 12: 4 }[count]);
  });

  test("of inputs that act alone are (a − b)(2c + Σ (a + b)) in the mean over the background", () => {
    const background = [Float64Array.of(1, 2, 3), Float64Array.of(0, 5, 1)];
    const [c, ...weights] = [0.5, 2, -1, 3];
    const asked = Float64Array.of(4, 1, 2);
    const amounts = compileExplanation(many(3, []), background, Float64Array.of(c!, ...weights)).contributions(asked);
    amounts.forEach((amount, input) => {
      const expected = background.map((row) => {
        const sums = weights.reduce((sum, weight, at) => sum + weight * (asked[at]! + row[at]!), 2 * c!);
        return weights[input]! * (asked[input]! - row[input]!) * sums;
      });
      expect(amount).toBeCloseTo((expected[0]! + expected[1]!) / 2, 12);
    });
  });

  test("are refused by name where more than 12 inputs are linked by terms", () => {
    const chain = Array.from({ length: 12 }, (_, at) => `x${at} * x${at + 1}`);
    expect(() => checkExplainable(many(20, chain))).toThrow(/with a sqrt target, at most 12 .*; x0, x1, .*x12 are$/);
  });
});
