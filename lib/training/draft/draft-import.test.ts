import { describe, expect, test } from "vitest";
import { compileDescription } from "../../import/estimator/evaluate";
import { predict } from "../../model/answer/predict";
import { acceptValue } from "../../model/inputs/kinds";
import type { InputValue } from "../../model/inputs/value";
import { answeredFixtures, rowsOf } from "../../testing/import-fixtures";
import { importModel } from "../../testing/imported";

/** Every file of the fixtures with rows, of every format and release: that it is read right is held beside its reader. */
const files = answeredFixtures(".", "early", "steps", "results", "onnx", "pmml", "coefficients", "mlflow");

describe("draftImport(description) makes a model that answers as its description does", () => {
  test.each(files)("%s", (name, answered) => {
    const { description, model } = importModel(name);
    const { inputs } = model.spec;
    const estimate = compileDescription(description);
    let count = 0;
    rowsOf(description, answered).forEach((row, index) => {
      const wanted = estimate(row);
      const sent = inputs.map((input, at) => {
        const value = row[description.inputs[at]!.id]!;
        const text = value === true ? "True" : value === false ? "False" : String(value);
        const isText = input.kind === "category" && value !== null;
        return [input.name, acceptValue(input, isText ? text : typeof value === "boolean" ? Number(value) : value)];
      });
      const fails = sent.some(([, value]) => value === undefined);
      if (fails || Number.isNaN(wanted)) {
        const answer = fails ? null : predict(model, Object.fromEntries(sent) as Record<string, InputValue>).estimate;
        expect([answer, wanted], `row ${index}`).toEqual([null, NaN]);
        return;
      }
      const prediction = predict(model, Object.fromEntries(sent) as Record<string, InputValue>);
      if (prediction.refusal) {
        // A target that is always above 0 has no estimate below it.
        expect(prediction.refusal.code).toBe("estimate_not_positive");
        return;
      }
      count++;
      const difference = Math.abs(prediction.estimate! - wanted) / Math.abs(wanted);
      expect(difference, `row ${index}: ${prediction.estimate} in place of ${wanted}`).toBeLessThan(1e-12);
      expect(prediction).toMatchObject({ interval: null, confidence: null, intervalReason: { code: "no_evidence" } });
    });
    expect(count).toBeGreaterThan(0);
  });
});
