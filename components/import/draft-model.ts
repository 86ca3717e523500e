import { loadModel, writeBundle } from "@/lib/families";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { hintAt } from "@/lib/import/hints";
import { ImportError } from "@/lib/import/import-error";
import { encodeValue } from "@/lib/model/inputs/kinds";
import { readText, type Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { readPrinted } from "@/lib/model/printed";
import { draftImport, type Asked, type ImportDraft } from "@/lib/training/draft/draft-import";
import { checkGolden, compareRow, type CheckedRow } from "@/lib/training/draft/golden-rows";
import { specText } from "@/lib/training/draft/spec-text";
import { strToU8, zipSync } from "fflate";

/** A model as it would be published, loaded, without golden rows of a person. */
export interface DraftModel {
  draft: ImportDraft;
  model: Model;
}

/** A row that was typed: texts of the inputs by position, and the answer that was printed. */
export interface TypedRow {
  texts: string[];
  printed: string;
}

export interface GoldenTable {
  name: string;
  text: string;
}

/** Golden rows beside what the model gives for them. */
export interface CheckedRows {
  typed: Omit<CheckedRow, "row">[];
  table: CheckedRow[];
  /** Why the table cannot be read. */
  fault: string | undefined;
}

/** Make a model of what a file describes, or say why there can be none. */
export function makeDraft(description: ModelDescription, asked: Asked): DraftModel | { fault: string } {
  try {
    const draft = draftImport(description, asked);
    return { draft, model: loadModel(draft.spec, draft.bundle) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** Texts by position as values by name, or the faults of fields. */
export function readTexts({ spec, schema }: Model, texts: readonly string[]) {
  const named = spec.inputs.map(({ name }, position) => [name, texts[position] || undefined] as const);
  return schema.safeParse(readText(spec, Object.fromEntries(named)));
}

/** @param headers the inputs as the table of golden rows may call them */
export function checkRows(
  model: Model,
  typed: TypedRow[],
  table: GoldenTable | undefined,
  headers: string[],
): CheckedRows {
  const rows = typed.flatMap(({ texts, printed }) => {
    const read = readTexts(model, texts);
    return (read.success && compareRow(model, encode(model, read.data), printed)) || [];
  });
  if (!table) return { typed: rows, table: [], fault: undefined };
  try {
    return { typed: rows, table: checkGolden(table.text, model, headers), fault: undefined };
  } catch (error) {
    if (error instanceof ImportError) return { typed: rows, table: [], fault: error.message };
    throw error;
  }
}

const encode = ({ spec }: Model, inputs: Inputs) => spec.inputs.map((input) => encodeValue(input, inputs[input.name]));

/** What most often stands behind rows that differ, as a sentence; nothing where no reason fits. */
export function hintOf(rows: Omit<CheckedRow, "row">[]): string | undefined {
  return hintAt(
    rows.map(({ estimate }) => estimate),
    rows.map(({ printed }) => readPrinted(printed)!.value),
  );
}

/** A folder of the model as a zip archive: `<id>/model.json` and `<id>/artifact.json`, with golden rows that agree. */
export function packModel({ draft, model }: DraftModel, { typed, table }: CheckedRows): Uint8Array<ArrayBuffer> {
  const golden = [...draft.bundle.golden, ...[...typed, ...table].map((row) => row.golden)];
  const bundle = writeBundle({ ...draft.bundle, golden });
  const spec = specText(draft.spec);
  // What is handed out is what a server can load.
  loadModel(JSON.parse(spec), JSON.parse(bundle));
  const { id } = model.spec;
  return zipSync({
    [id]: { "model.json": strToU8(spec), "artifact.json": strToU8(bundle) },
  }) as Uint8Array<ArrayBuffer>;
}
