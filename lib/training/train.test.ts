import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { writeBundle } from "../families";
import { compileDesign } from "../linear/columns";
import { parseSpec } from "../model/spec";
import { TableError, TrainingTable } from "./table";
import {
  expectDigits,
  inChunks,
  makeSpec,
  modelFolder,
  publishedModel,
  readModelFile,
  trained,
  trainModel,
} from "../testing/models";
import { train } from "./train";

describe.each(["house-price", "house-price-hedonic", "salary"])("training %s", (id) => {
  test("gives the committed artifact byte for byte", async () => {
    const spec = parseSpec(JSON.parse(await readModelFile(id, "model.json")));
    const table = new TrainingTable(resolve(modelFolder(id), spec.training!.file), spec);
    const bundle = await train(
      spec,
      () => table.examples(),
      () => table.hash,
    );
    expect(writeBundle(bundle)).toBe(await readModelFile(id, "artifact.json"));
  });
});

/** Without a forced collection, what is measured is the garbage of the moment. */
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("house-price: coefficients, standard errors, t and p equal those of R's lm to ten digits", async () => {
  // R 4.2: d <- read.csv("model/house-price/training.csv"); d <- transform(d, area = lotsize,
  //   guest_rooms = recreation == "yes", basement = fullbase == "yes", parking = garage)
  // m <- lm(price ~ area + bedrooms + bathrooms + stories + guest_rooms + basement + parking
  //   + I(area / bedrooms) + I(bathrooms / bedrooms), d); print(summary(m)$coefficients, digits = 15)
  const expected: [string, number, number, number, number][] = [
    ["(intercept)", 15385.2637826978, 9656.99059923408, 1.593173735088659, 0.111710723242097],
    ["area", 5.59755741077343, 1.32958704289942, 4.209996961588086, 2.99479783592949e-5],
    ["bedrooms", -4048.36700208183, 2953.1516009957, -1.370863250202536, 0.170991324978018],
    ["bathrooms", 22438.0891747342, 6474.70425207232, 3.465500245444037, 5.71659373969421e-4],
    ["stories", 9015.94094843211, 984.635267693365, 9.15663011904206, 1.12472903641103e-18],
    ["guest_rooms", 6288.30847039972, 2096.51797613226, 2.99940593974808, 2.8307590703284e-3],
    ["basement", 8172.33019856963, 1716.5965638167, 4.760775112120228, 2.48472967144989e-6],
    ["parking", 5312.30799617963, 914.500967274355, 5.808969248018204, 1.07861110754946e-8],
    ["area_per_bedroom", -3.14516452902062, 3.62157235386968, -0.868452766285337, 0.385535193790155],
    ["bb_ratio", -25027.7788644149, 19802.6676673958, -1.263858955004431, 0.20683003080563],
  ];
  const { coefficients } = trained(await publishedModel("house-price"));
  expected.forEach(([term, estimate, standardError, t, p], index) => {
    const found = coefficients[index]!;
    expect(found.term).toBe(term);
    expectDigits(found.estimate, estimate);
    expectDigits(found.standardError, standardError);
    expectDigits(found.t, t);
    expectDigits(found.p, p, 9);
  });
});

test("house-price: R², adjusted R², F and sigma equal those of R's summary.lm to ten digits", async () => {
  // print(with(summary(m), c(r.squared, adj.r.squared, fstatistic["value"], sigma)), digits = 15)
  const { fit } = trained(await publishedModel("house-price"));
  expectDigits(fit.r2, 0.601261173198194);
  expectDigits(fit.adjustedR2, 0.594565931703388);
  expectDigits(fit.f, 89.8042548076268);
  expectDigits(fit.sigma, 17002.5798590241);
  expect([fit.n, fit.p, fit.df]).toEqual([546, 10, 536]);
});

describe("train", () => {
  const rows = [1, 2, 3, 4, 5].map((a) => ({
    inputs: { a, b: a * a },
    actual: a,
  }));

  test("refuses terms that depend on each other, by their names", async () => {
    await expect(trainModel({ terms: ["a", "b", "a + b"] }, rows)).rejects.toThrow(
      "a + b is determined by a, b in every row",
    );
    await expect(trainModel({ terms: ["a", "b * 0"] }, rows)).rejects.toThrow("b * 0 is 0 in every row");
    await expect(
      trainModel(
        {},
        rows.map((row) => ({ ...row, inputs: { ...row.inputs, b: 7 } })),
      ),
    ).rejects.toThrow("b is 7 in every row; leave it out of the terms");
  });

  test("refuses a table without anything to judge the error by", async () => {
    await expect(
      trainModel(
        {},
        rows.map((row) => ({ ...row, actual: 7 })),
      ),
    ).rejects.toThrow("outcome is the same in every row");
    await expect(trainModel({}, rows)).rejects.toThrow("outcome follows from the terms exactly in every row");
  });

  test("refuses too few rows and says how many are needed", async () => {
    await expect(trainModel({}, rows.slice(0, 3))).rejects.toThrow(
      "the table has 3 rows; 3 coefficients need at least 5",
    );
    await expect(trainModel({}, rows.slice(0, 3))).rejects.toThrow(TableError);
  });

  test("leave-one-out accuracy equals refitting without each row", async () => {
    const noisy = [3, 1, 4, 1, 5, 9, 2, 6].map((noise, a) => ({
      inputs: { a, b: (a * 7) % 5 },
      actual: 10 + 2 * a + noise,
    }));
    const { accuracy } = trained(await trainModel({}, noisy));
    const errors = await Promise.all(
      noisy.map(async (left, index) => {
        const { coefficients } = trained(
          await trainModel(
            {},
            noisy.filter((_, other) => other !== index),
          ),
        );
        const [intercept, a, b] = coefficients.map(({ estimate }) => estimate);
        return left.actual - (intercept! + a! * Number(left.inputs.a) + b! * Number(left.inputs.b));
      }),
    );
    const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(accuracy.rmse).toBeCloseTo(rmse, 10);
    const relative = errors.map((error, index) => Math.abs(error / noisy[index]!.actual)).sort((x, y) => x - y);
    expect(accuracy.mdape).toBeCloseTo((relative[3]! + relative[4]!) / 2, 10);
  });

  test("500,000 rows × 9 terms train in memory that does not grow with the rows", async () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const spec = parseSpec(
      makeSpec({
        inputs: names.map((name) => ({ name, label: name, kind: "number" })),
        terms: names,
      }),
    );
    const width = compileDesign(spec).columns.length;
    let peak = 0;
    function* examples(count: number) {
      // A linear congruential generator: the rows must be the same each time they are gone through.
      let state = 12345;
      const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
      for (let row = 0; row < count; row++) {
        const encoded = Float64Array.from({ length: width }, random);
        yield {
          encoded,
          actual: encoded.reduce((sum, value, index) => sum + value * (index + 1), random() - 0.5),
        };
        if (row % 25_000 === 24_999) {
          collectGarbage();
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          peak = Math.max(peak, heapUsed + arrayBuffers);
        }
      }
    }
    const peakFor = async (count: number) => {
      peak = 0;
      const { predictor, evidence } = await train(
        spec,
        () => inChunks(spec, examples(count)),
        () => "0".repeat(64),
      );
      predictor.coefficients.slice(1).forEach((estimate, index) => expect(estimate).toBeCloseTo(index + 1, 1));
      expect(evidence.rows).toBe(count);
      return peak;
    };
    await peakFor(50_000);
    const small = await peakFor(50_000);
    const large = await peakFor(500_000);
    // 500,000 rows of ten doubles would be 40 MB.
    expect(large - small).toBeLessThan(5e6);
  }, 60_000);
});
