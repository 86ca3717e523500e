import { specIn } from "@/lib/model/translate";
import { publishedModel } from "@/lib/testing/models";
import { expect, test } from "vitest";
import { guessColumns } from "./guess-columns";
import { columnsByLabel, labelsOf, matchAsApi, subjectsOf } from "./labels";

const { spec } = await publishedModel("house-price");
const labels = labelsOf(spec);
const german = specIn(
  {
    ...spec,
    translations: {
      de: { inputs: { area: { label: "Grundstücksfläche" }, bedrooms: { label: "Schlafzimmer" } } },
    },
  },
  "de",
);
const REST = ["bathrooms", "stories", "guest_rooms", "basement", "parking"];

test("columnsByLabel(spec, labels, header) names the columns that only a page in another language knows", () => {
  expect(columnsByLabel(german, labels, ["Grundstücksfläche", "bedrooms", ...REST])).toEqual({
    area: "Grundstücksfläche",
  });
  expect(columnsByLabel(german, labels, ["Lot area", "bedrooms", ...REST])).toEqual({});
  expect(columnsByLabel(spec, labels, ["Lot area", "Schlafzimmer", ...REST])).toEqual({});
});

test("matchAsApi(spec, labels, header, choice) finds what the API finds, under the labels of the page", () => {
  const [area, bedrooms] = matchAsApi(german, labels, ["Lot area", "Schlafzimmer", ...REST], {});
  expect(area).toMatchObject({ label: "Grundstücksfläche", column: 0, fault: null });
  expect(bedrooms).toMatchObject({ label: "Schlafzimmer", column: null, fault: expect.any(String) });
});

test("guessColumns(spec, header, labels) guesses by the labels of both languages, and by no known column", () => {
  const header = ["lot_area_ft", "Schlafzimmer", ...REST];
  expect(guessColumns(german, header, labels)).toEqual({ area: "lot_area_ft" });
  expect(guessColumns(german, ["Grundstücksfläche m2", "bedrooms", ...REST], labels)).toEqual({
    area: "Grundstücksfläche m2",
  });
});

test.each([
  ["bedrooms must be between 1 and 10; lot area is required", ["bedrooms", "area"]],
  ["lot area must be a number; did you mean 5?; lot area is large", ["area"]],
  ["area per bedroom must equal area / bedrooms, or be left out", ["area_per_bedroom"]],
  [
    "stories: no training row has the value “5”; garage places: only 1 training row has the value “3”, and the estimate depends on it",
    ["stories", "parking"],
  ],
  ["this combination of values is more unusual than any in the training data", []],
])("subjectsOf(%j, labels) are the inputs that the messages are about", (cell, names) => {
  expect(subjectsOf(cell, labels)).toEqual(names);
});
