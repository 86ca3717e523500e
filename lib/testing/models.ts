import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadModel } from "../families";
import { compileDesign } from "../linear/columns";
import type { Coding } from "../model/predictor";
import type { Inputs } from "../model/inputs/value";
import { toScale, type Model } from "../model/model";
import { compileReading } from "../model/reading";
import { parseSpec, type Spec } from "../model/spec";
import type { ExampleChunk } from "../training/example-parser";
import { TrainingTable } from "../training/table";
import { train } from "../training/train";
import { expect } from "vitest";

/** For tests only: models made on the spot. */

/** The folder of a model of this repository. */
export function modelFolder(id: string): string {
  return fileURLToPath(new URL(`../../model/${id}/`, import.meta.url));
}

export async function readModelFile(id: string, file: string): Promise<string> {
  return readFile(`${modelFolder(id)}${file}`, "utf8");
}

/** A published model of this repository, as its two files describe it. */
export async function publishedModel(id: string): Promise<Model> {
  const [spec, artifact] = await Promise.all([readModelFile(id, "model.json"), readModelFile(id, "artifact.json")]);
  return loadModel(JSON.parse(spec), JSON.parse(artifact));
}

/** The files of a published model with its coefficients alone: nobody has shown rows, so hardly anything is known. */
export async function bareFiles(id: string): Promise<{ spec: unknown; bundle: unknown }> {
  const [spec, bundle] = await Promise.all([readModelFile(id, "model.json"), readModelFile(id, "artifact.json")]);
  const whole = JSON.parse(bundle);
  return {
    spec: JSON.parse(spec),
    bundle: {
      ...whole,
      predictor: { ...whole.predictor, r: null, size: null },
      inference: null,
      uncertainty: null,
      evidence: null,
      golden: whole.golden.map((row: object) => ({ ...row, size: 1 })),
      provenance: { data: null },
    },
  };
}

export async function bareModel(id: string): Promise<Model> {
  const { spec, bundle } = await bareFiles(id);
  return loadModel(spec, bundle);
}

/** The rows that a model of this repository is trained on. */
export async function examplesOf(id: string): Promise<{ inputs: Inputs; actual: number }[]> {
  const spec = parseSpec(JSON.parse(await readModelFile(id, "model.json")));
  const rows: { inputs: Inputs; actual: number }[] = [];
  const width = spec.inputs.length;
  for await (const { count, encoded, actual } of new TrainingTable(
    resolve(modelFolder(id), spec.training!.file),
    spec,
  ).examples()) {
    for (let row = 0; row < count; row++) {
      const inputs = compileReading(spec).decode(encoded.subarray(row * width, (row + 1) * width));
      rows.push({ inputs, actual: actual[row]! });
    }
  }
  return rows;
}

/** An answer of a model about which everything is known. */
type Whole<Answer> = {
  [Part in keyof Answer]: Part extends "interval" | "confidence" | "baseline" | "contributions"
    ? NonNullable<Answer[Part]>
    : Answer[Part];
};

/** The same answer, of which a test says that nothing is unknown. */
export function whole<Answer extends object>(answer: Answer): Whole<Answer> {
  for (const part of ["interval", "confidence", "baseline", "contributions"]) {
    expect((answer as Record<string, unknown>)[part]).not.toBeNull();
  }
  return answer as Whole<Answer>;
}

/** What is known of a model that was trained here. */
export function trained({ predictor, evidence }: Pick<Model, "predictor" | "evidence">) {
  return { ...predictor.inference!, ...evidence! };
}

/** Equal in the first significant digits. */
export function expectDigits(actual: number, expected: number, digits = 10): void {
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).toBeLessThan(0.5 * 10 ** -(digits - 1));
}

/** A whole valid description, of which a test changes what it is about. */
export function makeSpec(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "toy",
    title: "Toy",
    summary: "A toy.",
    target: { name: "y", label: "Outcome" },
    inputs: [
      { name: "a", label: "First", kind: "number" },
      { name: "b", label: "Second", kind: "number" },
    ],
    terms: ["a", "b"],
    training: { file: "training.csv", showRows: true },
    card: {
      intendedUse: "Tests.",
      limits: ["It is a toy."],
      source: "Made up.",
    },
    ...changes,
  };
}

/** Examples as training takes them. */
export function* inChunks(
  spec: Spec,
  examples: Iterable<{ encoded: Float64Array; actual: number; weight?: number }>,
  coding?: Coding,
): Generator<ExampleChunk> {
  const design = compileDesign(spec, coding);
  const width = design.names.length + 1;
  for (const { encoded, actual, weight } of examples) {
    const rows = new Float64Array(width);
    design.writeRow(encoded, rows);
    rows[width - 1] = toScale(spec, actual);
    if (weight === undefined) yield { count: 1, encoded, actual: Float64Array.of(actual), rows };
    else {
      const weights = Float64Array.of(weight);
      const root = Math.sqrt(weight);
      yield { count: 1, encoded, actual: Float64Array.of(actual), rows: rows.map((value) => value * root), weights };
    }
  }
}

/** The same in one chunk, which trains several times as fast. */
function joinChunks(chunks: ExampleChunk[]): ExampleChunk {
  const join = (part: "encoded" | "actual" | "rows") => Float64Array.from(chunks.flatMap((chunk) => [...chunk[part]]));
  const weights = chunks.flatMap((chunk) => [...(chunk.weights ?? [])]);
  return {
    count: chunks.length,
    encoded: join("encoded"),
    actual: join("actual"),
    rows: join("rows"),
    ...(weights.length > 0 && { weights: Float64Array.from(weights) }),
  };
}

/** Train a model on rows of raw inputs and outcomes. */
export async function trainModel(
  changes: Record<string, unknown>,
  rows: { inputs: Inputs; actual: number; weight?: number }[],
): Promise<Model> {
  const spec: Spec = parseSpec(makeSpec(changes));
  const reading = compileReading(spec);
  const examples = rows.map(({ inputs, ...row }) => ({ encoded: reading.encode(inputs), ...row }));
  const chunkOf = (coding?: Coding) => joinChunks([...inChunks(spec, examples, coding)]);
  const bundle = await train(
    spec,
    (_, coding) => [chunkOf(coding)],
    () => "0".repeat(64),
  );
  return loadModel(makeSpec(changes), JSON.parse(JSON.stringify(bundle)));
}
