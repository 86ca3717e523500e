import { expect, test } from "vitest";
import { seededRandom } from "../math/random";
import { publishedModel, trained, trainModel } from "../testing/models";

/** A table whose outcomes bend, so that a straight line is too low at both ends and too high in the middle. */
function bentRows(count: number) {
  const random = seededRandom(11);
  return Array.from({ length: count }, () => {
    const inputs = { a: 10 * random(), b: random() };
    return { inputs, actual: 40 + (inputs.a - 5) ** 2 + 6 * inputs.a + inputs.b + 4 * (random() - 0.5) };
  });
}

const middle = (values: number[]) => {
  const sorted = [...values].sort((x, y) => x - y);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

test("measureAccuracy(spec, rows, …) groups rows by the estimates of refits without each row", async () => {
  const rows = bentRows(96);
  const { accuracy } = trained(await trainModel({}, rows));
  const guesses = await Promise.all(
    rows.map(async ({ inputs, actual }, index) => {
      const { coefficients } = trained(
        await trainModel(
          {},
          rows.filter((_, other) => other !== index),
        ),
      );
      const [intercept, a, b] = coefficients.map(({ estimate }) => estimate);
      return { actual, estimate: intercept! + a! * inputs.a + b! * inputs.b };
    }),
  );
  const byEstimate = guesses.sort((x, y) => x.estimate - y.estimate);
  expect(accuracy.segments).toHaveLength(3);
  accuracy.segments.forEach(({ range, n, mdape, within10, medianRatio, lean }, third) => {
    const part = byEstimate.filter(
      ({ estimate }) => estimate > (third === 0 ? -Infinity : range!.low) && estimate <= range!.high,
    );
    // A rounded edge moves a row or two.
    expect(Math.abs(n - 32)).toBeLessThanOrEqual(2);
    expect(n).toBe(part.length);
    const relative = part.map(({ actual, estimate }) => Math.abs(estimate - actual) / actual);
    expect(mdape).toBeCloseTo(middle(relative), 10);
    expect(within10).toBeCloseTo(relative.filter((error) => error <= 0.1).length / n, 12);
    expect(medianRatio).toBeCloseTo(middle(part.map(({ actual, estimate }) => estimate / actual)), 10);
    expect(lean!.ratio).toBeCloseTo(middle(part.map(({ actual, estimate }) => actual / estimate)), 10);
    expect(lean!.difference).toBeCloseTo(middle(part.map(({ actual, estimate }) => actual - estimate)), 10);
    expect(lean!.above).toBe(part.filter(({ actual, estimate }) => actual > estimate).length);
    expect(lean!.below).toBe(n - lean!.above);
  });
  expect(accuracy.segments[0]!.range!.low).toBeLessThanOrEqual(byEstimate[0]!.estimate);
  expect(accuracy.segments[2]!.range!.high).toBeGreaterThanOrEqual(byEstimate.at(-1)!.estimate);
  // Three digits of the distance between two edges, and no more.
  for (const { range } of accuracy.segments) expect(String(range!.high).length).toBeLessThanOrEqual(6);
});

test("measureAccuracy(spec, rows, …) makes no groups of 89 rows, and no ratios where a ratio means nothing", async () => {
  const few = trained(await trainModel({}, bentRows(89))).accuracy;
  expect(few.segments).toEqual([]);
  const rows = bentRows(96).map(({ inputs, actual }) => ({ inputs, actual: actual - 60 }));
  const { ratio, segments } = trained(await trainModel({}, rows)).accuracy;
  expect(ratio).toBeNull();
  expect(segments.map(({ medianRatio, lean }) => [medianRatio, lean!.ratio])).toContainEqual([null, null]);
});

test("measureAccuracy(spec, rows, …) of house-price has no trend along the estimate that regression to the mean makes along the truth", async () => {
  const { segments, ratio } = trained(await publishedModel("house-price")).accuracy;
  const byEstimate = segments.filter(({ range }) => range).map(({ medianRatio }) => medianRatio!);
  // NumPy, refitting without each row: k = np.arange(546) != i; b = np.linalg.lstsq(X[k], a[k])[0]; e[i] = X[i] @ b with
  // the columns of lib/monitoring/performance.test.ts; s = (e > low) & (e <= high); np.median(e[s] / a[s]), and the
  // same with a between 25,000, 53,000, 74,500 and 190,000
  expect(byEstimate.map((ratio) => ratio.toFixed(3))).toEqual(["0.998", "1.037", "1.008"]);
  expect(ratio!.thirds.map(({ medianRatio }) => medianRatio.toFixed(3))).toEqual(["1.154", "1.003", "0.920"]);
});
