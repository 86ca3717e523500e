import { expect, test } from "vitest";
import { errorsOfRows } from "./residuals";
import { confidenceInterval, standardiseTerms } from "../../linear/standardise";
import { expectDigits, publishedModel } from "../../testing/models";

const models = await Promise.all(["house-price", "house-price-hedonic", "salary"].map(publishedModel));

test.each(models)("the errors on rows left out are those that the accuracy of $spec.id was measured on", (model) => {
  const errors = errorsOfRows(model);
  const rmse = Math.sqrt(
    errors.reduce((sum, { actual, estimate }) => sum + (actual - estimate) ** 2, 0) / errors.length,
  );
  expect(errors).toHaveLength(model.evidence!.rows);
  expectDigits(rmse, model.evidence!.accuracy.rmse);
});

test.each(models)("the residuals of $spec.id have its residual standard error and no mean", (model) => {
  const { df, sigma } = model.predictor.inference!.fit;
  const residuals = errorsOfRows(model).map(({ residual }) => residual);
  expectDigits(Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0) / df), sigma);
  expect(Math.abs(residuals.reduce((sum, residual) => sum + residual, 0)) / sigma).toBeLessThan(1e-8);
});

test("a yes or no keeps its coefficient, and another term moves by two standard deviations", () => {
  const [houses] = models;
  const steps = new Map(standardiseTerms(houses!).map((step) => [step.term, step]));
  const coefficients = new Map(houses!.predictor.inference!.coefficients.map((coefficient) => [coefficient.term, coefficient]));
  expect(steps.get("basement")).toMatchObject({ kind: "no to yes", amount: coefficients.get("basement")!.estimate });
  // R: 2 * sqrt(mean((lotsize - mean(lotsize))^2)) on the 546 rows of HousePrices.
  const step = 4332.34464389659;
  expectDigits(steps.get("area")!.step, step);
  // Errors are not equally large, so the interval is that of HC3.
  const { high } = confidenceInterval(houses!.predictor.inference!, coefficients.get("area")!);
  expectDigits(steps.get("area")!.high, step * high);
  expect(steps.has("(intercept)")).toBe(false);
});
