import { describe, expect, test } from "vitest";
import { publishedModel } from "../../testing/models";
import { columnFaults, columnPositions, matchColumns, type ColumnChoice } from "./columns";

const { spec } = await publishedModel("house-price");
const names = spec.inputs.map(({ name }) => name);

function match(header: string[], choice?: ColumnChoice) {
  const features = matchColumns(spec, header, choice);
  return { faults: columnFaults(features), ...columnPositions(spec, features) };
}

describe("matchColumns", () => {
  test("takes columns in any order, with others between, and derived features where they are", () => {
    const header = ["id", ...names.toReversed(), "bb_ratio", "note"];
    expect(match(header)).toEqual({ faults: [], inputs: [7, 6, 5, 4, 3, 2, 1], derived: [-1, 8] });
  });

  test("takes the training table's names and the labels, whatever their case and spaces", () => {
    const header = ["LotSize", "Bedrooms", " full  BATHROOMS", "stories", "Guest_Room", "fullbase", "Garage Places"];
    expect(match(header)).toEqual({ faults: [], inputs: [0, 1, 2, 3, 4, 5, 6], derived: [-1, -1] });
  });

  test("prefers a column of exactly the name", () => {
    expect(match([...names, "lotsize", "Lot area"]).inputs[0]).toBe(0);
  });

  test("takes each column for what it was in a training table with names that differ in case alone", () => {
    const [area, bedrooms] = spec.inputs;
    const columns = { area: "Bedrooms", bedrooms: "area" };
    const twofold = { ...spec, inputs: [area!, bedrooms!], derived: [], training: { ...spec.training!, columns } };
    const positions = (header: string[]) => matchColumns(twofold, header).map(({ column }) => column);
    expect(positions(["area", "Bedrooms"])).toEqual([1, 0]);
    expect(positions(["area", "bedrooms"])).toEqual([0, 1]);
    const { training } = twofold;
    const alike = { ...twofold, training: { ...training, columns: { area: "Size", bedrooms: "SIZE" } } };
    expect(matchColumns(alike, ["SIZE", "Size"]).map(({ column }) => column)).toEqual([1, 0]);
  });

  test("says which columns are missing, and which are there more than once", () => {
    expect(match(names.slice(2)).faults).toEqual([
      "there must be a column area for lot area",
      "there must be a column bedrooms for bedrooms",
    ]);
    expect(match([...names, "area"]).faults).toEqual([
      "there must be one column for lot area; area and area could be it",
    ]);
    expect(match(["lotsize", "Lot area", ...names.slice(1)]).faults).toEqual([
      "there must be one column for lot area; lotsize and Lot area could be it",
    ]);
  });

  test("does not mind other columns of the same name", () => {
    expect(match([...names, "", ""]).faults).toEqual([]);
  });

  test("goes by a choice where there is one", () => {
    const header = [...names.slice(1), "Surface", "area_per_bedroom"];
    const { faults, inputs, derived } = match(header, { area: "Surface", area_per_bedroom: null });
    expect(faults).toEqual([]);
    expect(inputs[0]).toBe(6);
    expect(derived).toEqual([-1, -1]);
    expect(match(names, { area: "Surface" }).faults).toEqual(["there must be a column Surface for lot area"]);
  });
});
