import { describe, expect, test } from "vitest";
import { parseSpec, SpecError } from "./spec";
import { makeSpec } from "../testing/models";

const number = (name: string, more = {}) => ({
  name,
  label: name,
  kind: "number",
  ...more,
});

describe("parseSpec", () => {
  test("fills in what may be left out", () => {
    const spec = parseSpec(makeSpec());
    expect(spec.target).toMatchObject({
      positive: false,
      transform: "identity",
    });
    expect(spec.derived).toEqual([]);
  });

  test.each([
    ["a name that is not one", { inputs: [number("Lot Size")], terms: ["a"] }, "inputs.0.name: must be lower-case"],
    [
      "a name that is a function",
      { inputs: [number("log")], terms: ["log"] },
      "inputs.0.name: must not be the name of a function",
    ],
    ["two inputs of one name", { inputs: [number("a"), number("a")], terms: ["a"] }, "inputs.1.name: a is named twice"],
    ["an input named like the target", { inputs: [number("y")], terms: ["y"] }, "inputs.0.name: y is named twice"],
    ["a term of an unknown name", { terms: ["a", "b", "c"] }, "terms.2: c is neither an input nor a derived feature"],
    ["a term twice", { terms: ["a", "b", "a"] }, "terms.2: a is there twice"],
    ["a term without an input", { terms: ["a", "b", "2"] }, "terms.2: must use at least one input"],
    ["code in a term", { terms: ["a", "b", "a.constructor"] }, "terms.2: "],
    ["an input that nothing uses", { terms: ["a"] }, "inputs.1: b is used by no term"],
    [
      "bounds the wrong way round",
      { inputs: [number("a", { min: 2, max: 1 }), number("b")] },
      "inputs.0.max: must be greater than min",
    ],
    [
      "a typical value out of bounds",
      { inputs: [number("a", { min: 2, typical: 1 }), number("b")] },
      "inputs.0.typical: must lie between",
    ],
    [
      "a date alone as a term",
      { inputs: [number("a"), { name: "b", label: "B", kind: "date" }] },
      'terms.1: b is a date and must stand in a function: year(b), month(b), weekday(b), hour(b) or days(b, "2015-01-01")',
    ],
    ["a part of what is no date", { terms: ["a", "month(b)"] }, "terms.1: month takes a date, and b is none"],
    [
      "the hour of a date without a time",
      { inputs: [number("a"), { name: "b", label: "B", kind: "date" }], terms: ["a", "hour(b)"] },
      'terms.1: hour(b) needs "time": true in b',
    ],
    [
      "missing() of a derived feature",
      { derived: [{ name: "d", label: "D", formula: "a + b" }], terms: ["a", "missing(d)"] },
      "terms.1: missing takes an input, and d is a derived feature",
    ],
    [
      "a date that there is not",
      { inputs: [number("a"), { name: "b", label: "B", kind: "date", min: "2015-02-30" }], terms: ["a", "year(b)"] },
      "inputs.1.min: must be a date that there is",
    ],
    [
      "dates the wrong way round",
      { inputs: [number("a"), { name: "b", label: "B", kind: "date", min: "2015-02-03", max: "2015-02-02" }] },
      "inputs.1.max: must be later than min",
    ],
    [
      "a time of day in a date without one",
      { inputs: [number("a"), { name: "b", label: "B", kind: "date", typical: "2015-02-03T10:00" }] },
      'inputs.1.typical: has a time of day, which needs "time": true',
    ],
    ["a key that is not known", { colour: "green" }, 'Unrecognized key: "colour"'],
    [
      "a column for nothing",
      { training: { file: "t.csv", columns: { c: "C" } } },
      "training.columns.c: is neither an input nor the target",
    ],
  ])("refuses %s and says where", (_, changes, message) => {
    expect(() => parseSpec(makeSpec(changes))).toThrow(SpecError);
    expect(() => parseSpec(makeSpec(changes))).toThrow(message);
  });

  test("takes parts of dates, comparisons, missing() of any input, and an input that is called like one of them", () => {
    const date = { name: "sold", label: "Sold on", kind: "date", time: true, min: "2010-01-01", typical: "2015-06-30T14:30" };
    const level = { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil"] };
    const terms = ["year(sold) - year", "hour(sold) >= 12", 'days(sold, "2015-01-01")', "missing(sold)", "heating"];
    const spec = makeSpec({ inputs: [number("year"), date, level], terms: [...terms, "missing(heating) * log1p(year)"] });
    expect(parseSpec(spec).terms).toHaveLength(6);
  });

  test("lists every fault, not only the first", () => {
    const faulty = makeSpec({ title: "", terms: ["a", "c"] });
    expect(() => parseSpec(faulty)).toThrow(/title: .*\n.*terms|terms.*\n.*title/s);
  });

  test("takes a derived feature only from names declared before it", () => {
    const derived = [
      { name: "d", label: "D", formula: "e + a" },
      { name: "e", label: "E", formula: "b" },
    ];
    expect(() => parseSpec(makeSpec({ derived }))).toThrow("derived.0.formula: e is neither an input nor");
  });

  test("lets a category stand alone in a term or be multiplied, and nowhere else", () => {
    const inputs = [number("a"), { name: "b", label: "B", kind: "category", levels: ["x", "y"] }];
    expect(parseSpec(makeSpec({ inputs })).inputs[1]).toMatchObject({
      levels: ["x", "y"],
    });
    for (const term of ["a : b", "b * a", "2 * b / a", "log(a) : b", "(a + 1) * b"]) {
      expect(parseSpec(makeSpec({ inputs, terms: ["b", term] })).terms).toHaveLength(2);
    }
    for (const term of ["a + b", "log(b)", "a / b", "b^2", "-b : a", "b * a + 1"]) {
      expect(() => parseSpec(makeSpec({ inputs, terms: ["a", term] }))).toThrow("terms.1: b is a category and can only");
    }
    expect(() => parseSpec(makeSpec({ inputs, terms: ["a", "b : b"] }))).toThrow("terms.1: b stands in it twice");
    const derived = [{ name: "d", label: "D", formula: "a * b" }];
    expect(() => parseSpec(makeSpec({ inputs, derived, terms: ["d"] }))).toThrow("derived.0.formula: b is a category");
  });

  test("takes an alert on a figure of the ratio study only beside the study", () => {
    const alerts = [{ id: "fair", metric: "accuracy", measures: ["mdape", "prb"] }];
    const target = { name: "y", label: "Outcome", ratioStudy: true };
    expect(() => parseSpec(makeSpec({ alerts }))).toThrow('alerts.0.measures.1: prb needs "ratioStudy": true');
    expect(parseSpec(makeSpec({ alerts, target })).alerts).toHaveLength(1);
  });
});

test("parseSpec(json) says of a key that is missing what it is for", () => {
  const { card, ...rest } = makeSpec() as Record<string, unknown> & { card: object };
  const spec = { ...rest, title: undefined, card: { ...card, limits: undefined } };
  expect(() => parseSpec(spec)).toThrow("title is missing: what the model is called on its pages");
  expect(() => parseSpec(spec)).toThrow("card.limits is missing: sentences on what the model should not be used for");
});
