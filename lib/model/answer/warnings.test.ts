import { expect, test } from "vitest";
import { publishedModel } from "../../testing/models";
import type { Model } from "../model";
import type { Input } from "../spec";
import { warningsOf } from "./warnings";

const house = await publishedModel("house-price");
const inputs: Input[] = [
  { name: "area", label: "Lot area", kind: "number", unit: "sq ft" },
  { name: "garden", label: "Garden", kind: "boolean" },
  { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil", "coal"] },
];
const model: Model = {
  ...house,
  spec: { ...house.spec, inputs },
  evidence: {
    ...house.evidence!,
    farthest: 0.1,
    ranges: {
      area: { min: 1650, max: 16200 },
      garden: { counts: { true: 5 } },
      heating: { counts: { gas: 3, oil: 2, coal: 0 } },
    },
  },
};
const find = warningsOf(model);

test("warningsOf(model)(encoded, reach) finds nothing at the ends of what the training rows hold", () => {
  expect(find([1650, 1, 0], 0.1)).toEqual([]);
  expect(find([16200, 1, 1], 0)).toEqual([]);
});

test.each([
  [[1649, 1, 0], "area", "lot area is 1,649 sq ft, and the smallest in the training data is 1,650 sq ft"],
  [[20000, 1, 0], "area", "lot area is 20,000 sq ft, and the largest in the training data is 16,200 sq ft"],
  [[2000, 0, 0], "garden", "no training row has garden no"],
  [[2000, 1, 2], "heating", "no training row has heating coal"],
])("warningsOf(model)(%j, 0) names %s", (encoded, input, detail) => {
  expect(find(encoded, 0)).toEqual([{ code: "outside_training_range", input, detail }]);
});

test("warningsOf(model)(encoded, reach) tells an unusual combination after what lies outside", () => {
  const codes = find([1, 0, 2], 0.11).map(({ code, input }) => [code, input]);
  expect(codes).toEqual([
    ["outside_training_range", "area"],
    ["outside_training_range", "garden"],
    ["outside_training_range", "heating"],
    ["unusual_combination", undefined],
  ]);
});

test("warningsOf(model) is compiled once for a model, and anew for a model that was trained again", () => {
  expect(warningsOf(model)).toBe(find);
  expect(warningsOf({ ...model, evidence: { ...model.evidence! } })).not.toBe(find);
});
