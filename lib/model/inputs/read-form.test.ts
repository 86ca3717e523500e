import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSpec, publishedModel } from "../../testing/models";
import { compileReading } from "../reading";
import type { Locale } from "../../language/locale";
import { parseSpec, type Input } from "../spec";
import { specIn } from "../translate";
import { instructionOf } from "./instruction";
import { readForm } from "./read-form";
import { faultsOf, inputSchema } from "./schema";
import { readField, readText, readValue } from "./text";

const LEVELS = ["coal", "gas", "oil"];
const MANY = Array.from({ length: 40 }, (_, index) => `Ward ${index + 1}`);

/** One input of every kind, with and without what can be added to it. */
const inputs: Input[] = [
  { name: "area", label: "Lot area", kind: "number", unit: "sq ft", min: 500, max: 50_000 },
  { name: "free", label: "Free number", kind: "number" },
  { name: "share", label: "Share", kind: "number", unit: "%", min: 0, max: 10 },
  { name: "bedrooms", label: "Bedrooms", kind: "integer", min: 1, max: 10 },
  { name: "built", label: "Year built", kind: "integer", min: 1800, max: 2020 },
  { name: "guest", label: "Guest room", kind: "boolean", instruction: "Select yes if the house has a guest room" },
  { name: "pool", label: "Pool", kind: "boolean" },
  { name: "heating", label: "Heating", kind: "category", levels: LEVELS },
  { name: "ward", label: "Ward", kind: "category", levels: MANY },
  { name: "agent", label: "Agent", kind: "category", levels: LEVELS, other: { fewest: 10, label: "other" } },
  { name: "sold", label: "Sale", kind: "date", min: "2014-05-01", max: "2015-06-30" },
  { name: "seen", label: "Date of the visit", kind: "date", time: true },
  { name: "extra", label: "Extra", kind: "number", missing: { value: 3 } },
];
const terms = inputs.map(({ name, kind }) => (kind === "date" ? `year(${name})` : name));
const spec = parseSpec(makeSpec({ inputs, derived: [], terms: [...terms, "area / free"] }));
const made = { spec, schema: inputSchema(spec), reading: compileReading(spec) };
const inputOf = (name: string) => spec.inputs.find((input) => input.name === name)!;

const instruct = (name: string, text: string) => instructionOf(inputOf(name), readValue(inputOf(name), text));

/** What libraries say of a value that does not fit. */
const OF_A_LIBRARY = /invalid input|expected|received|unrecognized|too (small|big)|undefined|\bnull\b|NaN|\[object/i;

test.each([
  ["area", "", "Enter the lot area in square feet, 500 to 50,000"],
  ["area", "abc", 'Enter the lot area in square feet, 500 to 50,000: "abc" is not a number'],
  ["area", "60000", "Enter the lot area in square feet, 500 to 50,000: 60,000 is too high"],
  ["area", "450 m²", "Enter the lot area in square feet, 500 to 50,000: 450 m² is 4,844 sq ft"],
  ["area", "5000 kg", 'Enter the lot area in square feet, 500 to 50,000: "5000 kg" is not a number in square feet'],
  [
    "area",
    "300",
    "Enter the lot area in square feet, 500 to 50,000: 300 is too low; did you mean 300 m², which is 3,229 sq ft?",
  ],
  ["free", "", "Enter the free number"],
  ["share", "1,250", 'Enter the share in per cent, 0 to 10: "1,250" can be 1250 or 1.25'],
  ["bedrooms", "20", "Enter the number of bedrooms, 1 to 10: 20 is too high"],
  ["bedrooms", "2.5", "Enter the number of bedrooms as a whole number, 1 to 10"],
  ["built", "1700", "Enter the year built, 1800 to 2020: 1700 is too low"],
  ["guest", "", "Select yes if the house has a guest room"],
  ["pool", "maybe", "Select yes or no for pool"],
  ["heating", "", "Select the heating"],
  ["ward", "Wrad 12", "Select the ward; did you mean Ward 12?"],
  ["agent", "", "Enter the agent in at most 200 characters"],
  ["sold", "", "Enter the date of sale, 1 May 2014 to 30 Jun 2015"],
  ["seen", "noon", "Enter the date of the visit"],
  ["area", "6000", undefined],
  ["extra", "", undefined],
])("instructionOf(%s, %j) names the field and says what to do", (name, text, instruction) => {
  expect(instruct(name, text)).toBe(instruction);
});

const german = specIn(spec, "de");

test.each([
  ["area", "", "Lot area: Bitte 500 bis 50.000 Quadratfuß eingeben"],
  ["area", "450,5 m²", "Lot area: Bitte 500 bis 50.000 Quadratfuß eingeben; 450,5 m² entspricht 4.849 sq ft"],
  ["area", "viel", "Lot area: Bitte 500 bis 50.000 Quadratfuß eingeben; „viel“ ist keine Zahl"],
  ["area", "300", "Lot area: Bitte 500 bis 50.000 Quadratfuß eingeben; 300 ist zu niedrig; meinten Sie 300 m², also 3.229 sq ft?"],
  ["free", "", "Free number: Bitte eine Zahl eingeben"],
  ["free", "1.250", "Free number: Bitte 1250 oder 1,25 eingeben; „1.250“ kann beides sein"],
  ["share", "12,5", "Share: Bitte 0 bis 10 Prozent eingeben; 12,5 ist zu hoch"],
  ["bedrooms", "2,5", "Bedrooms: Bitte eine ganze Zahl eingeben, 1 bis 10"],
  ["built", "1700", "Year built: Bitte 1800 bis 2020 eingeben; 1700 ist zu niedrig"],
  ["pool", "", "Pool: Bitte Ja oder Nein auswählen"],
  ["heating", "", "Heating: Bitte auswählen"],
  ["ward", "Wrad 12", "Ward: Bitte auswählen; meinten Sie Ward 12?"],
  ["agent", "", "Agent: Bitte höchstens 200 Zeichen eingeben"],
  ["sold", "", "Sale: Bitte ein Datum eingeben, 1. Mai 2014 bis 30. Juni 2015"],
  ["seen", "03/04/2015", "Date of the visit: Bitte Datum und Uhrzeit eingeben; gemeint sein kann 3. Apr. 2015 oder 4. März 2015"],
  ["area", "6.000,5", undefined],
])("instructionOf(%s, %j) of a German input says it in German, without an article", (name, text, instruction) => {
  const input = german.inputs.find((each) => each.name === name)!;
  expect(instructionOf(input, readField(input, text))).toBe(instruction);
});

test("readForm(model, text, locale) reads numbers as the form's language writes them", () => {
  const one = { ...german, inputs: german.inputs.slice(0, 1), derived: [], terms: ["area"] };
  const model = { spec: one, reading: compileReading(one) };
  expect(readForm(model, { area: "1.250,5" }, "de")).toMatchObject({ inputs: { area: 1250.5 } });
  expect(readForm(model, { area: "1.250" }, "de")).toMatchObject({ inputs: { area: 1250 } });
  expect(readForm(model, { area: "1.250" })).toMatchObject({ faults: [{ name: "area" }] });
});

test("readForm(model, text) says in the form's language where a formula has no value", () => {
  const rooms = { name: "rooms", label: "Zimmer", kind: "integer" };
  const derived = [{ name: "share", label: "Fläche je Zimmer", formula: "1 / rooms" }];
  const raw = parseSpec(makeSpec({ inputs: [rooms], derived, terms: ["share"] }));
  const faultIn = (locale: Locale) => {
    const one = specIn(raw, locale);
    const read = readForm({ spec: one, reading: compileReading(one) }, { rooms: "0" }, locale);
    return "faults" in read && read.faults[0]!.detail;
  };
  expect(faultIn("en")).toBe("zimmer must not be 0, to compute fläche je Zimmer");
  expect(faultIn("de")).toBe("Zimmer darf nicht 0 sein, damit sich „Fläche je Zimmer“ berechnen lässt");
});

test("readForm(model, text) refuses the fields that the schema refuses, in words of ours alone", async () => {
  const text = fc.oneof(
    fc.constantFrom("", " ", "abc", "0", "1", "2.5", "-3", "1e999", "6,000", "1,250", "300", "yes", "no", "maybe"),
    fc.constantFrom("gas", "GAS", "Ward 7", "Wrad 7", "2015-01-31", "03/04/2015", "2015-01-31T10:00", "on", "null"),
    fc.constantFrom("6000 and 7000", "undefined", "[object Object]", "Infinity", "NaN", "x".repeat(300)),
    fc.string(),
  );
  for (const model of [made, await publishedModel("house-price-hedonic")]) {
    const texts = fc.record(Object.fromEntries(model.spec.inputs.map(({ name }) => [name, text])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(texts, (sent) => {
        const read = readForm(model, sent);
        const parsed = model.schema.safeParse(readText(model.spec, sent));
        if ("inputs" in read) return expect(parsed.data).toEqual(read.inputs);
        const names = read.faults.map(({ name }) => name);
        expect(names.toSorted()).toEqual(faultsOf(parsed.error!).map(({ name }) => name).toSorted());
        for (const { name, detail } of read.faults) {
          const { label } = model.spec.inputs.find((input) => input.name === name)!;
          // What somebody typed may be quoted.
          const typed = Object.values(sent).map((value) => JSON.stringify(value?.trim() ?? ""));
          const own = typed.reduce((words, value) => words.replaceAll(value, ""), detail);
          expect(own).not.toMatch(OF_A_LIBRARY);
          expect(own).toMatch(/^(Enter|Select) |must /);
          expect(detail.length, label).toBeLessThan(500);
        }
      }),
      { numRuns: 600, seed: 15 },
    );
  }
});

test("readForm(model, text) names the fault of each empty field, in the order of the form", () => {
  const read = readForm(made, {});
  expect("faults" in read && read.faults.map(({ name }) => name)).toEqual(
    inputs.map(({ name }) => name).filter((name) => name !== "extra"),
  );
});
