import { DEFAULT_LOCALE } from "@/lib/language/locale";
import { parseFormula } from "@/lib/formula/parse";
import type { Spec } from "@/lib/model/spec";
import { splitTerm } from "@/lib/model/terms";
import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import type { JsonObject } from "../json";
import { inputSheetOf, type Sheet } from "./sheet";

export type Column = NonNullable<DraftAnswer["guesses"]>["columns"][number];

/** The columns of a table that are or may become inputs: all but the target's. */
export function columnsBeside({ spec, guesses }: { spec: JsonObject; guesses: DraftAnswer["guesses"] }): Column[] {
  const { target, training } = spec as unknown as Pick<Spec, "target" | "training">;
  const column = training?.columns?.[target.name] ?? target.name;
  return (guesses?.columns ?? []).filter(({ name, input }) => input !== null || name !== column);
}

/** The names in a formula or a term; of a text that cannot be read, all words that may be names. */
function namesIn(text: string): string[] {
  try {
    return splitTerm(text).flatMap((part) => parseFormula(part).names);
  } catch {
    return text.match(/[a-z][a-z0-9_]*/g) ?? [];
  }
}

/** What goes with an input: the derived features that are made of it, and the terms that use it or one of those. */
export function usesOf({ derived, terms }: Pick<Sheet, "derived" | "terms">, input: string) {
  const gone = new Set([input]);
  for (const { name, formula } of derived) if (namesIn(formula).some((used) => gone.has(used))) gone.add(name);
  return {
    derived: derived.filter(({ name }) => gone.has(name)),
    terms: terms.filter(({ text }) => namesIn(text).some((used) => gone.has(used))),
  };
}

/** The fields without an input and what goes with it. */
export function withoutInput(sheet: Sheet, input: string): Sheet {
  const uses = usesOf(sheet, input);
  return {
    ...sheet,
    inputs: sheet.inputs.filter(({ name }) => name !== input),
    derived: sheet.derived.filter((each) => !uses.derived.includes(each)),
    terms: sheet.terms.filter((each) => !uses.terms.includes(each)),
  };
}

/** The fields with a column of the table that was left out, as the last input, and its terms. */
export function withColumn(sheet: Sheet, { name: column, offered }: Column, locale = DEFAULT_LOCALE): Sheet {
  if (!offered) return sheet;
  const input = { ...inputSheetOf(offered.input as JsonObject, locale), column };
  const terms = offered.terms.map((term) => ({ text: String(term) }));
  return { ...sheet, inputs: [...sheet.inputs, input], terms: [...sheet.terms, ...terms] };
}

/** A list with one item a place further up or down; the same where there is no such place. */
export function moved<Item>(list: readonly Item[], from: number, by: 1 | -1): Item[] {
  const item = list[from];
  if (item === undefined || list[from + by] === undefined) return [...list];
  return list.toSpliced(from, 1).toSpliced(from + by, 0, item);
}
