import { expect, test } from "vitest";
import { publishedModel } from "../../testing/models";
import { predict } from "../answer/predict";
import type { Evidence } from "../evidence";
import type { Model } from "../model";
import type { Input } from "../spec";
import { exampleInputs, exampleRows } from "./example";

const MODELS = ["salary", "house-price", "house-price-hedonic"];
const house = await publishedModel("house-price");

/** The model with other inputs, and with what the training rows hold of them. */
function withInputs(inputs: Input[], evidence: Partial<Evidence> = {}): Model {
  return { ...house, spec: { ...house.spec, inputs }, evidence: { ...house.evidence!, ...evidence } };
}

const withoutTypical = (model: Model): Model => ({
  ...model,
  spec: { ...model.spec, inputs: model.spec.inputs.map((input) => ({ ...input, typical: undefined }) as Input) },
});

test.each(MODELS)("exampleRows(%s) are two valid rows with an estimate that needs no warning", async (id) => {
  const model = await publishedModel(id);
  for (const rows of [exampleRows(model), exampleRows(withoutTypical(model))]) {
    expect(rows[0]).not.toEqual(rows[1]);
    for (const row of rows) {
      expect(model.schema.safeParse(row).data).toEqual(row);
      expect(predict(model, row)).toMatchObject({ refusal: null, warnings: [] });
    }
  }
});

test("exampleInputs(model) are the typical values that the description states", () => {
  const typical = house.spec.inputs.map(({ name, typical }) => [name, typical]);
  expect(exampleInputs(house)).toEqual(Object.fromEntries(typical));
});

test("exampleInputs(model) are what is common among the training rows where nothing typical is stated", () => {
  const inputs: Input[] = [
    { name: "area", label: "Area", kind: "number" },
    { name: "rooms", label: "Rooms", kind: "integer" },
    { name: "garden", label: "Garden", kind: "boolean" },
    { name: "heating", label: "Heating", kind: "category", levels: ["coal", "gas", "oil"] },
  ];
  const model = withInputs(inputs, {
    ranges: {
      area: { min: 10, max: 90 },
      rooms: { min: 1, max: 9 },
      garden: { counts: { true: 5, false: 1 } },
      heating: { counts: { gas: 4, oil: 2 } },
    },
    background: { unseen: [], inputs: { area: [10, 30.1234, 33.3333, 90], rooms: [1, 2, 3, 9] }, actual: [] },
  });
  expect(exampleRows(model)).toEqual([
    { area: 31.7, rooms: 3, garden: true, heating: "gas" },
    { area: 46.3, rooms: 5, garden: true, heating: "gas" },
  ]);
});

test("exampleRows(model) keep rounded numbers within the training rows and within the bounds", () => {
  const input = { name: "area", label: "Area", kind: "number" } as const;
  const seen = { ranges: { area: { min: 1.23456, max: 1.23459 } }, background: { unseen: [], inputs: { area: [1.23456] }, actual: [] } };
  expect(exampleRows(withInputs([input], seen))).toEqual([{ area: 1.23456 }, { area: 1.23456 }]);
  expect(exampleRows(withInputs([{ ...input, max: 1 }], seen))).toEqual([{ area: 1 }, { area: 1 }]);
});
