import fc from "fast-check";
import { expect, test } from "vitest";
import { compileReading } from "../reading";
import { faultsOf, inputSchema } from "./schema";
import { readInputs } from "./read-inputs";
import { makeSpec, publishedModel } from "../../testing/models";
import { parseSpec } from "../spec";

const published = await publishedModel("house-price");
const spec = parseSpec(
  makeSpec({
    inputs: [
      { name: "a", label: "First", kind: "number" },
      { name: "b", label: "Second", kind: "integer", min: -2 },
      { name: "c", label: "Third", kind: "category", levels: ["gas", "oil"] },
      { name: "d", label: "Fourth", kind: "boolean" },
    ],
    derived: [{ name: "share", label: "Share", formula: "a / b" }],
    terms: ["share", "c", "d"],
  }),
);
const made = { spec, schema: inputSchema(spec), reading: compileReading(spec) };

test("what the schema takes is taken, and what it refuses is refused in its words", () => {
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      0,
      1,
      -0,
      2,
      2.5,
      6000,
      -3,
      11,
      true,
      false,
      "gas",
      "wood",
      "1",
      null,
      undefined,
      NaN,
      1e999,
    ),
    fc.anything(),
  );
  const names = (model: Pick<typeof made, "spec">) => [...model.spec.inputs, ...model.spec.derived].map(({ name }) => name);
  for (const model of [published, made]) {
    const complete = fc.record(Object.fromEntries(model.spec.inputs.map(({ name }) => [name, value])));
    const partial = fc.dictionary(fc.constantFrom(...names(model), "__proto__", "toString", "other"), value);
    fc.assert(
      fc.property(fc.oneof(complete, partial, fc.anything()), (sent) => {
        const parsed = model.schema.safeParse(sent);
        const expected = parsed.success
          ? { inputs: parsed.data, encoded: model.reading.encode(parsed.data) }
          : { faults: faultsOf(parsed.error) };
        expect(readInputs(model, sent)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  }
});

test("a house as a program sends it is read without the schema", () => {
  const house = { area: 6000, bedrooms: 3, bathrooms: 2, stories: 2, guest_rooms: 0, basement: true, parking: 1 };
  const withoutSchema = { ...published, schema: undefined as never };
  expect(readInputs(withoutSchema, house)).toMatchObject({ inputs: { ...house, guest_rooms: false } });
});
