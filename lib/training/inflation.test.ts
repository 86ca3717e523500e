import { describe, expect, test } from "vitest";
import { expectDigits, publishedModel, trainModel } from "../testing/models";

/** Made-up rows that Python can repeat: no random numbers. */
const rows = (levels: string[], shift = 0) =>
  Array.from({ length: 40 }, (_, i) => ({
    inputs: {
      a: 10 + ((i * 7) % 13),
      b: 20 + ((i * 7) % 13) * 0.5 + ((i * 5) % 7),
      c: levels[(i + shift) % 3]!,
    },
    actual: ((i * 11) % 17) + i,
  }));
const inputs = (levels: string[]) => [
  { name: "a", label: "First", kind: "number" },
  { name: "b", label: "Second", kind: "number" },
  { name: "c", label: "Third", kind: "category", levels },
];
const inflationOf = async (terms: string[], levels = ["x", "y", "z"], of = levels) =>
  (await trainModel({ inputs: inputs(levels), terms }, rows(of))).predictor.inference!.inflation;

describe("measureInflation(spec, fit)", () => {
  // i = np.arange(40); a = 10 + i*7% 13; b = 20 + (i*7% 13)*0.5 + i*5% 7; y, z = (i % 3 == 1), (i % 3 == 2)
  // C = np.corrcoef of the columns; GVIF = det(C[S, S]) det(C[R, R]) / det(C), S an input's columns and R all others
  // (Fox and Monette 1992), which is what R's car::vif computes

  test("of main effects, a polynomial and a category", async () => {
    const found = await inflationOf(["a", "a^2", "b", "c"]);
    expect(found.map(({ input, df }) => [input, df])).toEqual([
      ["a", 2],
      ["b", 1],
      ["c", 2],
    ]);
    [1.8205329792993985, 1.8131485857802951, 1.0069239655261926].forEach((value, index) =>
      expectDigits(found[index]!.gvif, value, 8),
    );
  });

  test("of a product, after taking out what its inputs explain of it", async () => {
    // ab = a*b less its regression on 1, a and b
    const found = await inflationOf(["a", "b", "a * b", "c"]);
    expect(found.map(({ df }) => df)).toEqual([2, 2, 2]);
    [1.8172966274555655, 1.8155261429047276, 1.005303696911042].forEach((value, index) =>
      expectDigits(found[index]!.gvif, value, 8),
    );
  });

  test("does not depend on which level is the reference", async () => {
    const [first, second] = await Promise.all([
      inflationOf(["a", "b", "c"]),
      inflationOf(["a", "b", "c"], ["z", "x", "y"], ["x", "y", "z"]),
    ]);
    first.forEach(({ gvif }, index) => expectDigits(second[index]!.gvif, gvif));
  });

  test("neither a square nor the product of independent inputs is called collinear for lack of centring", async () => {
    const far = rows(["x", "y", "z"]).map(({ inputs: { a, c }, actual }, i) => ({
      inputs: { a: 1_000 + a, b: 2_000 + ((i * 5) % 7), c },
      actual,
    }));
    const model = await trainModel({ inputs: inputs(["x", "y", "z"]), terms: ["a", "a^2", "b", "a * b", "c"] }, far);
    const { inflation, coefficients } = model.predictor.inference!;
    expect(Math.max(...coefficients.map(({ vif }) => vif ?? 0))).toBeGreaterThan(1e4);
    for (const { gvif, df } of inflation) expect(gvif ** (1 / (2 * df))).toBeLessThan(1.5);
  });

  test("of one column each, is the variance inflation factor", async () => {
    const { inflation, coefficients } = (await publishedModel("house-price-hedonic")).predictor.inference!;
    const ofInput = (name: string) => inflation.find(({ input }) => input === name)!.gvif;
    const ofTerm = (name: string) => coefficients.find(({ term }) => term === name)!.vif!;
    expectDigits(ofInput("area"), ofTerm("log(area)"), 10);
    expectDigits(ofInput("parking"), ofTerm("parking"), 10);
  });
});
