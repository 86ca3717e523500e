import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../families";
import type { Level } from "../../import/estimator/description";
import { compileDescription } from "../../import/estimator/evaluate";
import { readFiles } from "../../import/read-files";
import { predict } from "../../model/answer/predict";
import { acceptValue } from "../../model/inputs/kinds";
import type { InputValue } from "../../model/inputs/value";
import { draftImport } from "./draft-import";

const folder = join(import.meta.dirname, "../../import/fixtures");
/** The rows and answers of scikit-learn; see lib/import/fixtures/make.py. */
const models: Record<string, { columns: string[]; rows: (Level | null)[][]; answers: number[] }> = JSON.parse(
  readFileSync(join(folder, "models.json"), "utf8"),
);

function publish(...files: string[]) {
  const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const { description } = readFiles(files.map((name) => ({ name, bytes: bytes(name) })));
  const names = description.inputs.some(({ name }) => name === null)
    ? description.inputs.map(({ id }) => `Feature ${id.slice(1)}`)
    : undefined;
  const { spec, bundle } = draftImport(description, { id: "cars", target: "price", names, files });
  const model = loadModel(JSON.parse(JSON.stringify(spec)), JSON.parse(JSON.stringify(bundle)));
  return { description, model };
}

describe("draftImport(description) makes a model that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const { columns, rows, answers } = models[name]!;
    const { description, model } = publish(name);
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
    expect(compileDescription(description)({})).not.toBe(0);
  });
});
