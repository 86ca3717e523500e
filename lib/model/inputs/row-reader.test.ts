import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectDialect } from "../../csv/dialect";
import { RecordReader } from "../../csv/record";
import { faultsOf, inputSchema, readText, readValue } from "./schema";
import { RowReader } from "./row-reader";
import { parseSpec } from "../spec";
import { makeSpec } from "../../testing/models";

const spec = parseSpec(
  makeSpec({
    inputs: [
      { name: "a", label: "Area", kind: "number", min: 1, max: 5000, unit: "m²" },
      { name: "n", label: "Rooms", kind: "integer", min: 0 },
      { name: "b", label: "Basement", kind: "boolean" },
      {
        name: "c",
        label: "Heating",
        kind: "category",
        levels: ["gas", "Öl", 'the "other"', "a level with many letters"],
      },
    ],
    derived: [
      { name: "d", label: "Area per room", formula: "a / n" },
      { name: "e", label: "Logarithm", formula: "log(a)" },
    ],
    terms: ["a", "n", "b", "c", "d"],
  }),
);
const names = ["a", "n", "b", "c", "d", "e"];
const schema = inputSchema(spec);

/** What a row reader makes of a line, beside what the form's way through text and schema makes of it. */
function readBoth(cells: string[], delimiter: ";" | ",") {
  const encoder = new TextEncoder();
  const dialect = detectDialect(encoder.encode(names.join(delimiter)), "\n");
  const record = new RecordReader(dialect, names.length);
  record.load(
    encoder.encode(
      cells.map((cell) => (/[";,\s]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
    ),
  );
  record.next();
  const reader = new RowReader(spec, { inputs: [0, 1, 2, 3], derived: [4, 5] }, dialect);
  const faults = reader.read(record);

  const text = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
  const derived = spec.derived.map(({ name, label }) => {
    return [name, readValue({ kind: "number", name, label }, text[name]!, { dialect })];
  });
  const inputs = spec.inputs.map((input) => [input.name, readValue(input, text[input.name]!, { dialect })]);
  const parsed = schema.safeParse(Object.fromEntries([...inputs, ...derived]));
  return { faults, reader, parsed };
}

const number = fc.oneof(
  fc.integer({ min: -2, max: 9 }).map(String),
  fc.double({ min: 0, max: 6000, noNaN: true }).map(String),
  fc.constantFrom(
    "",
    " 7 ",
    "1 234,5",
    "1,234.5",
    "1.234,5",
    "1e3",
    "NaN",
    "Infinity",
    "-0",
    "1e-400",
    "9".repeat(30),
    "x",
  ),
);
const word = fc.constantFrom("yes", "No", "TRUE", "0", "1", "on", " y ", "perhaps", "");
const level = fc.constantFrom("gas", "Öl", 'the "other"', "a level with many letters", "gas ", "Gas", "");
const claim = fc.constantFrom("", "2", "100", "0.5");
const row = fc.tuple(number, number, word, level, claim, claim);
const goodRow = fc
  .tuple(fc.double({ min: 1, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 9 }))
  .map(([a, n]) => [String(a), String(n), "no", "Öl", String(a / n), String(Math.log(a))]);

describe("RowReader", () => {
  test("finds in any row what the schema finds in its text, and in a good row the same values", () => {
    fc.assert(
      fc.property(fc.oneof(row, goodRow), fc.constantFrom(";" as const, "," as const), (cells, delimiter) => {
        const { faults, reader, parsed } = readBoth(cells, delimiter);
        expect(faults).toEqual(parsed.success ? null : faultsOf(parsed.error));
        if (!parsed.success) return;
        const { a, n, b, c } = parsed.data;
        const levels = ["gas", "Öl", 'the "other"', "a level with many letters"];
        expect(Array.from(reader.encoded)).toEqual([a, n, Number(b), levels.indexOf(String(c))]);
      }),
      { numRuns: 5000 },
    );
  });

  test("reads numbers as the form does", () => {
    expect(readText(spec, { a: "1,234.5" }).a).toBe(1234.5);
    expect(readBoth(["1,234.5", " 7 ", "Y", "gas", "", ""], ",").reader.encoded[0]).toBe(1234.5);
    expect(readBoth(["1 234,5", " 7 ", "Y", "gas", "", ""], ";").reader.encoded[0]).toBe(1234.5);
    expect(readBoth(["1e3", "1", "on", "gas", "", ""], ",").reader.encoded[0]).toBe(1000);
    for (const text of ["Infinity", "1 234 m", "0x10"]) {
      expect(readBoth([text, "1", "on", "gas", "", ""], ",").faults).toEqual([
        { name: "a", detail: "area must be a number" },
      ]);
    }
  });
});
