import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Level } from "../import/estimator/description";
import { askSqlite } from "../testing/engines";
import type { Answer, TableRow } from "../testing/exports";
import { importModel } from "../testing/imported";
import { askPython, hasPython, loadTypeScript } from "../testing/modules";

const folder = join(import.meta.dirname, "../import/fixtures");
const models: Record<string, { columns: string[]; rows: (Level | null)[][]; answers: number[] }> = JSON.parse(
  readFileSync(join(folder, "models.json"), "utf8"),
);
const homes: { rows: TableRow[]; pipeline: number[] } = JSON.parse(
  readFileSync(join(folder, "bangalore/answers.json"), "utf8"),
);

/** Rows under the names of the published model, and the answers that scikit-learn itself gave to them. */
const cases = [
  ...["used-cars.pkl", "onehot-infrequent.pkl", "ordinal-then-impute.pkl", "target-log.pkl"].map((file) => {
    const { model, description } = importModel(file);
    const { columns, rows, answers } = models[file]!;
    const named = rows.map((row): TableRow =>
      Object.fromEntries(
        model.spec.inputs.map(({ name, kind }, index) => {
          const value = row[columns.indexOf(description.inputs[index]!.name!)]!;
          return [name, kind === "category" && value !== null ? String(value) : value];
        }),
      ),
    );
    return { file, model, rows: named, answers };
  }),
  {
    file: "bangalore/RidgeModel.pkl",
    model: importModel("bangalore/RidgeModel.pkl").model,
    rows: homes.rows,
    answers: homes.pipeline,
  },
];

function expectAnswers(given: Pick<Answer, "estimate">[], answers: number[]): void {
  expect(given).toHaveLength(answers.length);
  given.forEach(({ estimate }, row) => {
    expect(Math.abs(estimate! - answers[row]!) / Math.abs(answers[row]!), `row ${row}`).toBeLessThan(1e-9);
  });
}

describe.each(cases)("an export of $file answers as scikit-learn does with the file", ({ model, rows, answers }) => {
  test("as SQL for SQLite", async () => {
    expectAnswers(await askSqlite(model, rows), answers);
  });

  test.skipIf(!hasPython)("as Python", () => {
    expectAnswers(askPython(model, rows), answers);
  });

  test("as TypeScript", async () => {
    const { predict } = await loadTypeScript(model);
    expectAnswers(
      rows.map((row) => predict(row) as Answer),
      answers,
    );
  });
});
