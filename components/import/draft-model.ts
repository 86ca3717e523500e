import { loadModel, writeBundle } from "@/lib/families";
import type { ModelDescription } from "@/lib/import/estimator/description";
import { hintAt } from "@/lib/import/hints";
import { ImportError } from "@/lib/import/import-error";
import { localeOf, type Locale } from "@/lib/language/locale";
import { encodeValue } from "@/lib/model/inputs/kinds";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Inputs } from "@/lib/model/inputs/value";
import type { Model } from "@/lib/model/model";
import { readPrinted } from "@/lib/model/printed";
import { modelIn } from "@/lib/model/translate";
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

/** Golden rows beside the estimates of the model. */
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

/** Texts by position as values by name, read in the language of the model, or what to do about each field at fault. */
export function readTexts(model: Model, texts: readonly string[]) {
  const { spec } = model;
  const named = spec.inputs.map(({ name }, position) => [name, texts[position]] as const);
  return readForm(model, Object.fromEntries(named), localeOf(spec));
}

/**
 * Compare golden rows with the estimates of a model.
 *
 * @param locale the language of the numbers that were typed; a fault of the table is in English
 * @param headers names that the table of golden rows may have for the inputs
 */
export function checkRows(
  model: Model,
  locale: Locale,
  typed: TypedRow[],
  table: GoldenTable | undefined,
  headers: string[],
): CheckedRows {
  const rows = typed.flatMap(({ texts, printed }) => {
    const read = readTexts(modelIn(model, locale), texts);
    return ("inputs" in read && compareRow(model, encode(model, read.inputs), printed)) || [];
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

/** The most frequent reason why such rows differ; nothing where no reason fits. */
export function hintOf(locale: Locale, rows: Omit<CheckedRow, "row">[]): string | undefined {
  return hintAt(
    rows.map(({ estimate }) => estimate),
    rows.map(({ printed }) => readPrinted(printed)!.value),
    locale,
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
