import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadModel } from "../families";
import { whole, expectDigits, makeSpec, trained, trainModel } from "../testing/models";
import { trainModelFolder } from "../testing/model-folders";
import { predict } from "../model/answer/predict";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";

/*
 * statsmodels 0.15, and R 4.2 for what both have (lm, weights = w):
 *   i = np.arange(60); a = (i * 7) % 11 + 0.25 * (i % 3); b = (i * 5) % 13; e = ((i * 37) % 17 - 8) / 8
 *   w = np.array([0.5, 1, 2, 4, 3])[i % 5]; w = np.where(i % 20 == 7, 0, w); k = w > 0
 *   X = sm.add_constant(np.column_stack([a, b])); y = 10 + 2 * a - b + 3 * e
 *   m = sm.WLS(y[k], X[k], weights=w[k]).fit()
 */
const ROWS = Array.from({ length: 60 }, (_, i) => {
  const [a, b, e] = [((i * 7) % 11) + 0.25 * (i % 3), (i * 5) % 13, (((i * 37) % 17) - 8) / 8];
  return { a, b, y: 10 + 2 * a - b + 3 * e, w: i % 20 === 7 ? 0 : [0.5, 1, 2, 4, 3][i % 5]! };
});

let temporary: string;
beforeAll(async () => void (temporary = await mkdtemp(join(tmpdir(), "glasshouse-"))));
afterAll(() => rm(temporary, { recursive: true }));

/** Train on a table in a folder, as the command does. */
async function trainTable(rows: string[], changes: Record<string, unknown> = {}): Promise<Model> {
  const spec = makeSpec({ training: { file: "training.csv", weights: "w" }, ...changes });
  await writeFile(join(temporary, "training.csv"), `a,b,y,w\n${rows.join("\n")}\n`);
  await writeFile(join(temporary, "model.json"), JSON.stringify(spec));
  await trainModelFolder(temporary);
  return loadModel(spec, JSON.parse(await readFile(join(temporary, "artifact.json"), "utf8")));
}
const lines = ROWS.map(({ a, b, y, w }) => `${a},${b},${y},${w}`);

/** An answer that is no refusal. */
function answered(model: Model, inputs: Inputs) {
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return prediction;
}

function expectEach(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => expectDigits(found[index]!, value, 10));
}

describe("a fit with weights equals that of statsmodels' WLS to ten digits", () => {
  test("coefficients, standard errors, HC3, R², F, σ of a row of weight 1, AIC and BIC as R counts them", async () => {
    const { coefficients, fit, weights } = trained(await trainTable(lines));
    expect([fit.n, fit.df, weights]).toEqual([57, 54, { typical: 2, zero: 3 }]);
    // m.params; m.bse; m.HC3_se
    expectEach(
      coefficients.map(({ estimate }) => estimate),
      [10.094489020074814, 1.9200364641819487, -0.9636676101783868],
    );
    expectEach(
      coefficients.map(({ standardError }) => standardError),
      [0.6167782810115415, 0.07401797065576189, 0.06164644382633395],
    );
    expectEach(
      coefficients.map(({ robustStandardError }) => robustStandardError),
      [0.7468365427290673, 0.09492637632032366, 0.08783521455710157],
    );
    // m.rsquared; m.rsquared_adj; m.fvalue; sqrt(m.scale); -2 * m.llf + 2 * 4; -2 * m.llf + log(57) * 4
    expectEach(
      [fit.r2, fit.adjustedR2, fit.f, fit.sigma, fit.aic, fit.bic],
      [
        0.9491755302285121, 0.9472931424591977, 504.24017075622845, 2.5514585854570724, 245.71755457040683,
        253.88975964174503,
      ],
    );
    // het_breuschpagan(m.wresid, X[k])
    expectEach([fit.breuschPagan!.statistic, fit.breuschPagan!.p], [1.1384833048967153, 0.5659544661867779]);
  });

  test("leverage, Cook's distance and studentised residuals, by the row's number in the table", async () => {
    // W = sqrt(w[k])[:, None] * X[k]; h = diag(W inv(W'W) W'); d = m.wresid**2 * h / (3 * m.scale * (1 - h)**2)
    // s1 = sqrt((m.scale * 54 - m.wresid**2 / (1 - h)) / 53); m.wresid / (s1 * sqrt(1 - h))
    const { influential } = trained(await trainTable(lines));
    const top = influential.slice(0, 3);
    expect(top.map(({ row }) => row)).toEqual([29, 40, 24]);
    expectEach(
      top.flatMap(({ cooksDistance, leverage, studentisedResidual }) => [cooksDistance, leverage, studentisedResidual]),
      [
        0.3761459403355782, 0.129276095253848, 2.946463291599809, 0.23273001888912234, 0.11287204741663576,
        2.4484870408575863, 0.18470471910259958, 0.11202543233333492, -2.166230017335221,
      ],
    );
  });

  test("errors on rows left out, each by a fit to the others", async () => {
    const { accuracy } = trained(await trainTable(lines));
    expectEach([accuracy.rmse, accuracy.mae], [1.951949132683321, 1.6830364136799634]);
  });

  test("the 80% prediction interval of a row of the typical weight", async () => {
    // p = m.get_prediction([[1, 4, 6]], weights=np.array([2])); p.predicted_mean; p.conf_int(obs=True, alpha=0.2)
    const { estimate, interval } = whole(answered(await trainTable(lines), { a: 4, b: 6 }));
    expectEach([estimate, interval.low, interval.high], [11.992629215732288, 9.628759580369108, 14.356498851095468]);
  });

  test("standard errors of effects, which are those of the coefficients", async () => {
    const { inference } = (await trainTable(lines)).predictor;
    const { difference, standardError } = inference!.contrast([4, 6], [5, 6]);
    expectEach([difference, standardError!], [1.9200364641819487, 0.07401797065576189]);
  });
});

describe("weights", () => {
  test("of 1 change nothing but that they are named, and a common factor changes σ alone", async () => {
    const rows = ROWS.map(({ a, b, y }) => ({ inputs: { a, b }, actual: y }));
    const plain = await trainModel({}, rows);
    const ones = await trainModel(
      {},
      rows.map((row) => ({ ...row, weight: 1 })),
    );
    expect(ones.bundle.predictor).toEqual(plain.bundle.predictor);
    expect(ones.evidence).toEqual(plain.evidence);
    const fours = await trainModel(
      {},
      rows.map((row) => ({ ...row, weight: 4 })),
    );
    const [one, four] = [plain, fours].map((model) => whole(answered(model, { a: 4, b: 6 })));
    expectDigits(four!.estimate, one!.estimate, 12);
    expectDigits(four!.interval.low, one!.interval.low, 12);
    expectDigits(trained(fours).fit.sigma, 2 * trained(plain).fit.sigma, 12);
    expectDigits(trained(fours).fit.aic, trained(plain).fit.aic, 12);
    expectDigits(fours.evidence!.farthest, plain.evidence!.farthest, 12);
  });

  test("leave conformal intervals to the errors of rows as they are", async () => {
    let state = 1;
    const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
    const rows = Array.from({ length: 400 }, () => {
      const inputs = { a: random(), b: random() };
      const weight = random() < 0.5 ? 1 : 4;
      return { inputs, weight, actual: inputs.a + inputs.b + (random() - 0.5) / Math.sqrt(weight) };
    });
    const model = await trainModel({ interval: "conformal" }, rows);
    const level = model.evidence!.accuracy.coverage.find((each) => each.level === 0.8)!;
    expect(Math.abs(level.measured - 0.8)).toBeLessThan(0.01);
    const plain = await trainModel(
      { interval: "conformal" },
      rows.map(({ inputs, actual }) => ({ inputs, actual })),
    );
    const width = (each: Model) => {
      const { low, high } = whole(answered(each, { a: 0.5, b: 0.5 })).interval;
      return high - low;
    };
    expect(Math.abs(width(model) / width(plain) - 1)).toBeLessThan(0.05);
  });

  test.each([
    ["below 0", "4,6,9,-3", 'training.csv: the weight (w) must be 0 or more; 1 row has "-3" (line 62).'],
    ["that is missing", "4,6,9,", "training.csv: the weight (w) must be a number; 1 row has an empty cell (line 62)."],
    ["that is no number", "4,6,9,x", 'training.csv: the weight (w) must be a number; 1 row has "x" (line 62).'],
  ])("%s are refused with their line", async (_, line, message) => {
    await expect(trainTable([...lines, line])).rejects.toThrow(message);
  });

  test("whose column is not there are refused by its name", async () => {
    const training = { file: "training.csv", weights: "sales" };
    await expect(trainTable(lines, { training })).rejects.toThrow("there is no column sales (for the weights)");
  });
});

test("a test table is measured row by row as it would be answered, with its refusals, and needs no weights", async () => {
  const training = { file: "training.csv", weights: "w", test: "test.csv" };
  await writeFile(join(temporary, "test.csv"), "a,b,y\n4,6,12\n5,6,12\n1000,6,12\n6,6,20\n");
  const model = await trainTable(lines, { training });
  const { test: found, rows } = model.evidence!;
  const errors = [12, 12, 20].map((y, index) => Math.abs(y - predict(model, { a: 4 + index, b: 6 }).estimate!));
  expect(rows).toBe(57);
  expect(found).toMatchObject({
    rows: 4,
    measured: 3,
    refused: 1,
    mae: expect.closeTo((errors[0]! + errors[1]! + errors[2]!) / 3, 12),
  });
  expect(found!.coverage.find(({ level }) => level === 0.8)!.measured).toBeCloseTo(2 / 3, 12);
  // The version is what answers are by, and the test table changes none.
  expect((await trainTable(lines)).version).toBe(model.version);
});

test("a test table at fault is named with its line", async () => {
  const training = { file: "training.csv", test: "test.csv" };
  await writeFile(join(temporary, "test.csv"), "a,b,y\n4,6,12\n5,x,12\n");
  await expect(trainTable(lines, { training })).rejects.toThrow(
    'test.csv: second must be a number; 1 row has "x" (line 3).',
  );
  await writeFile(join(temporary, "test.csv"), "a,y\n4,6\n");
  await expect(trainTable(lines, { training })).rejects.toThrow("test.csv: there is no column b");
});
