import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level, ModelDescription } from "../import/estimator/description";
import { compileDescription, type Row } from "../import/estimator/evaluate";
import { ImportError } from "../import/import-error";
import { readFiles, type ImportedFile } from "../import/read-files";

/** Rows, and the answers to them of the library that wrote a file; null where it has none. */
export interface Answered {
  /** Null where the columns have no names. */
  columns: string[] | null;
  rows: (Level | null)[][];
  answers: (number | null)[];
}

const root = join(import.meta.dirname, "../import/fixtures");

/** A file of lib/import/fixtures, by its path in there. */
export const importFixture = (name: string): ImportedFile => ({
  name,
  bytes: new Uint8Array(readFileSync(join(root, name))),
});

/** Every model in lib/import/fixtures, whatever holds it. */
export function everyFixture(): ImportedFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(pkl|joblib|skops|gz|bz2|xz|lzma|onnx|pmml|zip|csv|tsv)$/.test(name))
    .sort()
    .map(importFixture);
}

/** The names of the files in a folder of lib/import/fixtures. */
export const namesInFixtures = (folder: string): string[] => readdirSync(join(root, folder));

/** A folder of lib/import/fixtures: its files by their names in it, and the answers to rows that a script wrote beside them. */
export function importFixtures(folder: string) {
  const fixture = (name: string): ImportedFile => ({ ...importFixture(join(folder, name)), name });
  const written = namesInFixtures(folder).filter((name) => /^(models|\d[\w.-]*)\.json$/.test(name));
  const parts = written.map((name) => JSON.parse(readFileSync(join(root, folder, name), "utf8")));
  return { fixture, models: Object.assign({}, ...parts) as Record<string, Answered> };
}

/** The files of folders that have answers, by their paths in lib/import/fixtures. */
export const answeredFixtures = (...folders: string[]): [path: string, answered: Answered][] =>
  folders.flatMap((folder) =>
    Object.entries(importFixtures(folder).models).map(([name, each]): [string, Answered] => [join(folder, name), each]),
  );

/** Rows by the inputs of a description. */
export function rowsOf({ inputs }: ModelDescription, { columns, rows }: Answered): Row[] {
  const positions = inputs.map(({ id, name }) =>
    name === null || !columns ? Number(id.replace("x", "")) - 1 : columns.indexOf(name),
  );
  return rows.map((row) => Object.fromEntries(inputs.map(({ id }, at) => [id, row[positions[at]!] ?? null])));
}

/** The largest relative error of a description over rows; infinite where one has an answer and the other has none. */
export function worstError(description: ModelDescription, answered: Answered): number {
  const estimate = compileDescription(description);
  const errors = rowsOf(description, answered).map((row, index) => {
    const found = estimate(row);
    const answer = answered.answers[index]!;
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
