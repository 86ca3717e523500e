import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadModel } from "../families";
import { predict } from "../model/answer/predict";
import { draftImport, headersOf } from "../training/draft/draft-import";
import { findOneHot, joinAll, joinOneHot, readOneHot } from "./one-hot";
import { readFiles } from "./read-files";

const folder = join(import.meta.dirname, "fixtures/bangalore");
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
type Row = Record<"location", string> & Record<"total_sqft" | "bath" | "bhk", number>;
/** The answers of scikit-learn, and of the code around it in a Flask app; see fixtures/make_bangalore.py. */
const answers: { rows: Row[]; pipeline: number[]; flask: number[] } = JSON.parse(
  readFileSync(join(folder, "answers.json"), "utf8"),
);

function publish(names: string[], oneHot: string[] = []) {
  const read = readFiles(names.map(file)).description;
  const joined = joinAll(read, headersOf(read, undefined), oneHot.map(readOneHot));
  const draft = draftImport(joined.description, { id: "homes", target: "price", names: joined.names, files: names });
  return loadModel(JSON.parse(JSON.stringify(draft.spec)), JSON.parse(JSON.stringify(draft.bundle)));
}

function expectAnswers(model: ReturnType<typeof publish>, wanted: number[]): void {
  answers.rows.forEach((row, index) => {
    const { estimate } = predict(model, row);
    expect(Math.abs(estimate! - wanted[index]!) / Math.abs(wanted[index]!), `row ${index}`).toBeLessThan(1e-12);
  });
}

test("a pipeline of 240 locations answers as scikit-learn does, an unknown one included", () => {
  const model = publish(["RidgeModel.pkl"]);
  expect(model.spec.inputs.map(({ name, kind }) => [name, kind])).toEqual([
    ["location", "category"],
    ["total_sqft", "number"],
    ["bath", "number"],
    ["bhk", "number"],
  ]);
  expectAnswers(model, answers.pipeline);
});

test("joinAll(description, names, oneHots) makes one input of the columns of get_dummies, which answers as the app did", () => {
  const model = publish(["model.pickle", "columns.json"], ["location=4-242"]);
  expect(model.spec.inputs.map(({ name }) => name)).toEqual(["total_sqft", "bath", "bhk", "location"]);
  expectAnswers(model, answers.flask);
});

describe("joinOneHot(description, names, oneHot)", () => {
  const { description } = readFiles([
    {
      name: "c.json",
      bytes: new TextEncoder().encode('{"intercept": 1, "coefficients": {"fuel_gas": 2, "age": -1, "fuel_oil": 3}}'),
    },
  ]);
  const names = headersOf(description, undefined);

  test("takes columns by what their names begin with", () => {
    const joined = joinOneHot(description, names, readOneHot("fuel=fuel_"));
    expect(joined.names).toEqual(["fuel", "age"]);
    expect(joined.description.inputs[0]).toMatchObject({ kind: "category", levels: ["gas", "oil"], otherLevels: true });
  });

  test("refuses columns that are not there", () => {
    expect(() => joinOneHot(description, names, readOneHot("fuel=f_"))).toThrow("fuel: no column is among those named");
    expect(() => joinOneHot(description, names, readOneHot("fuel=2-2"))).toThrow("only one column");
    expect(() => readOneHot("fuel")).toThrow("fuel must be a name and its columns, as location=4-243 or fuel=fuel_");
  });
});

test("findOneHot(names) finds names that begin alike", () => {
  expect(findOneHot(["fuel_gas", "age", "fuel_oil", "km_driven"])).toEqual([
    { name: "fuel", columns: { prefix: "fuel_" } },
  ]);
});
