import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level, ModelDescription } from "../import/estimator/description";
import { compileDescription } from "../import/estimator/evaluate";
import { ImportError } from "../import/import-error";
import { readFiles, type ImportedFile } from "../import/read-files";

/** Rows, and the answers to them of the library that wrote a file; null where it has none. */
export interface Answered {
  columns: string[];
  rows: (Level | null)[][];
  answers: (number | null)[];
}

/** A folder of lib/import/fixtures: its files, and the answers in its models.json. */
export function importFixtures(folder: string) {
  const path = join(import.meta.dirname, "../import/fixtures", folder);
  const fixture = (name: string): ImportedFile => ({ name, bytes: new Uint8Array(readFileSync(join(path, name))) });
  const models: Record<string, Answered> = JSON.parse(readFileSync(join(path, "models.json"), "utf8"));
  return { fixture, models };
}

/** The largest relative error of a description over rows; infinite where one has an answer and the other has none. */
export function worstError(description: ModelDescription, { columns, rows, answers }: Answered): number {
  const estimate = compileDescription(description);
  const positions = description.inputs.map(({ id, name }) =>
    name === null ? Number(id.replace("x", "")) - 1 : columns.indexOf(name),
  );
  const errors = rows.map((row, index) => {
    const found = estimate(Object.fromEntries(description.inputs.map(({ id }, at) => [id, row[positions[at]!]])));
    const answer = answers[index]!;
    if (answer === null || Number.isNaN(found)) return answer === null && Number.isNaN(found) ? 0 : Infinity;
    return Math.abs(found - answer) / Math.max(Math.abs(answer), 1e-300);
  });
  return Math.max(...errors);
}

/** What a file describes; undefined where it is refused. Anything else than a refusal fails the test. */
export function attempt(file: ImportedFile): ModelDescription | undefined {
  try {
    return readFiles([file]).description;
  } catch (error) {
    if (error instanceof ImportError) return undefined;
    throw error;
  }
}

/** The reason for which files are refused; anything else than a refusal fails the test. */
export function refusalOf(...files: ImportedFile[]): string {
  try {
    readFiles(files);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error("the files are not refused");
}

/** A file of text. */
export const textFile = (name: string, text: string): ImportedFile => ({ name, bytes: new TextEncoder().encode(text) });
