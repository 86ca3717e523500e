import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../language/locale";
import type { Input } from "../spec";
import { acceptValue } from "./kinds";
import { readField, readFields, readText, readValue, writeField, writeFields, writeText } from "./text";
import { Unreadable } from "./unreadable";

const area: Input = { name: "area", label: "Fläche", kind: "number", min: 500, max: 50_000, locale: "de" };
const free: Input = { name: "free", label: "Zahl", kind: "number", locale: "de" };
const count: Input = { name: "count", label: "Anzahl", kind: "integer", locale: "de" };
const heating: Input = {
  name: "heating",
  label: "Heizung",
  kind: "category",
  levels: ["gas", "none"],
  names: { none: "keine" },
  locale: "de",
};

describe("readField(input, text) of a German input", () => {
  test.each([
    [free, "1250,5", 1250.5],
    [free, "1.250,5", 1250.5],
    [free, "1.250.000", 1_250_000],
    [free, "1,250", 1.25],
    [free, "1250.5", 1250.5],
    [free, "0.125", 0.125],
    [free, "−1,5e3", -1500],
    [free, "1 250,5", 1250.5],
    [area, "1.250", 1250],
    [{ ...area, min: 0, max: 10 }, "1.250", 1.25],
    [{ ...area, min: 5000 }, "1.250", 1250],
    [count, "1.250", 1250],
    [{ ...free, unit: "m²" }, "80,5 m²", 80.5],
    [{ ...free, unit: "Quadratfuß", units: ["sq ft", "Quadratfuß"] }, "6.000,5 sq ft", 6000.5],
    [free, "viel", "viel"],
  ])("of %j takes %j for %j", (input, text, value) => {
    expect(readField(input as Input, text)).toEqual(value);
  });

  test("leaves open which of two numbers a text is where both are allowed", () => {
    expect(readField(free, "1.250")).toEqual(new Unreadable("1.250", expect.any(String), [1250, 1.25]));
    expect(acceptValue(free, readField(free, "1.250"))).toBeUndefined();
  });

  test("knows a level by its name and by its own text", () => {
    expect(["keine", " KEINE ", "none", "gas", "Öl"].map((text) => readField(heating, text))).toEqual([
      ...["none", "none", "none", "gas"],
      "Öl",
    ]);
  });
});

test("readValue(input, text) reads the text of an address the same whatever the language of the reader", () => {
  for (const locale of LOCALES) {
    const read = (text: string) => readValue({ ...free, locale }, text);
    expect(["1.250", "1,250", "1,5", "1.250,5"].map(read)).toEqual([1.25, 1250, 1.5, 1250.5]);
    expect(readValue({ ...heating, locale }, "keine")).toBe("keine");
  }
});

test("writeField(input, value) shows digits without marks between thousands, which readField reads back", () => {
  expect([1250.5, 1_250_000, 0.125, -3].map((value) => writeField(free, value))).toEqual([
    ...["1250,5", "1250000"],
    ...["0,125", "-3"],
  ]);
  const bound = fc.double({ noNaN: true, noDefaultInfinity: true });
  const number = fc.record({ kind: fc.constant("number" as const), value: bound });
  const integer = fc.record({ kind: fc.constant("integer" as const), value: fc.maxSafeInteger() });
  // Numbers with three decimals are those that have two readings.
  const thousandths = fc.record({
    kind: fc.constant("number" as const),
    value: fc.integer({ min: -2_000_000, max: 2_000_000 }).map((count) => count / 1000),
  });
  const allowed = fc.record({
    of: fc.oneof(number, integer, thousandths),
    locale: fc.constantFrom(...LOCALES),
    bounds: fc.option(fc.tuple(bound, bound)),
    unit: fc.constantFrom(undefined, "%", "CAD", "m²"),
  });
  fc.assert(
    fc.property(allowed, ({ of: { kind, value }, locale, bounds, unit }) => {
      const [min, max] = bounds ? [Math.min(...bounds, value), Math.max(...bounds, value)] : [undefined, undefined];
      const input: Input = { name: "x", label: "X", kind, locale, unit, min, max };
      // 0 and −0 are the same to a reader.
      expect(acceptValue(input, readField(input, writeField(input, value)))).toBe(value === 0 ? 0 : value);
    }),
    { numRuns: 3000, seed: 17 },
  );
});

test("writeFields and writeText write what readFields and readText read, a level by its own text", () => {
  const spec = { inputs: [free, heating], training: undefined };
  const inputs = { free: 1250.5, heating: "none" };
  expect(writeFields(spec, inputs)).toEqual({ free: "1250,5", heating: "none" });
  expect(readFields(spec, writeFields(spec, inputs))).toEqual(inputs);
  expect(writeText(spec, inputs)).toEqual({ free: "1250.5", heating: "none" });
  expect(readText(spec, writeText(spec, inputs))).toEqual(inputs);
});
