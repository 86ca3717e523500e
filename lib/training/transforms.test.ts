import { describe, expect, test } from "vitest";
import { predict } from "../model/answer/predict";
import { measureEffects } from "../model/explain/effects";
import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { expectDigits, trained, trainModel, whole } from "../testing/models";

/*
 * statsmodels 0.15, with f and its inverse g for log1p (np.log1p, np.expm1) and sqrt (np.sqrt, np.square):
 *   i = np.arange(60); a = (i * 7) % 11 + 0.25 * (i % 3); b = (i * 5) % 13; e = ((i * 37) % 17 - 8) / 8
 *   z = c + 0.1 * a + 0.02 * b + 0.3 * e, c = 0.5 for log1p and 2 for sqrt; y = np.floor(g(np.maximum(z, 0)) * 4) / 4
 *   X = sm.add_constant(np.column_stack([a, b])); m = sm.OLS(f(y), X).fit()
 *   p = m.get_prediction([[1, 4, 6]]); c = p.predicted_mean; g(c); g(p.conf_int(obs=True, alpha=0.2))
 *   mean: exp(c) * mean(exp(m.resid)) - 1 for log1p, mean((c + m.resid)**2) for sqrt
 *   within: s = sqrt(m.scale + p.var_pred_mean); stats.t.cdf((f(g(c) + 1) - c) / s, 57) - stats.t.cdf((f(g(c) - 1) - c) / s, 57)
 */
const CASES = {
  log1p: {
    constant: 0.5,
    back: Math.expm1,
    coefficients: [0.43884271286657206, 0.09853702505246849, 0.022149878215678022],
    errors: [0.0634531739695006, 0.007848857986445768, 0.006652630193844872],
    fit: [0.7449900903305361, 0.1935379455879855],
    answer: [1.6271249737420828, 1.0391673332452946, 2.3846097449370585, 1.6738544540118454, 0.9392033381928349],
  },
  sqrt: {
    constant: 2,
    back: (value: number) => value ** 2,
    coefficients: [1.9949662692178591, 0.09222083831945888, 0.021900668734511054],
    errors: [0.061577318130545906, 0.007616823477185798, 0.006455959571827941],
    fit: [0.7323394373282315, 0.18781641484997985],
    answer: [6.226290702495441, 5.059777003686195, 7.513697526524347, 6.259801957898185, 0.706033146637941],
  },
};

/** An answer that is no refusal. */
function answered(model: Model, inputs: Inputs) {
  const prediction = predict(model, inputs);
  if (prediction.refusal) throw new Error(prediction.refusal.detail);
  return prediction;
}

function modelOf(transform: keyof typeof CASES, changes: Record<string, unknown> = {}) {
  const { constant, back } = CASES[transform];
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [a, b, e] = [((i * 7) % 11) + 0.25 * (i % 3), (i * 5) % 13, (((i * 37) % 17) - 8) / 8];
    const actual = Math.floor(back(Math.max(constant + 0.1 * a + 0.02 * b + 0.3 * e, 0)) * 4) / 4;
    return { inputs: { a, b }, actual };
  });
  const target = { name: "y", label: "Count", transform, tolerance: { absolute: 1 }, ...changes };
  return trainModel({ target }, rows);
}

function expectEach(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => expectDigits(found[index]!, value, 10));
}

describe.each(["log1p", "sqrt"] as const)("a model of target transform %s", (transform) => {
  const expected = CASES[transform];

  test("has the fit of statsmodels, and its estimate, interval, mean and probability back in the unit", async () => {
    const model = await modelOf(transform);
    const { coefficients, fit } = trained(model);
    expectEach(
      coefficients.map(({ estimate }) => estimate),
      expected.coefficients,
    );
    expectEach(
      coefficients.map(({ standardError }) => standardError),
      expected.errors,
    );
    expectEach([fit.r2, fit.sigma], expected.fit);
    const { estimate, mean, interval, confidence } = whole(answered(model, { a: 4, b: 6 }));
    expectEach([estimate!, interval.low, interval.high, mean!, confidence.probability], expected.answer);
  });

  test("adds contributions up to its estimate, and effects are differences of estimates", async () => {
    const model = await modelOf(transform);
    const { estimate, baseline, contributions } = whole(answered(model, { a: 4, b: 6 }));
    const total = contributions.reduce((sum, { amount }) => sum + amount, baseline);
    expectDigits(total, estimate!, 12);
    for (const { input, to, amount } of measureEffects(model, { a: 4, b: 6 })) {
      const other = predict(model, { a: 4, b: 6, [input]: to });
      expect(amount).toBeCloseTo(other.estimate! - estimate!, 10);
    }
  });

  test("is trained on outcomes of 0, and its accuracy is in the unit of the target", async () => {
    const { accuracy, outcomes } = trained(await modelOf(transform));
    expect(outcomes.min).toBeGreaterThanOrEqual(0);
    expect(accuracy.rmse).toBeLessThan(1.5);
    expect(accuracy.predictiveR2).toBeGreaterThan(0.5);
  });
});

describe("estimates below 0", () => {
  test("of a square root are refused, since the square would rise again", async () => {
    const model = await modelOf("sqrt");
    const prediction = predict(model, { a: -24, b: 0 });
    expect(prediction.refusal?.code).toMatch(/estimate_not_positive|too_far_from_training/);
    const near = predict({ ...model, evidence: { ...model.evidence!, farthest: 1e6 } }, { a: -24, b: 0 });
    expect(near.refusal).toMatchObject({
      code: "estimate_not_positive",
      detail: expect.stringMatching(
        /^the model gives −0\.\d+ for the square root of the count, which cannot be less than 0$/,
      ),
    });
  });

  test("of log1p are warned of, with a range from the estimate up to where nothing lies below it", async () => {
    const model = await modelOf("log1p");
    const prediction = answered({ ...model, evidence: { ...model.evidence!, farthest: 1e6 } }, { a: -8, b: 0 });
    expect(prediction.estimate).toBeLessThan(0);
    expect(prediction.estimate).toBeGreaterThan(-1);
    expect(prediction.interval).toMatchObject({ low: prediction.estimate });
    expect(prediction.warnings).toContainEqual({
      code: "estimate_not_positive",
      detail: expect.stringContaining("but the count cannot be less than 0"),
    });
  });
});
