import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { compileDesign } from "./design";
import { faultsOf, inputSchema, readText, readValue } from "./input";
import { inSentence } from "./format";
import type { Spec } from "./spec";

/** One row to learn from: the encoded raw inputs and the outcome in its own unit. */
export interface Example {
  encoded: Float64Array;
  actual: number;
}

/** A table that cannot be trained on; `message` lists the faults, each with its line and column. */
export class TableError extends Error {
  override name = "TableError";
}

const MOST_FAULTS = 10;

/** The outcome's text as a number, or what it must be. */
function readActual(spec: Spec, text: string): number | string {
  const label = inSentence(spec.target.label);
  const value = readValue({ kind: "number", name: spec.target.name, label }, text);
  if (typeof value !== "number" || !Number.isFinite(value)) return `${label} must be a number`;
  if (value <= 0 && (spec.target.positive || spec.target.transform === "log")) return `${label} must be greater than 0`;
  return value;
}

/**
 * Read a CSV table (RFC 4180, comma, header in the first line) as examples, one at a time.
 *
 * The same schema that guards the form and the API guards each row: a table with a row that the model would
 * refuse to estimate is refused as a whole.
 *
 * @throws TableError for a missing column, a ragged row, an empty cell or a value out of bounds
 */
export async function* readExamples(path: string, spec: Spec): AsyncGenerator<Example> {
  const file = basename(path);
  const schema = inputSchema(spec);
  const design = compileDesign(spec);
  const columnOf = (name: string) => spec.training.columns[name] ?? name;
  const faults: string[] = [];
  const parser = parse({
    bom: true,
    columns: true,
    skip_empty_lines: true,
    info: true,
  });
  const feeding = pipeline(createReadStream(path), parser);
  // The loop below reports what went wrong; without a handler of its own the promise would end the process.
  feeding.catch(() => undefined);

  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      for (const { name, label } of [...spec.inputs, spec.target]) {
        if (record[columnOf(name)] === undefined) {
          throw new TableError(`${file}: there is no column ${columnOf(name)} (for ${inSentence(label)})`);
        }
      }
      const text = Object.fromEntries(spec.inputs.map(({ name }) => [name, record[columnOf(name)]]));
      const parsed = schema.safeParse(readText(spec, text));
      const actual = readActual(spec, record[columnOf(spec.target.name)] ?? "");
      if (parsed.success && typeof actual === "number") {
        yield { encoded: design.encode(parsed.data), actual };
        continue;
      }
      for (const { detail } of parsed.success ? [] : faultsOf(parsed.error))
        faults.push(`${file} line ${info.lines}: ${detail}`);
      if (typeof actual === "string") faults.push(`${file} line ${info.lines}: ${actual}`);
      if (faults.length >= MOST_FAULTS) break;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TableError(`${file}: ${error.message}`);
    throw error;
  }
  if (faults.length > 0) throw new TableError(faults.join("\n"));
}

/** SHA-256 of a file's bytes, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest("hex");
}
