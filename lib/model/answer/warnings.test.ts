import { describe, expect, test } from "vitest";
import { examplesOf, publishedModel, trainModel } from "../../testing/models";
import { randomNumbers } from "../../testing/exports";
import type { Inputs } from "../inputs/value";
import type { Model } from "../model";
import { emptyPoint } from "../predictor";
import { modelIn } from "../translate";
import { predict } from "./predict";
import { warningsOf } from "./warnings";

type Row = { inputs: Inputs; actual: number };

/** Rows with a number, a yes that five of them have, and a category of which one level is never seen and one once. */
const random = randomNumbers(3);
const rows: Row[] = Array.from({ length: 60 }, (_, row) => {
  const area = row === 0 ? 1650 : row === 1 ? 16200 : 4000 + 8000 * random();
  const heating = row === 7 ? "steam" : row % 2 === 0 ? "gas" : "oil";
  return { inputs: { area, garden: row % 12 === 0, heating }, actual: 5 * area + 4000 * random() };
});
const description = {
  inputs: [
    { name: "area", label: "Lot area", kind: "number", unit: "sq ft" },
    { name: "garden", label: "Garden", kind: "boolean" },
    { name: "heating", label: "Heating", kind: "category", levels: ["gas", "oil", "steam"] },
  ],
  terms: ["area", "garden", "heating"],
};
const trained = await trainModel(description, rows);
/** The same, as if one level had never been seen. */
const { ranges } = trained.evidence!;
const model: Model = {
  ...trained,
  evidence: { ...trained.evidence!, ranges: { ...ranges, garden: { counts: { true: 60, false: 0 } } } },
};
const { farthest } = trained.evidence!;
const find = warningsOf(model);

test("warningsOf(model)(encoded, reach, estimate) finds nothing at the ends of what the training rows hold", () => {
  expect(find([1650, 1, 0], farthest, 1)).toEqual([]);
  expect(find([16200, 1, 1], 0, 1)).toEqual([]);
});

const outside = "outside_training_range";
test.each([
  [[1649, 1, 0], outside, "area", "lot area: 1,649 sq ft is less than the smallest value in the training data, 1,650 sq ft"],
  [[20000, 1, 0], outside, "area", "lot area: 20,000 sq ft is more than the largest value in the training data, 16,200 sq ft"],
  [[2000, 0, 0], outside, "garden", "garden: no training row has the value “no”"],
  [[2000, 1, 2], "seen_once", "heating", "heating: only 1 training row has the value “steam”, and the estimate depends on it"],
])("warningsOf(model)(%j, 0, 1) finds %s of %s", (encoded, code, input, detail) => {
  expect(find(encoded, 0, 1)).toEqual([{ code, input, detail }]);
});

test("warningsOf(model)(encoded, reach, estimate) tells an unusual combination after what lies outside", () => {
  const codes = find([1, 0, 0], 1.01 * farthest, 1).map(({ code, input }) => [code, input]);
  expect(codes).toEqual([[outside, "area"], [outside, "garden"], ["unusual_combination", undefined]]);
});

test("warningsOf(model)(encoded, reach, estimate) says how unusual the combination is, as a multiple of the most unusual row", () => {
  const [slight] = find([8000, 1, 0], 1.01 * farthest, 1);
  expect(slight!.detail).toBe(
    "this combination of values is more unusual than any in the training data: its leverage is slightly larger than the largest there",
  );
  const [far] = find([8000, 1, 0], 1.62 * farthest, 1);
  expect(far!.detail).toBe(
    "this combination of values is more unusual than any in the training data: its leverage is 1.6 times the largest there",
  );
});

test("warningsOf(model)(encoded, reach, estimate) takes the reach of 1 that the only row of a level has for what it is", () => {
  expect(find([8000, 1, 2], 1 + 0.9 * farthest, 1).map(({ code }) => code)).toEqual(["seen_once"]);
  expect(find([8000, 1, 2], 1 + 1.1 * farthest, 1).map(({ code }) => code)).toEqual(["seen_once", "unusual_combination"]);
});

test("warningsOf(model)(encoded, reach, estimate) warns of an estimate below 0 where every outcome was above", () => {
  const warning = { code: "estimate_not_positive", detail: "the estimate is −12, but the outcome of every training row is greater than 0" };
  expect(find([8000, 1, 0], 0, -12)).toEqual([warning]);
  const crossing = { ...model, evidence: { ...model.evidence!, outcomes: { min: -1, max: 5 } } };
  expect(warningsOf(crossing)([8000, 1, 0], 0, -12)).toEqual([]);
});

test("warningsOf(model) speaks the language of the description, of each model in each order", async () => {
  const german = modelIn(model, "de");
  const far = [20000, 0, 2];
  const details = (of: Model) => warningsOf(of)(far, 0, 1).map(({ detail }) => detail);
  const [english, first] = [details(model), details(german)];
  expect(first).toEqual([
    "Lot area: Der Wert 20.000 sq ft liegt über dem größten in den Trainingsdaten (16.200 sq ft)",
    "Garden: Keine Trainingszeile hat den Wert „nein“",
    "Heating: Nur 1 Trainingszeile hat den Wert „steam“, und die Schätzung hängt davon ab",
  ]);
  expect([details(model), details(german)]).toEqual([english, first]);
  expect(warningsOf(german)).toBe(warningsOf(modelIn(model, "de")));
  expect(warningsOf(german)([8000, 1, 0], 1.62 * farthest, -1200).map(({ detail }) => detail)).toEqual([
    "diese Kombination von Werten ist ungewöhnlicher als jede in den Trainingsdaten: Ihr Hebelwert ist 1,6-mal so groß wie der größte dort",
    "die Schätzung beträgt −1.200, aber in jeder Trainingszeile ist der Wert größer als 0 (Outcome)",
  ]);
});

test("warningsOf(model) is compiled once for a model, and anew for a model that was trained again", () => {
  expect(warningsOf(model)).toBe(find);
  expect(warningsOf({ ...model, evidence: { ...model.evidence! } })).not.toBe(find);
});

describe("holes", () => {
  /** Two clusters: small and cheap, large and expensive, nothing between. */
  const clusters = Array.from({ length: 80 }, (_, row) => {
    const middle = row % 2 === 0 ? 0 : 10;
    return { inputs: { a: middle + random(), b: middle + random() }, actual: 3 * middle + random() };
  });
  const inputs = ["a", "b"].map((name) => ({ name, label: name.toUpperCase(), kind: "number" }));

  test("predict(model, inputs) warns between two clusters, where leverage is smallest", async () => {
    const model = await trainModel({ inputs, terms: ["a", "b"] }, clusters);
    const between = predict(model, { a: 5.5, b: 5.5 });
    expect(between.warnings).toEqual([
      {
        code: "unusual_combination",
        detail: expect.stringMatching(
          /^this combination of values is in a gap of the training data: the nearest of 80 training rows is \d+ times as far away as any of them is from its own nearest row$/,
        ),
      },
    ]);
    expect(between).toMatchObject({ confidence: null, fsd: null, estimate: expect.any(Number) });
    expect(predict(model, { a: 0.5, b: 0.5 }).warnings).toEqual([]);
  });

  test("predict(model, inputs) does not warn between the steps of a designed experiment", async () => {
    const doses = Array.from({ length: 60 }, (_, row) => ({
      inputs: { a: 10 * (row % 4), b: row % 3 },
      actual: row % 4 + random(),
    }));
    const model = await trainModel({ inputs, terms: ["a", "b"] }, doses);
    expect(predict(model, { a: 15, b: 1 }).warnings).toEqual([]);
  });
});

describe("no training row is called unusual or refused", () => {
  function expectUsual(model: Model, rows: readonly Row[]): void {
    for (const { inputs } of rows) {
      const { warnings, refusal } = predict(model, inputs);
      const unusual = warnings.filter(({ code }) => code === "unusual_combination");
      expect({ inputs, unusual, refusal }).toMatchObject({ unusual: [] });
      if (refusal) expect(refusal.code).not.toBe("too_far_from_training");
    }
  }

  test.each(["house-price", "house-price-hedonic", "salary"])("in %s", async (id) => {
    expectUsual(await publishedModel(id), await examplesOf(id));
  });

  test("in random tables, with outliers, levels that one row has, and a term that one row has", async () => {
    expectUsual(trained, rows);
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomNumbers(seed);
      const count = 8 + Math.floor(60 * random());
      const table = Array.from({ length: count }, (_, row) => ({
        inputs: {
          a: random() ** -0.8,
          b: Math.floor(4 * random()),
          c: row === 3 || random() < 0.05,
          d: ["x", "y", "z"][Math.floor(3 * random() ** 3)]!,
        },
        actual: random(),
      }));
      table[1]!.inputs = { ...table[0]!.inputs, d: "y" };
      table[2]!.inputs.d = "z";
      table[4]!.inputs.b = 3;
      const inputs = [
        { name: "a", label: "A", kind: "number" },
        { name: "b", label: "B", kind: "integer" },
        { name: "c", label: "C", kind: "boolean" },
        { name: "d", label: "D", kind: "category", levels: ["x", "y", "z"] },
      ];
      // Where only one row has b of 3, it fits itself by the last term.
      const terms = seed % 2 === 0 ? ["a", "c", "d", "max(b - 2, 0)"] : ["a", "b", "c", "d"];
      expectUsual(await trainModel({ inputs, terms }, table), table);
    }
  });

  test("in a table of which the model keeps a sample", async () => {
    const random = randomNumbers(9);
    const table = Array.from({ length: 2_500 }, () => ({ inputs: { a: random() ** -0.5, b: random() }, actual: random() }));
    const inputs = ["a", "b"].map((name) => ({ name, label: name.toUpperCase(), kind: "number" }));
    const model = await trainModel({ inputs, terms: ["a", "b"] }, table);
    const find = warningsOf(model);
    const point = emptyPoint();
    const unusual = table.filter(({ inputs }) => {
      const encoded = model.reading.encode(inputs);
      model.predictor.evaluate(encoded, point);
      return find(encoded, point.reach, 1).length > 0;
    });
    expect(unusual).toEqual([]);
    expect(model.evidence!.background.actual.length).toBeLessThan(2_500);
  });
});
