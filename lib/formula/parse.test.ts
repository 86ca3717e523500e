import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileFormula,
  explainUndefined,
  expressionText,
  FormulaError,
  FUNCTION_NAMES,
  parseFormula,
  type Expression,
} from "./parse";

const evaluate = (text: string, values: Record<string, number> = {}) => {
  const names = Object.keys(values);
  return compileFormula(parseFormula(text), (name) => names.indexOf(name))(Object.values(values));
};

describe("parseFormula", () => {
  it.each([
    ["1 - 2 - 3", -4],
    ["8 / 2 / 2", 2],
    ["2 + 3 * 4", 14],
    ["(2 + 3) * 4", 20],
    ["-2^2", -4],
    ["(-2)^2", 4],
    ["2^3^2", 512],
    ["2^-1", 0.5],
    ["2^-3^2", 2 ** -9],
    ["2 * -3^2", -18],
    ["-2 * 3 + 1", -5],
    ["- -2 + +3", 5],
    ["1.5e2 + .5", 150.5],
    ["sqrt(16)^2 / 2", 8],
    ["log(exp(2)) + abs(-3)", 5],
    ["min(3, 1, 2) - max(1, 2)", -1],
  ])("reads %s as mathematics does: %d", (text, value) => {
    expect(evaluate(text)).toBe(value);
  });

  it("lists the names in the order in which they first appear, each once", () => {
    expect(parseFormula("b * log(area) / (b + a)").names).toEqual(["b", "area", "a"]);
  });

  it.each([
    ["a.b", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["a[0]", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["[1, 2]", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["a ? b : c", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["this", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["a?.b", "a formula must use only numbers, names, + - * / ^, parentheses and functions"],
    ["a = 1", "cannot read the formula at character 3"],
    ["`a`", "cannot read the formula at character 1"],
    ["a; b", "cannot read the formula at character 2"],
    ["a, b", "cannot read the formula at character 2"],
    ["(a, b)", "cannot read the formula at character 3"],
    ["a b", "cannot read the formula at character 3"],
    ["max(a b)", "cannot read the formula at character 7"],
    ["2a", "cannot read the formula at character 2"],
    ["{}", "cannot read the formula at character 1"],
    ["a < b", "there is no operator <; the operators are + - * / ^"],
    ["a == b", "there is no operator ==; the operators are + - * / ^"],
    ["a && b", "there is no operator &&; the operators are + - * / ^"],
    ["a % b", "there is no operator %; the operators are + - * / ^"],
    ["a ** b", "there is no operator **; the operators are + - * / ^"],
    ["!a", "there is no operator !; the operators are + - * / ^"],
    ["constructor", "constructor cannot be used as a name"],
    ["constructor(1)", "there is no function constructor; the functions are log, exp, sqrt, abs, min, max"],
    ["__proto__", "__proto__ must be lower-case letters, digits and underscores, starting with a letter"],
    ["Área", "Área must be lower-case letters, digits and underscores, starting with a letter"],
    ["sin(a)", "there is no function sin; the functions are log, exp, sqrt, abs, min, max"],
    ["(a)(b)", "there is no function a; the functions are log, exp, sqrt, abs, min, max"],
    ["log(a)(b)", "only a function can be followed by parentheses"],
    ["log", "log must be followed by its arguments in parentheses"],
    ["log()", "log takes one argument"],
    ["log(a, b)", "log takes one argument"],
    ["min(a)", "min takes 2 to 20 arguments"],
    ["'a'", "'a' is not a number"],
    ["true", "true is not a number"],
    ["1e999", "1e999 is too large a number"],
    ["a +", "the formula ends too early"],
    ["log(a", "the formula ends too early"],
    ["a^", "the formula ends too early"],
    [" ", "a formula must not be empty"],
    ["a".repeat(501), "a formula must be at most 500 characters long"],
    ["-".repeat(200) + "a", "a formula must be at most 100 operations deep"],
  ])("refuses %s and says why", (text, message) => {
    expect(() => parseFormula(text)).toThrow(new FormulaError(message));
  });

  it("answers any text with a formula or a FormulaError", () => {
    const pieces = fc.constantFrom(..."ab1.2(),+-*/^%?:[]{}<=!&|'\"`;@$_ \n", "log", "max", "this", "=>", "e5", "é");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          parseFormula(parts.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const NAMES = ["a", "b", "c"];

const { expression: expressions } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant("name"), name: fc.constantFrom(...NAMES) }),
    fc.record({
      kind: fc.constant("number"),
      value: fc.oneof(fc.nat(9), fc.double({ min: 0, max: 1e6, noNaN: true })).map(Math.abs),
    }),
    fc.record({ kind: fc.constant("unary"), operator: fc.constant("-"), operand: tie("expression") }),
    fc.record({
      kind: fc.constant("binary"),
      operator: fc.constantFrom("+", "-", "*", "/", "^"),
      left: tie("expression"),
      right: tie("expression"),
    }),
    fc.record({
      kind: fc.constant("call"),
      function: fc.constantFrom("log", "exp", "sqrt", "abs"),
      arguments: fc.tuple(tie("expression")),
    }),
    fc.record({
      kind: fc.constant("call"),
      function: fc.constantFrom("min", "max"),
      arguments: fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Expression>,
}));

const values = fc.record({ a: fc.integer({ min: -3, max: 3 }), b: fc.double(), c: fc.double({ min: -5, max: 5 }) });

/** Every operation in parentheses, so that no rule of precedence is needed to read it. */
function writeFully(expression: Expression): string {
  if (expression.kind === "number") return String(expression.value);
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "unary") return `(-${writeFully(expression.operand)})`;
  if (expression.kind === "call") return `${expression.function}(${expression.arguments.map(writeFully).join(",")})`;
  return `(${writeFully(expression.left)}${expression.operator}${writeFully(expression.right)})`;
}

/** The meaning of an expression, step by step; throws at the first step that has no finite result. */
function work(expression: Expression, names: Record<string, number>): number {
  const step = (): number => {
    if (expression.kind === "number") return expression.value;
    if (expression.kind === "name") return names[expression.name]!;
    if (expression.kind === "unary") return 0 - work(expression.operand, names);
    if (expression.kind === "call") {
      const inputs = expression.arguments.map((argument) => work(argument, names));
      if (expression.function === "min") return inputs.sort((x, y) => x - y)[0]!;
      if (expression.function === "max") return inputs.sort((x, y) => y - x)[0]!;
      return Math[expression.function](inputs[0]!);
    }
    const [left, right] = [work(expression.left, names), work(expression.right, names)];
    if (expression.operator === "+") return left + right;
    if (expression.operator === "-") return left - right;
    if (expression.operator === "*") return left * right;
    if (expression.operator === "/") return left / right;
    return Math.pow(left, right);
  };
  const result = step();
  if (!Number.isFinite(result)) throw new RangeError();
  return result;
}

describe("a formula", () => {
  const written = expressions.map((expression) => ({ expression, text: writeFully(expression) }));
  const short = written.filter(({ text }) => text.length <= 500);

  it("is computed as an independent evaluator computes it, and is NaN where that fails", () => {
    fc.assert(
      fc.property(short, values, ({ expression, text }, names) => {
        const computed = evaluate(text, names);
        let expected = NaN;
        try {
          expected = work(expression, names);
        } catch {
          // stays NaN
        }
        expect(computed + 0).toBe(expected + 0);
      }),
      { numRuns: 3000 },
    );
  });

  it("is explained exactly where it is undefined, by names that it uses", () => {
    fc.assert(
      fc.property(short, values, ({ text }, names: Record<string, number>) => {
        const formula = parseFormula(text);
        const reason = explainUndefined(formula, (name) => names[name]!);
        expect(reason === undefined).toBe(!Number.isNaN(evaluate(text, names)));
        for (const name of reason?.names ?? []) expect(formula.names).toContain(name);
      }),
      { numRuns: 1000 },
    );
  });

  it("survives being written and read again", () => {
    fc.assert(
      fc.property(short, ({ expression }) => {
        const text = expressionText(expression);
        fc.pre(text.length <= 500);
        expect(parseFormula(text).expression).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("compileFormula", () => {
  it.each([
    ["1 / a", 0],
    ["1 / (1 / a)", 0],
    ["a / a", 0],
    ["log(a)", 0],
    ["log(a)", -1],
    ["sqrt(a)", -1],
    ["exp(a)", 1000],
    ["a * 1e300", 1e300],
    ["a^0.5", -2],
    ["a^-1", 0],
    ["a^0", NaN],
    ["min(a, 1)", NaN],
    ["max(1, 2, a)", NaN],
    ["a", Infinity],
  ])("gives NaN for %s with a = %d", (text, a) => {
    expect(evaluate(text, { a })).toBeNaN();
  });

  it("gives NaN for a name that has no place in the row", () => {
    expect(evaluate("a + b", { a: 1 })).toBeNaN();
  });
});

describe("explainUndefined", () => {
  it.each([
    ["area / bedrooms", ["bedrooms"], "bedrooms must not be 0"],
    ["1 / (1 / bedrooms)", ["bedrooms"], "bedrooms must not be 0"],
    ["log(bedrooms)", ["bedrooms"], "bedrooms must be greater than 0"],
    ["area * log(bedrooms - 5)", ["bedrooms"], "bedrooms - 5 must be greater than 0"],
    ["sqrt(bedrooms - area)", ["bedrooms", "area"], "bedrooms - area must be at least 0"],
    ["(bedrooms - 1)^0.5", ["bedrooms"], "bedrooms - 1 must be at least 0"],
    ["bedrooms^-1", ["bedrooms"], "bedrooms must not be 0"],
    ["exp(area)", ["area"], "exp(area) must be small enough to compute"],
    ["area + porch", ["porch"], "porch must be a number"],
  ])("explains %s", (text, names, reason) => {
    const inputs: Record<string, number> = { area: 6000, bedrooms: 0 };
    expect(explainUndefined(parseFormula(text), (name) => inputs[name] ?? NaN)).toEqual({ names, reason });
  });

  it("says nothing about a formula that can be computed", () => {
    expect(explainUndefined(parseFormula("1 / a"), () => 2)).toBeUndefined();
  });

  it("calls the names what it is told to", () => {
    const { reason } = explainUndefined(
      parseFormula("log(area - 5)"),
      () => 1,
      () => "lot area",
    )!;
    expect(reason).toBe("lot area - 5 must be greater than 0");
  });
});

it("the functions are the six of the design", () => {
  expect(FUNCTION_NAMES).toEqual(["log", "exp", "sqrt", "abs", "min", "max"]);
});
