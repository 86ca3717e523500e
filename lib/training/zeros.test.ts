import { describe, expect, test } from "vitest";
import { writeBundle } from "../families";
import { seededRandom } from "../math/random";
import { predict } from "../model/answer/predict";
import { trainModel } from "../testing/models";

const description = {
  target: { name: "tip", label: "Tip", unit: "USD" },
  inputs: [
    { name: "fare", label: "Fare", kind: "number" },
    { name: "payment", label: "Payment", kind: "category", levels: ["card", "cash"] },
  ],
  terms: ["fare", "payment"],
};
/** Tips: about a fifth of the fare by card, none in cash. */
function tips(count: number, zero: (row: number, random: () => number) => boolean) {
  const random = seededRandom(4);
  return Array.from({ length: count }, (_, row) => {
    const inputs = { fare: 5 + 20 * random(), payment: row % 2 === 0 ? "cash" : "card" };
    return { inputs, actual: zero(row, random) ? 0 : 0.2 * inputs.fare + random() };
  });
}
const byCash = (row: number) => row % 2 === 0;

describe("a target with zeros", async () => {
  const model = await trainModel(description, tips(60, byCash));
  const { accuracy, tolerance, outcomes } = model.evidence!;

  test("train(spec, examples) measures no shares of the outcome, and takes a tenth of the typical one for near", () => {
    expect(outcomes).toMatchObject({ min: 0 });
    expect(accuracy).toMatchObject({ mdape: null, within5: null, within10: null, within20: null, ratio: null });
    expect(accuracy.mdae).toBeGreaterThan(0);
    const amounts = tips(60, byCash)
      .flatMap(({ actual }) => (actual > 0 ? [actual] : []))
      .sort((a, b) => a - b);
    const median = (amounts[14]! + amounts[15]!) / 2;
    expect(tolerance).toEqual({ absolute: Number((median / 10).toPrecision(1)) });
    for (const segment of accuracy.segments) expect(segment).toMatchObject({ mdape: null, within10: null });
  });

  test("predict(model, inputs) gives the probability of being within the amount", () => {
    const { confidence, fsd } = predict(model, { fare: 15, payment: "card" }) as { confidence: unknown; fsd: unknown };
    expect(confidence).toMatchObject({ within: (tolerance as { absolute: number }).absolute, relative: false });
    expect(fsd).toBeNull();
  });
});

describe("train(spec, examples) gives a bundle that can be written, or says in words what is wrong", () => {
  const tables: [string, ReturnType<typeof tips>][] = [
    ["a sixth of zeros", tips(60, (row) => row % 6 === 0)],
    ["a group that is half zeros", tips(120, (row, random) => row % 2 === 0 && random() < 0.5)],
    ["all but two zeros", tips(60, (row) => row !== 11 && row !== 31)],
    [
      "outcomes on both sides of zero",
      tips(60, () => false).map((row, index) => ({ ...row, actual: row.actual * (-1) ** index })),
    ],
    ["outcomes below zero", tips(60, () => false).map((row) => ({ ...row, actual: -row.actual }))],
    [
      "huge and tiny outcomes",
      tips(200, () => false).map((row, index) => ({ ...row, actual: index % 7 === 0 ? 1e12 : 1e-9 * index })),
    ],
  ];
  test.each(tables)("of %s", async (_, rows) => {
    const model = await trainModel(description, rows);
    expect(() => writeBundle(model.bundle)).not.toThrow();
    expect(model.evidence!.accuracy.mdae).toBeGreaterThan(0);
  });

  test.each([
    [
      "the same outcome in every row",
      tips(60, () => false).map((row) => ({ ...row, actual: 3 })),
      "tip is the same in every row",
    ],
    ["zeros in every row", tips(60, () => true), "tip is the same in every row"],
    [
      "all zeros but one",
      tips(60, (row) => row !== 11),
      "without row 12, tip follows from the terms exactly in every row",
    ],
    [
      "a constant column",
      tips(60, byCash).map((row) => ({ ...row, inputs: { ...row.inputs, fare: 7 } })),
      "fare is 7 in every row; leave it out of the terms",
    ],
  ])("of %s", async (_, rows, words) => {
    await expect(trainModel(description, rows)).rejects.toThrow(words);
  });
});

test("writeBundle(bundle) names what cannot be written, and what stands there", async () => {
  const { bundle } = await trainModel(description, tips(60, byCash));
  const broken = structuredClone(bundle);
  broken.evidence!.accuracy.rmse = NaN;
  expect(() => writeBundle(broken)).toThrow(
    "the rows give evidence.accuracy.rmse no value that can be written (NaN), so there is no model of them",
  );
});

test("train(spec, examples) keeps the tolerance of the description where the table bears it", async () => {
  const target = (tolerance: unknown) => ({ ...description, target: { ...description.target, tolerance } });
  const positive = tips(60, () => false);
  const toleranceOf = async (spec: object, rows: typeof positive) =>
    (await trainModel({ ...spec }, rows)).evidence!.tolerance;
  expect(await toleranceOf(description, positive)).toEqual({ relative: 0.1 });
  expect(await toleranceOf(target({ relative: 0.25 }), positive)).toEqual({ relative: 0.25 });
  expect(await toleranceOf(target({ absolute: 2 }), positive)).toEqual({ absolute: 2 });
  expect(await toleranceOf(target({ absolute: 2 }), tips(60, byCash))).toEqual({ absolute: 2 });
});
