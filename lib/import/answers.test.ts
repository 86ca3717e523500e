import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Level } from "./estimator/description";
import { compileDescription } from "./estimator/evaluate";
import { readFiles } from "./read-files";

const folder = join(import.meta.dirname, "fixtures");
interface Answered {
  columns: string[] | null;
  rows: (Level | null)[][];
  answers: number[];
}
/** Files with the rows and answers of the release that wrote them; see fixtures/make_early.py and the other scripts. */
const files = ["early", "steps", "results"].flatMap((part) =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const answered: Record<string, Answered> = JSON.parse(readFileSync(join(folder, part, name), "utf8"));
      return Object.entries(answered).map(([file, each]) => [`${part}/${file}`, each] as const);
    }),
);

describe("readFiles(files) gives a description that answers as the release does that wrote the file", () => {
  test.each(files)("%s", (name, { columns, rows, answers }) => {
    const { description } = readFiles([{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }]);
    const estimate = compileDescription(description);
    const positions = description.inputs.map((input) =>
      input.name === null || !columns ? Number(input.id.replace("x", "")) - 1 : columns.indexOf(input.name),
    );
    expect(answers.length).toBe(8);
    rows.forEach((row, index) => {
      const found = estimate(
        Object.fromEntries(description.inputs.map(({ id }, at) => [id, row[positions[at]!] ?? null])),
      );
      const answer = answers[index]!;
      expect(Math.abs(found - answer) / Math.abs(answer), `row ${index}: ${found}, not ${answer}`).toBeLessThan(1e-12);
    });
  });
});
