import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Level } from "../../import/estimator/description";
import { compileDescription } from "../../import/estimator/evaluate";
import { predict } from "../../model/answer/predict";
import { acceptValue } from "../../model/inputs/kinds";
import type { InputValue } from "../../model/inputs/value";
import { importModel } from "../../testing/imported";

const folder = join(import.meta.dirname, "../../import/fixtures");
interface Rows {
  columns: string[] | null;
  rows: (Level | null)[][];
}
/** Every file of the fixtures with rows, of every format and release: that it is read right is held beside its reader. */
const files = [".", "early", "steps", "results", "onnx", "pmml", "coefficients", "mlflow"].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => /^(models|steps|results|\d[\d.]*(-py2)?)\.json$/.test(name))
    .flatMap((name) => {
      const models: Record<string, Rows> = JSON.parse(readFileSync(join(folder, part, name), "utf8"));
      return Object.entries(models).map(([file, rows]) => [join(part, file), rows] as const);
    }),
);

describe("draftImport(description) makes a model that answers as its description does", () => {
  test.each(files)("%s", (name, { columns, rows }) => {
    const { description, model } = importModel(name);
    const { inputs } = model.spec;
    const estimate = compileDescription(description);
    const positions = description.inputs.map(({ id, name: own }) => {
      return own === null || !columns ? Number(id.replace("x", "")) - 1 : columns.indexOf(own);
    });
    let answered = 0;
    rows.forEach((row, index) => {
      const given = positions.map((position) => row[position] ?? null);
      const wanted = estimate(Object.fromEntries(description.inputs.map(({ id }, at) => [id, given[at]])));
      const sent = inputs.map((input, at) => {
        const value = given[at]!;
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
      answered++;
      const difference = Math.abs(prediction.estimate! - wanted) / Math.abs(wanted);
      expect(difference, `row ${index}: ${prediction.estimate} in place of ${wanted}`).toBeLessThan(1e-12);
      expect(prediction).toMatchObject({ interval: null, confidence: null, intervalReason: { code: "no_evidence" } });
    });
    expect(answered).toBeGreaterThan(0);
  });
});
