import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadModel, writeBundle } from "../families";
import { readFiles } from "../import/read-files";
import { calibratedCoverage } from "../model/answer/calibrated-coverage";
import { predict } from "../model/answer/predict";
import { parseSpec, type Spec } from "../model/spec";
import { randomNumbers } from "../testing/exports";
import { adoptFit } from "./adopt-fit";
import { calibrateModel } from "./calibrate";
import { draftImport } from "./draft/draft-import";
import type { ExampleSource } from "./fit-rows";
import { TrainingTable } from "./table";
import { train } from "./train";

const folder = join(import.meta.dirname, "../import/fixtures/salary");
const NAMES = ["experience", "test_score", "interview_score"];

function draft(file: string) {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const { description } = readFiles([{ name: file, bytes }]);
  const { spec, bundle } = draftImport(description, {
    id: "salary",
    target: "salary (USD)",
    names: NAMES,
    files: [file],
  });
  return { spec: parseSpec(spec), bundle };
}

/** The rows of a table of the fixtures, read as those of a model that was fitted elsewhere. */
function rowsOf(spec: Spec, file: string) {
  const reading = { ...spec, training: { file, columns: {}, missing: [], showRows: false } };
  const table = new TrainingTable(join(folder, file), reading);
  const examples: ExampleSource = (again, coding) => table.examples(!again, coding);
  return { examples, hash: () => table.hash };
}

async function calibrated(model: string, table: string) {
  const { spec, bundle } = draft(model);
  const { examples, hash } = rowsOf(spec, table);
  return { spec, bundle: await calibrateModel(spec, bundle, examples, hash) };
}

describe("calibrateModel(spec, bundle, examples)", () => {
  test("gives the ⌈(m + 1) · level⌉-th smallest absolute error to either side", async () => {
    const { spec, bundle } = await calibrated("model.pkl", "new.csv");
    const model = loadModel(spec, JSON.parse(writeBundle(bundle)));
    const { coefficients } = bundle.predictor;
    const lines = readFileSync(join(folder, "new.csv"), "utf8").trim().split("\n").slice(1);
    const errors = lines.map((line) => {
      const [a, b, c, salary] = line.split(",").map(Number) as [number, number, number, number];
      return Math.abs(salary - coefficients[0]! - coefficients[1]! * a - coefficients[2]! * b - coefficients[3]! * c);
    });
    const inputs = { experience: 5, test_score: 6, interview_score: 7 };
    for (const level of [0.5, 0.8, 0.95]) {
      const { estimate, interval } = predict(model, inputs, { level }) as {
        estimate: number;
        interval: { low: number; high: number };
      };
      const half = errors.toSorted((x, y) => x - y)[Math.ceil(121 * level) - 1]!;
      expect(interval.high - estimate).toBeCloseTo(half, 6);
      expect(estimate - interval.low).toBeCloseTo(half, 6);
    }
    expect(model.evidence).toMatchObject({ calibration: true, rows: 120, measured: 120 });
    expect(predict(model, inputs)).toMatchObject({ refusal: null, warnings: [] });
    expect(predict(model, inputs).estimate).not.toBeNull();
    expect((predict(model, { ...inputs, experience: 40 }) as { warnings: object[] }).warnings).toMatchObject([
      {
        code: "outside_training_range",
        detail: "experience: 40 is more than the largest value in the calibration data, 19",
      },
    ]);
  });

  test("refuses the rows of the fit, whether it has a penalty or not, and too few rows", async () => {
    await expect(calibrated("ridge.pkl", "fitted.csv")).rejects.toThrow("rows that it was fitted to");
    await expect(calibrated("model.pkl", "fitted.csv")).rejects.toThrow("rows that it was fitted to");
    const { spec, bundle } = draft("model.pkl");
    const few = {
      count: 2,
      encoded: Float64Array.of(1, 1, 1, 2, 2, 2),
      actual: Float64Array.of(1, 2),
      rows: new Float64Array(10),
    };
    await expect(
      calibrateModel(
        spec,
        bundle,
        () => [few],
        () => "",
      ),
    ).rejects.toThrow("2 rows of the table have an estimate; a range needs at least 20");
  });

  test("holds 80 in 100 new rows over many tables, and as unevenly between them as calibratedCoverage says", async () => {
    const { spec, bundle } = draft("model.pkl");
    const random = randomNumbers(14);
    const [rows, tables] = [60, 300];
    const [intercept, ...slopes] = bundle.predictor.coefficients as [number, number, number, number];
    const draw = () => {
      const encoded = Float64Array.of(20 * random(), 9 * random() + 1, 9 * random() + 1);
      const center = intercept + slopes.reduce((sum, slope, index) => sum + slope * encoded[index]!, 0);
      // Errors that are neither normal nor symmetric.
      return { encoded, actual: center + 3000 * (-Math.log(1 - random()) - 1) };
    };
    const shares: number[] = [];
    for (let table = 0; table < tables; table++) {
      const drawn = Array.from({ length: rows }, draw);
      const chunk = {
        count: rows,
        encoded: Float64Array.from(drawn.flatMap(({ encoded }) => [...encoded])),
        actual: Float64Array.from(drawn, ({ actual }) => actual),
        rows: new Float64Array(rows * 5),
      };
      const { uncertainty, predictor } = loadModel(
        spec,
        await calibrateModel(
          spec,
          bundle,
          () => [chunk],
          () => "0".repeat(64),
        ),
      );
      const half = uncertainty!.halfWidth({ center: 0, reach: 0, size: 1 }, 0.8);
      const point = { center: 0, reach: 0, size: 1 };
      const held = Array.from({ length: 200 }, draw).filter(({ encoded, actual }) => {
        predictor.evaluate(encoded, point);
        return Math.abs(actual - point.center) <= half;
      });
      shares.push(held.length / 200);
    }
    const mean = shares.reduce((sum, share) => sum + share / tables, 0);
    // ⌈61 · 0.8⌉ / 61 = 0.803; the mean of 300 tables of 200 rows is within 0.01 of it but once in thousands.
    expect(mean).toBeGreaterThan(0.793);
    expect(mean).toBeLessThan(0.813);
    const { low, high } = calibratedCoverage(rows, 0.8)!;
    // 200 new rows blur each share by 0.028.
    const inside = shares.filter((share) => share > low - 0.02 && share < high + 0.02).length / tables;
    expect(inside).toBeGreaterThan(0.85);
    expect(inside).toBeLessThan(0.99);
  }, 60_000);
});

describe("adoptFit(spec, bundle, examples)", () => {
  test("has the ranges and figures of the fit where the table is that of the fit", async () => {
    const { spec, bundle } = draft("model.pkl");
    const { examples, hash } = rowsOf(spec, "fitted.csv");
    const adopted = (await adoptFit(spec, bundle, examples, hash))!;
    const model = loadModel(spec, JSON.parse(writeBundle(adopted)));
    const terms = { ...spec, terms: NAMES };
    const own = rowsOf(terms, "fitted.csv");
    const here = loadModel(terms, await train(terms, own.examples, own.hash));
    const inputs = { experience: 5, test_score: 6, interview_score: 7 };
    const [one, other] = [predict(model, inputs), predict(here, inputs)] as [
      { interval: { low: number } },
      { interval: { low: number } },
    ];
    expect(one.interval.low / other.interval.low).toBeCloseTo(1, 9);
    expect(model.predictor.inference!.fit.r2).toBeCloseTo(here.predictor.inference!.fit.r2, 10);
    expect(adopted.predictor.coefficients).toEqual(bundle.predictor.coefficients);
  });

  test("is null for another table, and for another fit", async () => {
    for (const [model, table] of [
      ["model.pkl", "new.csv"],
      ["ridge.pkl", "fitted.csv"],
    ] as const) {
      const { spec, bundle } = draft(model);
      const { examples, hash } = rowsOf(spec, table);
      expect(await adoptFit(spec, bundle, examples, hash)).toBeNull();
    }
  });
});
