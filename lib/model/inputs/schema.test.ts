import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derive } from "./derive";
import { faultsOf, inputSchema, readText, readValue, writeText, type Inputs } from "./schema";
import { parseSpec, type Input } from "../spec";
import { isMissingText } from "./missing";
import { Unreadable } from "./unreadable";
import { makeSpec, publishedModel } from "../../testing/models";

const { spec, schema } = await publishedModel("house-price");
const house = {
  area: 6000,
  bedrooms: 3,
  bathrooms: 2,
  stories: 2,
  guest_rooms: 0,
  basement: true,
  parking: 1,
};

function faults(sent: unknown) {
  const result = schema.safeParse(sent);
  return result.success ? [] : faultsOf(result.error);
}

describe("inputSchema", () => {
  test("gives the raw inputs alone, with yes and no as booleans", () => {
    expect(schema.parse({ ...house, area_per_bedroom: 2000 })).toEqual({
      ...house,
      guest_rooms: false,
    });
  });

  test.each([
    [{ area: "big" }, "area", "lot area must be a number"],
    [{ area: "6000" }, "area", "lot area must be a number"],
    [{ area: undefined }, "area", "lot area is required"],
    [{ area: null }, "area", "lot area must be a number"],
    [{ area: 1e999 }, "area", "lot area must be a number"],
    [{ area: 10 }, "area", "lot area must be between 500 and 50,000 sq ft"],
    [{ bedrooms: 2.5 }, "bedrooms", "bedrooms must be a whole number"],
    [{ bedrooms: 0 }, "bedrooms", "bedrooms must be between 1 and 10"],
    [{ bedrooms: -0.5 }, "bedrooms", "bedrooms must be between 1 and 10"],
    [{ basement: "yes" }, "basement", "finished basement must be true or false"],
    [{ basement: 2 }, "basement", "finished basement must be true or false"],
    [
      { area_per_bedroom: 1999 },
      "area_per_bedroom",
      "area per bedroom must equal area / bedrooms, which is 2,000 sq ft, or be left out",
    ],
    [{ garage: 1 }, "garage", "garage is not an input of this model; the inputs are area, bedrooms"],
  ])("refuses %j by field, in the words of its label", (change, name, detail) => {
    const found = faults({ ...house, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]!.name).toBe(name);
    expect(found[0]!.detail).toContain(detail);
  });

  test("names every field at fault at once", () => {
    expect(
      faults({ ...house, area: "big", bedrooms: 99, pool: true })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["area", "bedrooms", "pool"]);
    expect(faults({})).toHaveLength(spec.inputs.length);
  });

  test("refuses names that objects inherit", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      expect(faults(JSON.parse(`{"${name}": 1, ${JSON.stringify(house).slice(1)}`)).map((fault) => fault.name)).toEqual(
        [name],
      );
    }
  });

  test("names the input that makes a formula undefined", () => {
    const undefinedAt = (changes: Record<string, unknown>, sent: unknown) => {
      const result = inputSchema(parseSpec(makeSpec(changes))).safeParse(sent);
      return result.success ? [] : faultsOf(result.error);
    };
    expect(undefinedAt({ terms: ["a", "a / b"] }, { a: 1, b: 0 })).toEqual([
      { name: "b", detail: "second must not be 0, to compute the term a / b" },
    ]);
    const derived = [{ name: "d", label: "Logarithm", formula: "log(a)" }];
    expect(undefinedAt({ derived, terms: ["d", "b"] }, { a: 0, b: 1 })).toEqual([
      {
        name: "a",
        detail: "first must be greater than 0, to compute logarithm",
      },
    ]);
  });
});

describe("readText", () => {
  test.each([
    ["6000", 6000],
    [" 6,000 ", 6000],
    ["1 234 567.5", 1234567.5],
    ["1e3", 1000],
    ["-3", -3],
    ["\u22123", -3],
    [".5", 0.5],
    ["", undefined],
    ["six", "six"],
    ["6,00", 6],
    ["0,125", 0.125],
    ["4,600.5", 4600.5],
    ["4,600 sq ft", 4600],
    ["4600 SQ. FT.", 4600],
    ["(4600)", -4600],
    ["\u22124.600,5", -4600.5],
    ["4600 m²", "4600 m²"],
    ["$4600", "$4600"],
    ["NaN", undefined],
    ["n/a", undefined],
    ["-", undefined],
    ["Infinity", "Infinity"],
    ["0x10", "0x10"],
  ])("reads %j in a number field as %j", (text, value) => {
    expect(readText(spec, { area: text }).area).toEqual(value);
  });

  test.each([
    ["1 234,5", 1234.5],
    ["1.234,5", 1234.5],
    ["1.234.567", 1234567],
    ["\u22121,5", -1.5],
    ["0,125", 0.125],
    ["1,234", 1.234],
    ["1.234", 1234],
    ["1,2,3", "1,2,3"],
  ])("reads %j as %j where decimals come after a comma", (text, value) => {
    const dialect = { delimiter: 0x3b, newline: "\n", decimalComma: true, decided: true } as const;
    expect(readValue(spec.inputs[0]!, text, { dialect })).toEqual(value);
  });

  test.each([
    [{ unit: "CAD" }, "CA$1,200.50", 1200.5],
    [{ unit: "CAD" }, "CAD 1.200,50", 1200.5],
    [{ unit: "CAD" }, "$1200", 1200],
    [{ unit: "CAD" }, "1200 cad", 1200],
    [{ unit: "CAD" }, "€1200", "€1200"],
    [{ unit: "USD" }, "-US$ 5", -5],
    [{ unit: "EUR" }, "1.200,50 €", 1200.5],
    [{ unit: "INR" }, "₹12,34,567", 1234567],
    [{}, "£1,200.5", 1200.5],
    [{}, "$(1,200.50)", -1200.5],
    [{ unit: "%" }, "5%", 5],
    [{ min: 0, max: 1 }, "5 %", 0.05],
    [{ min: 0, max: 100 }, "5%", "5%"],
    [{ unit: "CC" }, "1197 cc", 1197],
    [{}, "1197 CC", "1197 CC"],
    [{ min: 1, max: 9 }, "4,600", "4,600"],
    [{ kind: "integer" }, "4,600", 4600],
  ])("reads for an input with %j the text %j as %j", (about, text, value) => {
    const input = { name: "x", label: "X", kind: "number", ...about } as Input;
    const read = readValue(input, text);
    expect(read instanceof Unreadable ? read.text : read).toEqual(value);
  });

  test("takes what can be read in two ways as pages write it, and names both readings where it cannot be that", () => {
    const weight = parseSpec(makeSpec({ inputs: [{ name: "a", label: "Weight", kind: "number", min: 0 }], terms: ["a"] }));
    expect(readText(weight, { a: "1,250" })).toEqual({ a: 1250 });
    const light = parseSpec(
      makeSpec({ inputs: [{ name: "a", label: "Weight", kind: "number", min: 0, max: 9 }], terms: ["a"] }),
    );
    const read = inputSchema(light).safeParse(readText(light, { a: "1,250" }));
    expect(faultsOf(read.error!)).toEqual([
      { name: "a", detail: 'weight must be 1250 or 1.25, as "1,250" can be either; write the one you mean' },
    ]);
  });

  test("takes what the description has for yes, no and nothing", () => {
    const basement = { name: "b", label: "B", kind: "boolean", yes: ["ja", "-"], no: ["Nein"] } as Input;
    expect(["JA", "nein", "-", "1.0", "0.0"].map((text) => readValue(basement, text))).toEqual([true, false, true, true, false]);
    const heating = { name: "h", label: "H", kind: "category", levels: ["NA", "gas"] } as Input;
    expect(["NA", "na", "gas"].map((text) => readValue(heating, text))).toEqual(["NA", undefined, "gas"]);
    const training = { missing: ["-999"] };
    expect(["-999", "NULL", "#N/A", "0"].map((text) => isMissingText({ training }, spec.inputs[0]!, text))).toEqual([true, true, true, false]);
  });

  test.each([
    ["yes", true],
    ["No", false],
    ["1", true],
    ["off", false],
    ["Ja", true],
    ["nein", false],
    ["maybe", new Unreadable("maybe", "must be yes or no")],
  ])("reads %j in a yes/no field as %j", (text, value) => {
    expect(readText(spec, { basement: text }).basement).toEqual(value);
  });

  test("is undone by nothing: what writeText writes reads back the same", () => {
    const inputs = fc.record({
      area: fc.double({ noNaN: true, noDefaultInfinity: true }),
      bedrooms: fc.integer(),
      basement: fc.boolean(),
    }) as fc.Arbitrary<Partial<Inputs>>;
    fc.assert(
      fc.property(inputs, (some) => {
        expect(readText(spec, writeText(spec, some))).toMatchObject(
          some.area === 0 ? { ...some, area: expect.closeTo(0) } : some,
        );
      }),
    );
  });
});

describe("derive", () => {
  test("computes what it can and leaves the rest null", () => {
    expect(derive(spec, { area: 6000, bedrooms: 3 })).toEqual({
      area_per_bedroom: 2000,
      bb_ratio: null,
    });
    expect(derive(spec, { area: 6000, bedrooms: 0, bathrooms: 1 })).toEqual({
      area_per_bedroom: null,
      bb_ratio: null,
    });
  });
});
