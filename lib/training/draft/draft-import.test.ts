import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Level } from "../../import/estimator/description";
import { predict } from "../../model/answer/predict";
import { acceptValue } from "../../model/inputs/kinds";
import type { InputValue } from "../../model/inputs/value";
import { importModel } from "../../testing/imported";

const folder = join(import.meta.dirname, "../../import/fixtures");
/** The rows and answers of scikit-learn; see lib/import/fixtures/make.py. */
const models: Record<string, { columns: string[]; rows: (Level | null)[][]; answers: number[] }> = JSON.parse(
  readFileSync(join(folder, "models.json"), "utf8"),
);

describe("draftImport(description) makes a model that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const { columns, rows, answers } = models[name]!;
    const { description, model } = importModel(name);
    const { inputs } = model.spec;
    const positions = description.inputs.map(({ id, name: own }) => {
      return own === null ? Number(id.replace("x", "")) - 1 : columns.indexOf(own);
    });
    answers.forEach((answer, index) => {
      const sent = inputs.map((input, at) => {
        const value = rows[index]![positions[at]!]!;
        return [input.name, acceptValue(input, input.kind === "category" && value !== null ? String(value) : value)];
      });
      const prediction = predict(model, Object.fromEntries(sent) as Record<string, InputValue>);
      expect(prediction.refusal, `row ${index}`).toBeNull();
      const difference = Math.abs(prediction.estimate! - answer) / Math.abs(answer);
      expect(difference, `row ${index}: ${prediction.estimate} in place of ${answer}`).toBeLessThan(1e-12);
      expect(prediction).toMatchObject({ interval: null, confidence: null, intervalReason: { code: "no_evidence" } });
    });
  });
});
