import { describe, expect, test } from "vitest";
import { predict } from "../model/answer/predict";
import { scoreQuantile } from "../model/answer/uncertainty";
import { examplesOf, publishedModel, trainModel } from "../testing/models";

describe("conformal intervals", () => {
  test("hold within 2 points what they claim on houses held out, where t-intervals do not", async () => {
    const { spec } = await publishedModel("house-price");
    const rows = await examplesOf("house-price");
    const levels = [0.5, 0.8, 0.9, 0.95];
    const covered = { t: levels.map(() => 0), conformal: levels.map(() => 0) };
    let count = 0;
    // Five ways to hold out every fifth house, each trained from the start on the others.
    for (let fold = 0; fold < 5; fold++) {
      const others = rows.filter((_, index) => index % 5 !== fold);
      const intervals = {
        t: await trainModel({ ...spec, interval: "t" }, others),
        conformal: await trainModel({ ...spec, interval: "conformal" }, others),
      };
      for (const { inputs, actual } of rows.filter((_, index) => index % 5 === fold)) {
        count++;
        for (const method of ["t", "conformal"] as const) {
          levels.forEach((level, index) => {
            const prediction = predict(intervals[method], inputs, { level });
            if (prediction.refusal) throw new Error(prediction.refusal.detail);
            const { low, high } = prediction.interval!;
            if (low <= actual && actual <= high) covered[method][index]!++;
          });
        }
      }
    }
    expect(count).toBe(546);
    const misses = (method: "t" | "conformal") =>
      levels.map((level, index) => Math.abs(covered[method][index]! / count - level));
    expect(Math.max(...misses("conformal"))).toBeLessThan(0.02);
    expect(Math.max(...misses("t"))).toBeGreaterThan(0.02);
  }, 60_000);

  test("are refused for a table too small to have seen the tails", async () => {
    const rows = Array.from({ length: 99 }, (_, a) => ({
      inputs: { a, b: (a * 7) % 5 },
      actual: a + (a % 3),
    }));
    await expect(trainModel({ interval: "conformal" }, rows)).rejects.toThrow(
      "the table has 99 rows; conformal intervals need at least 100",
    );
  });

  test("widen where errors are larger and far from the data", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => {
      const a = 1 + (index % 20);
      return {
        inputs: { a, b: (index * 7) % 11 },
        actual: 10 * a + a * (((index * 37) % 41) / 20 - 1),
      };
    });
    const model = await trainModel({ interval: "conformal" }, rows);
    const width = (a: number, b = 5) => {
      const prediction = predict(model, { a, b });
      if (prediction.refusal) throw new Error(prediction.refusal.detail);
      const { low, high } = prediction.interval!;
      return high - low;
    };
    expect(width(20)).toBeGreaterThan(4 * width(2));
    // Beyond the data the reach grows, and with it the range, unless errors there are known to be smaller.
    expect(width(25)).toBeGreaterThan(1.2 * width(20));
  });
});

describe("scoreQuantile", () => {
  test("takes the ⌈(n + 1) · level⌉-th smallest, and is infinite where that does not exist", () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect([0.1, 0.5, 0.8, 0.9].map((level) => scoreQuantile(nine, level))).toEqual([1, 5, 8, 9]);
    expect(scoreQuantile(nine, 0.91)).toBe(Infinity);
  });
});
