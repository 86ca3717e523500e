import { describe, expect, test } from "vitest";
import { seededRandom } from "../math/random";
import { predict } from "../model/answer/predict";
import { largestReach } from "../model/evidence";
import { trainModel } from "../testing/models";

/** Standard normal numbers, by Box and Muller. */
function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const described = (names: string[]) => ({
  inputs: names.map((name) => ({ name, label: name.toUpperCase(), kind: "number" })),
  terms: names,
});

describe("a table of 45,000 rows", async () => {
  const random = seededRandom(1);
  const rows = Array.from({ length: 45_000 }, () => {
    const inputs = { a: random(), b: random() };
    return { inputs, actual: 100 + inputs.a + inputs.b + random() };
  });
  const model = await trainModel(described(["a", "b"]), rows);

  test("predict(model, inputs) refuses values at 22 times their span, which have a leverage far below 1", () => {
    const far = predict(model, { a: 22, b: 22 });
    expect(far.refusal).toMatchObject({ code: "too_far_from_training" });
    const point = { center: 0, reach: 0, size: 1 };
    model.predictor.evaluate([22, 22], point);
    expect(point.reach).toBeLessThan(0.5);
    expect(point.reach / model.evidence!.farthest).toBeGreaterThan(500);
  });

  test("predict(model, inputs) has no warning for any row of the table, of which it keeps one in forty-five", () => {
    const warned = rows.filter(({ inputs }, row) => row % 9 === 0 && predict(model, inputs).warnings.length > 0);
    expect(warned).toEqual([]);
  });
});

describe("tables of 8 rows", () => {
  test.each(
    [
      ["a", "b"],
      ["a", "b", "c"],
    ].map((names) => [names.length + 1, names] as const),
  )("predict(model, inputs) refuses at most 2%% of new rows like the table's, of %d coefficients", async (_, names) => {
    const normal = normals(names.length);
    const draw = () => Object.fromEntries(names.map((name) => [name, normal()]));
    let refused = 0;
    let asked = 0;
    for (let table = 0; table < 150; table++) {
      const rows = Array.from({ length: 8 }, () => ({ inputs: draw(), actual: normal() }));
      const model = await trainModel(described(names), rows);
      const limit = largestReach(model.evidence);
      const point = { center: 0, reach: 0, size: 1 };
      for (let row = 0; row < 40; row++, asked++) {
        model.predictor.evaluate(model.reading.encode(draw()), point);
        if (point.reach > limit) refused++;
      }
    }
    expect(refused / asked).toBeLessThan(0.02);
  });
});
