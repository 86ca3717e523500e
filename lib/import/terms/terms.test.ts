import { describe, expect, test } from "vitest";
import { expressionText } from "../../formula/parse";
import { Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import type { Origin } from "./factor";
import { Terms } from "./terms";

/** Formulas of terms, the readings that they hold, and notes. */
function open(origin: Origin, ...texts: string[]) {
  const terms = new Terms(texts, origin);
  const workspace = new Workspace(terms.names);
  const columns = terms.columns(workspace);
  return {
    names: terms.names,
    formulas: columns.map((column) => expressionText(workspace.numberOf(column))),
    labels: columns.map(({ label }) => label),
    lookups: workspace.readings.flatMap(({ lookup }) => lookup ?? []),
    notes: terms.notes,
  };
}

describe.each<Origin>(["formula", "names"])("new Terms(texts, %j) reads", (origin) => {
  test("numbers, functions of numpy, powers and quoted names", () => {
    expect(open(origin, "age", "Q('km driven')", "np.log10(km)", "I(age ** 1.5)", "Fläche")).toMatchObject({
      names: ["age", "km driven", "km", "Fläche"],
      formulas: ["age", "km_driven", expect.stringMatching(/^log\(km\) \/ 2\.30/), "age^1.5", "flache"],
      labels: ["age", "km driven", "np.log10(km)", "I(age ** 1.5)", "Fläche"],
    });
  });

  test("levels that are compared with a base: any other level counts as one that has no name", () => {
    const { formulas, labels, lookups, notes } = open(
      origin,
      "C(fuel)[T.gas]",
      "C(fuel)[T.oil]",
      "age:C(fuel)[T.gas]",
      "age",
    );
    expect(formulas).toEqual(["fuel == 0", "fuel == 1", "age * (fuel == 0)", "age"]);
    expect(labels).toEqual(["fuel = gas", "fuel = oil", "age · fuel = gas", "age"]);
    expect(lookups).toEqual([{ levels: ["gas", "oil"], values: [0, 1], unknown: -1, missing: "refused" }]);
    expect(notes).toEqual(["fuel: a value other than gas, oil counts as the base, whose name the file does not say."]);
  });

  test.each([`C(fuel, Treatment("oil"))[T.gas]`, "C(fuel, Treatment( reference = 'oil' ))[T.gas]"])(
    "the base of %s",
    (text) => {
      const { lookups, notes } = open(origin, text);
      expect(lookups).toEqual([{ levels: ["gas", "oil"], values: [0, -1], unknown: "refused", missing: "refused" }]);
      expect(notes).toEqual([]);
    },
  );

  test("a number for the base where it can be no position of another level", () => {
    expect(open(origin, "C(floor, Treatment(1))[T.0]", "C(floor, Treatment(1))[T.2]").lookups).toEqual([
      { levels: [0, 2, 1], values: [0, 1, -1], unknown: "refused", missing: "refused" },
    ]);
    expect(open(origin, "C(year, Treatment(2000))[T.2001]").lookups[0]!.levels).toEqual([2001, 2000]);
    expect(open(origin, "C(seats, Treatment(2))[T.4]", "C(seats, Treatment(2))[T.5]").lookups).toEqual([
      { levels: [4, 5], values: [0, 1], unknown: -1, missing: "refused" },
    ]);
  });

  test("the other one of True and False", () => {
    const { lookups, notes } = open(origin, "sold[T.True]");
    expect(lookups).toEqual([{ levels: [true, false], values: [0, -1], unknown: "refused", missing: "refused" }]);
    expect(notes).toEqual([]);
  });
});

test("new Terms(texts, origin) takes levels without a mark for all levels in a formula, and for some among names", () => {
  expect(open("formula", "fuel[gas]", "fuel[oil]").lookups[0]!.unknown).toBe("refused");
  expect(open("names", "fuel[gas]", "fuel[oil]").lookups[0]!.unknown).toBe(-1);
});

test("new Terms(texts, origin) refuses in a formula whatever is not known for sure, which among names is a name", () => {
  for (const text of [
    "km driven",
    "log(km)",
    "I(age ^ 2)",
    "np.sinh(km)",
    "np.log(km + 1)",
    "fuel[D.gas]",
    "a".repeat(600),
  ]) {
    expect(() => new Terms([text], "formula"), text).toThrow(ImportError);
  }
  expect(open("names", "km driven", "area:total", "np.sinh(km)", "fuel[D.gas]").names).toEqual([
    "km driven",
    "area:total",
    "np.sinh(km)",
    "fuel",
  ]);
});
