import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { FormulaError } from "@/lib/formula/parse";
import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { encodeValue } from "@/lib/model/inputs/kinds";
import { readValue } from "@/lib/model/inputs/text";
import type { InputValue } from "@/lib/model/inputs/value";
import { compileReading, type Reading } from "@/lib/model/reading";
import type { Input, Spec } from "@/lib/model/spec";
import type { JsonObject } from "../json";
import type { Faults } from "./faults";
import { EDIT_WORDS } from "./words";

/** Rows whose values are shown. */
const ROWS = 5;

/** The values of formulas in the first rows of a table, by the field of each formula: NaN where there is no value. */
export type Previews = Record<string, number[]>;

/**
 * Calculate derived features and terms for the first rows. A formula at fault has no values, and the others keep theirs.
 *
 * @param spec a description as it is being written
 * @param faults what is wrong with it
 */
export function previewFormulas(spec: JsonObject, faults: Faults, table: DraftAnswer["preview"]): Previews {
  const { inputs, derived = [], terms = [], training } = spec as unknown as Partial<Spec> & Pick<Spec, "inputs">;
  if (!table || Object.keys(faults).some((field) => /^inputs\.\d+\.(name|kind|levels)$/.test(field))) return {};
  const sound = derived.flatMap((each, index) => (`derived.${index}.formula` in faults ? [] : [{ each, index }]));
  const written = terms.flatMap((text, index) => (`terms.${index}.text` in faults ? [] : [{ text, index }]));
  const plain = { inputs, derived: sound.map(({ each }) => each), terms: written.map(({ text }) => text) };
  const reading = readingOf(plain as Spec);
  if (!reading) return {};
  const rows = table.rows.slice(0, ROWS).map((cells) =>
    Float64Array.from(inputs, (input) => {
      const column = table.header.indexOf(training?.columns?.[input.name] ?? input.name);
      return encodeCell(input, cells[column] ?? "", training?.missing ?? []);
    }),
  );
  const of = (evaluate: (row: Float64Array) => number) => rows.map(evaluate);
  return Object.fromEntries([
    ...sound.map(({ index }, at) => [`derived.${index}.formula`, of(reading.derived[at]!.evaluate)]),
    ...written.flatMap(({ text, index }) => {
      // A category alone is no formula.
      const term = reading.terms.find(({ name }) => name === text);
      return term ? [[`terms.${index}.text`, of(term.evaluate)]] : [];
    }),
  ]);
}

/** Nothing where a formula at fault is found after the faults that are known. */
function readingOf(spec: Spec): Reading | undefined {
  try {
    return compileReading(spec);
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

/** A cell as the number that a model calculates with; NaN where it is none. */
function encodeCell(input: Input, cell: string, missing: readonly string[]): number {
  const value = readValue(input, cell, { missing: [...missing] });
  const isRead = input.kind !== "number" && input.kind !== "integer" ? value !== undefined : typeof value === "number";
  return isRead ? encodeValue(input, value as InputValue) : NaN;
}

/** "2,000 sq ft, 1,250 sq ft, no value" */
export function previewInWords(locale: Locale, values: readonly number[], unit?: string): string {
  const { quantity } = writerOf(locale);
  const shown = values.map((value) =>
    Number.isFinite(value) ? quantity(Number(value.toPrecision(4)), unit) : EDIT_WORDS[locale].noValue,
  );
  return shown.join(", ");
}
