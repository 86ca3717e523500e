import { describe, expect, test } from "vitest";
import { binomialQuantile } from "../math/binomial";
import { seededRandom } from "../math/random";
import { publishedModel } from "../testing/models";
import { DriftWatch } from "./drift";
import { makeReference, referenceOf, referenceRows } from "./drift-reference";
import { shiftInputs, type Shift } from "./shift";

const MONTHS = 200;

async function rowsOf(id: string, seed: number) {
  const model = await publishedModel(id);
  const rows = referenceRows(model);
  const random = seededRandom(seed);
  return { model, rows, random, draw: () => rows[Math.floor(random() * rows.length)]! };
}

describe.each([30, 100, 500, 2_000])("200 months of %d rows without drift", (count) => {
  test("at most 5% are flagged, and no single test is above 5% by more than chance makes", async () => {
    const { model, rows, draw } = await rowsOf("house-price", count);
    let flagged = 0;
    const tests = new Map<string, { alarms: number; held: number }>();
    for (let month = 0; month < MONTHS; month++) {
      const watch = new DriftWatch(makeReference(model, rows.map(draw)));
      for (let row = 0; row < count; row++) watch.add(draw());
      const report = watch.report();
      if (report.verdict === "drift") flagged++;
      for (const feature of report.features) {
        for (const { of, p } of feature.tests) {
          // The shape is tested once mean and variance are taken out, which leaves less to chance, but not to rounding:
          // a grid cuts between other values of each sample. There the size decides.
          if (of === "shape") continue;
          const key = `${of} of ${feature.label}`;
          const { alarms, held } = tests.get(key) ?? { alarms: 0, held: 0 };
          tests.set(key, { alarms: alarms + Number(p <= 0.05), held: held + 1 });
        }
      }
    }
    expect(flagged / MONTHS).toBeLessThanOrEqual(0.05);
    for (const [key, { alarms, held }] of tests) {
      expect(alarms, key).toBeLessThanOrEqual(binomialQuantile(0.9999, held, 0.05));
    }
  }, 60_000);
});

describe("a shift of half a standard deviation at 500 rows is flagged in at least 95% of months", () => {
  test.each(["area", "bedrooms", "bathrooms", "stories", "parking"])("of %s", async (name) => {
    const { model, rows, draw, random } = await rowsOf("house-price", 7);
    const values = model.evidence!.background.inputs[name]!;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const shift: Shift = { name, amount: deviation / 2, relative: false };
    const months = 40;
    let found = 0;
    for (let month = 0; month < months; month++) {
      const watch = new DriftWatch(makeReference(model, rows.map(draw)));
      for (let row = 0; row < 500; row++) {
        const { encoded } = draw();
        const inputs = shiftInputs(model.spec, model.reading.decode(encoded), [shift], random);
        watch.add({ encoded: model.reading.encode(inputs), estimate: null });
      }
      if (watch.report().features.find((feature) => feature.name === name)!.verdict === "drift") found++;
    }
    expect(found / months).toBeGreaterThanOrEqual(0.95);
  });
});

test("29 rows are too few to tell, whatever they hold, and the reason is said", async () => {
  const { model, draw } = await rowsOf("house-price", 1);
  const watch = new DriftWatch(referenceOf(model));
  for (let row = 0; row < 29; row++) watch.add({ ...draw(), encoded: new Float64Array(7).fill(1e6) });
  const report = watch.report();
  expect([report.verdict, report.fewest]).toEqual(["too few to tell", 30]);
  expect(report.features.every(({ tests, verdict }) => tests.length === 0 && verdict === "too few to tell")).toBe(true);
  expect(report.detail).toBe("there are 29 rows in this period, and a comparison needs 30");
});

test("a model with eight training rows says that these are too few, however many rows it answered", async () => {
  const { model, draw } = await rowsOf("salary", 1);
  const watch = new DriftWatch(referenceOf(model));
  for (let row = 0; row < 1_000; row++) watch.add(draw());
  expect(watch.report().detail).toMatch(/^there are 8 training rows/);
});

test("rows that stand for as many each say what they say alone", async () => {
  const { model, draw } = await rowsOf("house-price", 7);
  const drawn = Array.from({ length: 300 }, draw);
  const reportOf = (weight: number) => {
    const watch = new DriftWatch(referenceOf(model));
    for (const row of drawn) watch.add({ ...row, weight });
    return watch.report();
  };
  expect(reportOf(8)).toEqual(reportOf(1));
});

test("a crowd of which few rows are kept weighs what it is, and a few heavy rows prove nothing", async () => {
  const { model, rows, random } = await rowsOf("house-price", 11);
  const [, ...larger] = rows.toSorted((a, b) => a.encoded[0]! - b.encoded[0]!);
  const smaller = larger.splice(0, larger.length / 2);
  const drawFrom = (some: typeof rows) => some[Math.floor(random() * some.length)]!;
  const verdictOf = (weight: number) => {
    const watch = new DriftWatch(referenceOf(model));
    // All the small houses of a quiet night, and one in five of the large ones of a busy day.
    for (let row = 0; row < 1_000; row++) watch.add(drawFrom(smaller));
    for (let row = 0; row < 200; row++) watch.add({ ...drawFrom(larger), weight });
    return watch.report().features[0]!;
  };
  expect(verdictOf(1).verdict).toBe("drift");
  expect(verdictOf(5)).toMatchObject({ verdict: "no drift", rows: 667 });
  expect(verdictOf(10_000)).toMatchObject({ rows: 200 });
});

test("100,000 rows prove a trifle, and it is no drift", async () => {
  const { model, rows } = await rowsOf("house-price", 1);
  const watch = new DriftWatch(makeReference(model, Array.from({ length: 100 }, () => rows).flat()));
  for (let row = 0; row < 100_000; row++) {
    const encoded = Float64Array.from(rows[row % rows.length]!.encoded);
    // One house in twenty has a lot a fifth larger.
    if (row % 20 === 0) encoded[0]! *= 1.2;
    watch.add({ encoded, estimate: null });
  }
  const { features, significance } = watch.report();
  const area = features[0]!;
  expect(Math.min(...area.tests.map(({ adjustedP }) => adjustedP))).toBeLessThan(significance);
  expect([area.verdict, area.detail]).toEqual([
    "no drift",
    "values of lot area differ significantly from the training data, but by too little to matter",
  ]);
});

test("a statistic is above its threshold exactly where the test counts as proof", async () => {
  const { model, rows, random } = await rowsOf("house-price", 3);
  const watch = new DriftWatch(referenceOf(model));
  const shift: Shift = { name: "area", amount: 0.2, relative: true };
  for (let row = 0; row < 500; row++) {
    const { encoded } = rows[Math.floor(random() * rows.length)]!;
    const inputs = shiftInputs(model.spec, model.reading.decode(encoded), [shift], random);
    watch.add({ encoded: model.reading.encode(inputs), estimate: null });
  }
  const { features, significance, verdict } = watch.report();
  for (const { tests } of features) {
    for (const { statistic, threshold, adjustedP } of tests)
      expect(statistic >= threshold).toBe(adjustedP <= significance);
  }
  expect(verdict).toBe("drift");
  expect(features[0]!.detail).toMatch(
    /^values of lot area are larger than in training.*: 6,600 to 7,980 sq ft in \d+% of rows, 10% in training$/,
  );
});
