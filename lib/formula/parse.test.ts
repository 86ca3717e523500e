import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfIso, FIRST_DAY, isoOfDays, LAST_DAY } from "./calendar";
import {
  compileFormula,
  explainUndefined,
  expressionText,
  FormulaError,
  FUNCTION_NAMES,
  parseFormula,
  RESERVED_NAMES,
  type Expression,
} from "./parse";

const FUNCTIONS = `the functions are ${FUNCTION_NAMES.join(", ")}`;

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
    ["log1p(0) + log1p(exp(1) - 1)", 1],
    ["2 + 1 >= 3", 1],
    ["2 + 1 > 3", 0],
    ["2 * (3 == 1 + 2)", 2],
    ["3 != 3", 0],
    ["-1 < 0", 1],
    ["(1 <= 2) == (4 <= 3)", 0],
  ])("reads %s as mathematics does: %d", (text, value) => {
    expect(evaluate(text)).toBe(value);
  });

  it("lists the names in the order in which they first appear, each once", () => {
    expect(parseFormula("b * log(area) / (b + a)").names).toEqual(["b", "area", "a"]);
  });

  it.each([
    ["a.b", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["a[0]", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["[1, 2]", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["a ? b : c", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["this", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["a?.b", "a formula must use only numbers, names, + - * / ^, comparisons, parentheses and functions"],
    ["a = 1", "cannot read the formula at character 3; == compares two values"],
    ["`a`", "cannot read the formula at character 1, “`”: a name, a number or a parenthesis is expected"],
    ["a; b", "cannot read the formula at character 2, “;”: an operator is expected"],
    ["a, b", "cannot read the formula at character 2, “,”: an operator is expected"],
    ["(a, b)", "cannot read the formula at character 3, “,”: an operator or a closing parenthesis is expected"],
    ["a b", "cannot read the formula at character 3, “b”: an operator is expected"],
    ["rooms * * 2", "cannot read the formula at character 9, “*”: a name, a number or a parenthesis is expected"],
    ["max(a b)", "cannot read the formula at character 7, “b”: an operator or a closing parenthesis is expected"],
    ["2a", "cannot read the formula at character 2, “a”"],
    ["{}", "cannot read the formula at character 1, “{”: a name, a number or a parenthesis is expected"],
    ["a === b", "there is no operator ===; the operators are + - * / ^ < <= > >= == !="],
    ["a << b", "there is no operator <<; the operators are + - * / ^ < <= > >= == !="],
    ["1 < a < 9", "a comparison takes two values; write (1 < a) * (a < 9) for a between 1 and 9"],
    ["a == b <= c", "a comparison takes two values; write (1 < a) * (a < 9) for a between 1 and 9"],
    ["a && b", "there is no operator &&; the operators are + - * / ^ < <= > >= == !="],
    ["a % b", "there is no operator %; the operators are + - * / ^ < <= > >= == !="],
    ["a ** b", "there is no operator **; the operators are + - * / ^ < <= > >= == !="],
    ["!a", "there is no operator !; the operators are + - * / ^ < <= > >= == !="],
    ["constructor", "constructor cannot be used as a name"],
    ["constructor(1)", `there is no function constructor; ${FUNCTIONS}`],
    ["__proto__", "__proto__ must be lower-case letters, digits and underscores, starting with a letter"],
    ["Área", "Área must be lower-case letters, digits and underscores, starting with a letter"],
    ["sin(a)", `there is no function sin; ${FUNCTIONS}`],
    ["(a)(b)", `there is no function a; ${FUNCTIONS}`],
    ["log(a)(b)", "only a function can be followed by parentheses"],
    ["log", "log must be followed by its arguments in parentheses"],
    ["log()", "log takes one argument"],
    ["log(a, b)", "log takes one argument"],
    ["min(a)", "min takes 2 to 20 arguments"],
    ["'a'", "'a' is not a number"],
    ["log1p(a, b)", "log1p takes one argument"],
    ["year()", "year takes one argument"],
    ["year(a + 1)", "year takes a date input, as in year(sold)"],
    ["weekday('2015-01-01')", "'2015-01-01' is not a number"],
    ["days(a)", "days takes two arguments"],
    ["days(a, 1)", 'days takes a date input and a date, as in days(sold, "2015-01-01")'],
    ["days('2015-01-01', a)", "'2015-01-01' is not a number"],
    ["days(a, '2015-02-29')", "'2015-02-29' is not a date; write it as \"2015-01-01\""],
    ["days(a, '1/2/2015')", "'1/2/2015' is not a date; write it as \"2015-01-01\""],
    ["missing(a + 1)", "missing takes the name of an input, as in missing(age)"],
    ["true", "true is not a number"],
    ["1e999", "1e999 is too large a number"],
    ["a +", "the formula ends too early"],
    ["log(a", "the formula ends too early"],
    ["a^", "the formula ends too early"],
    [" ", "a formula must not be empty"],
    ["a".repeat(501), "a formula must be at most 500 characters long"],
    ["-".repeat(200) + "a", "a formula must be at most 100 operations deep"],
  ])("refuses %s and says why", (text, message) => {
    expect(() => parseFormula(text)).toThrow(expect.objectContaining({ name: "FormulaError", message }));
  });

  it("tells a function from a name by its parentheses, so that a column may be called year", () => {
    expect(parseFormula("year + missing * days").names).toEqual(["year", "missing", "days"]);
    expect(evaluate("year + 1", { year: 1999 })).toBe(2000);
  });

  it("answers any text with a formula or a FormulaError", () => {
    const pieces = fc.constantFrom(
      ..."ab1.2(),+-*/^%?:[]{}<=!&|'\"`;@$_ \n",
      "log",
      "max",
      "this",
      "=>",
      "e5",
      "é",
      "days(a,",
      "'2015-01-01'",
    );
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
const COMPARISONS = ["<", "<=", ">", ">=", "==", "!="] as const;

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
      operator: fc.constantFrom("+", "-", "*", "/", "^", ...COMPARISONS),
      left: tie("expression"),
      right: tie("expression"),
    }),
    fc.record({
      kind: fc.constant("call"),
      function: fc.constantFrom("log", "log1p", "exp", "sqrt", "abs"),
      arguments: fc.tuple(tie("expression")),
    }),
    fc.record({
      kind: fc.constant("call"),
      function: fc.constantFrom("year", "month", "weekday", "hour", "missing"),
      arguments: fc.tuple(fc.record({ kind: fc.constant("name"), name: fc.constantFrom(...NAMES) })),
    }),
    fc.record({
      kind: fc.constant("call"),
      function: fc.constant("days"),
      arguments: fc.tuple(
        fc.record({ kind: fc.constant("name"), name: fc.constantFrom(...NAMES) }),
        fc.constant({ kind: "date", text: "1970-01-03", value: 2 }),
      ),
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
  if (expression.kind === "date") return `"${expression.text}"`;
  if (expression.kind === "unary") return `(-${writeFully(expression.operand)})`;
  if (expression.kind === "call") return `${expression.function}(${expression.arguments.map(writeFully).join(",")})`;
  return `(${writeFully(expression.left)}${expression.operator}${writeFully(expression.right)})`;
}

/** Throws for a year that no calendar here has. */
function withinYears(year: number): number {
  if (!(year >= 1 && year <= 9999)) throw new RangeError();
  return year;
}

/** The meaning of an expression, step by step; throws at the first step that has no finite result. */
function work(expression: Expression, names: Record<string, number>): number {
  const step = (): number => {
    if (expression.kind === "number" || expression.kind === "date") return expression.value;
    if (expression.kind === "name") return names[expression.name]!;
    if (expression.kind === "unary") return 0 - work(expression.operand, names);
    if (expression.kind === "call") {
      const [part] = expression.arguments;
      if (expression.function === "missing") return part?.kind === "name" && Number.isNaN(names[part.name]) ? 1 : 0;
      const inputs = expression.arguments.map((argument) => work(argument, names));
      if (expression.function === "min") return inputs.sort((x, y) => x - y)[0]!;
      if (expression.function === "max") return inputs.sort((x, y) => y - x)[0]!;
      if (expression.function === "days") return inputs[0]! - inputs[1]!;
      const moment = new Date(Math.round(inputs[0]! * 86400) * 1000);
      if (expression.function === "year") return withinYears(moment.getUTCFullYear());
      if (expression.function === "month") return withinYears(moment.getUTCFullYear()) && moment.getUTCMonth() + 1;
      if (expression.function === "weekday") return (withinYears(moment.getUTCFullYear()) && moment.getUTCDay()) || 7;
      if (expression.function === "hour") return withinYears(moment.getUTCFullYear()) && moment.getUTCHours();
      return Math[expression.function](inputs[0]!);
    }
    const [left, right] = [work(expression.left, names), work(expression.right, names)];
    if (expression.operator === "+") return left + right;
    if (expression.operator === "-") return left - right;
    if (expression.operator === "*") return left * right;
    if (expression.operator === "/") return left / right;
    if (expression.operator === "<") return left < right ? 1 : 0;
    if (expression.operator === "<=") return left > right ? 0 : 1;
    if (expression.operator === ">") return left > right ? 1 : 0;
    if (expression.operator === ">=") return left < right ? 0 : 1;
    if (expression.operator === "==") return left - right === 0 ? 1 : 0;
    if (expression.operator === "!=") return left - right === 0 ? 0 : 1;
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
    ["log1p(a)", -1],
    ["a < 1", NaN],
    ["1 == log(a)", 0],
    ["year(a)", 1e9],
    ["month(a)", NaN],
    ["days(a, '2015-01-01')", NaN],
  ])("gives NaN for %s with a = %d", (text, a) => {
    expect(evaluate(text, { a })).toBeNaN();
  });

  it("gives NaN for a name that has no place in the row", () => {
    expect(evaluate("a + b", { a: 1 })).toBeNaN();
  });
});

describe("compileFormula with fills", () => {
  const filled = (text: string, a: number) =>
    compileFormula(
      parseFormula(text),
      () => 0,
      (name) => (name === "a" ? 7 : undefined),
    )([a]);

  it("takes the fill for a name without a value, and the value of every other", () => {
    expect(filled("a + 1", NaN)).toBe(8);
    expect(filled("a + 1", 2)).toBe(3);
    expect(filled("a > 6", NaN)).toBe(1);
    expect(filled("b + 1", NaN)).toBeNaN();
  });

  it("leaves missing(name) to say what is missing", () => {
    expect(filled("a * missing(a)", NaN)).toBe(7);
    expect(filled("a * missing(a)", 2)).toBe(0);
  });
});

describe("the parts of a date", () => {
  const at = (text: string, days: number) => evaluate(text, { d: days });

  it.each([
    ["2015-06-30T14:30", 2015, 6, 2, 14],
    ["1970-01-01", 1970, 1, 4, 0],
    ["1969-12-31T23:59:59", 1969, 12, 3, 23],
    ["2000-02-29", 2000, 2, 2, 0],
    ["0001-01-01", 1, 1, 1, 0],
    ["9999-12-31T23:00", 9999, 12, 5, 23],
  ])("%s is of year %d, month %d, weekday %d, hour %d", (iso, year, month, weekday, hour) => {
    const days = daysOfIso(iso);
    expect([at("year(d)", days), at("month(d)", days), at("weekday(d)", days), at("hour(d)", days)]).toEqual([
      ...[year, month, weekday, hour],
    ]);
  });

  it("counts days from a date", () => {
    expect(at('days(d, "2015-01-01")', daysOfIso("2015-03-01T12:00"))).toBe(59.5);
    expect(at('days(d, "2015-01-01T06:00")', daysOfIso("2015-01-01"))).toBe(-0.25);
  });

  it("are those of every second of 10,000 years: a date is the text of its number", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY * 86400, max: (LAST_DAY + 1) * 86400 - 1 }), (seconds) => {
        const days = seconds / 86400;
        expect(daysOfIso(isoOfDays(days, true))).toBe(days);
        expect(at("hour(d)", days)).toBe(Math.floor((((seconds % 86400) + 86400) % 86400) / 3600));
      }),
      { numRuns: 2000 },
    );
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
    ["log1p(bedrooms - 1)", ["bedrooms"], "bedrooms - 1 must be greater than \u22121"],
    ["area * (log(bedrooms) > 1)", ["bedrooms"], "bedrooms must be greater than 0"],
    ["year(big)", ["big"], "big must be a date of the years 1 to 9999"],
  ])("explains %s", (text, names, reason) => {
    const inputs: Record<string, number> = { area: 6000, bedrooms: 0, big: 1e8 };
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

it("the functions are those of the design, and six of them cannot be names", () => {
  expect(FUNCTION_NAMES).toEqual([
    ...["log", "log1p", "exp", "sqrt", "abs", "min", "max"],
    ...["year", "month", "weekday", "hour", "days", "missing"],
  ]);
  expect(RESERVED_NAMES).toEqual(["log", "exp", "sqrt", "abs", "min", "max"]);
});
