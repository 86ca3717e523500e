import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Level } from "./estimator/description";
import { compileDescription } from "./estimator/evaluate";
import { readFiles } from "./read-files";

const folder = join(import.meta.dirname, "fixtures");
const fixture = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
/** The rows and answers of scikit-learn; see fixtures/make.py. */
const models: Record<string, { columns: string[]; rows: (Level | null)[][]; answers: number[] }> = JSON.parse(
  readFileSync(join(folder, "models.json"), "utf8"),
);

function estimates(names: string[], { columns, rows }: (typeof models)[string]) {
  const { description } = readFiles(names.map(fixture));
  const estimate = compileDescription(description);
  const positions = description.inputs.map(({ id, name }) =>
    name === null ? Number(id.replace("x", "")) - 1 : columns.indexOf(name),
  );
  return rows.map((row) =>
    estimate(Object.fromEntries(description.inputs.map(({ id }, index) => [id, row[positions[index]!]]))),
  );
}

describe("readFiles(files) gives a description that answers as scikit-learn does", () => {
  test.each(Object.keys(models))("%s", (name) => {
    const model = models[name]!;
    const found = estimates([name], model);
    expect(model.answers.length).toBe(14);
    model.answers.forEach((answer, row) => {
      const difference = Math.abs(found[row]! - answer) / Math.abs(answer);
      expect(difference, `row ${row}: ${found[row]} in place of ${answer}`).toBeLessThan(1e-12);
    });
  });
});
