import { localeOf, type Locale } from "@/lib/language/locale";
import { FEWEST_ROWS_TO_JUDGE, type Evidence } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { DATA_WORDS } from "./data-words";
import { RANGE_WORDS } from "./range-words";

/** The sentences of the card in the place of what is not known. */

/** "13 of 60 rows are left out because values are missing: lot area (9), city (5)." */
export function leftOutInWords(
  spec: Pick<Spec, "inputs" | "target" | "locale">,
  { rows, leftOut }: Evidence,
): string | undefined {
  if (!leftOut) return undefined;
  const words = DATA_WORDS[localeOf(spec)];
  const { quantity, inSentence } = writerOf(localeOf(spec));
  const missing = [...spec.inputs, spec.target].flatMap(({ name, label }) => {
    const count = leftOut.missing[name];
    return count ? [words.missingIn(inSentence(label), quantity(count))] : [];
  });
  return words.leftOutRows(leftOut.rows, quantity(leftOut.rows), quantity(rows + leftOut.rows), missing);
}

/** In place of groups by the probability of being within `near` of the actual value. */
export function uncheckedProbabilitiesInWords(locale: Locale, near: string, rows: number): string {
  const { quantity } = writerOf(locale);
  return RANGE_WORDS[locale].uncheckedProbabilities(near, quantity(FEWEST_ROWS_TO_JUDGE), quantity(rows));
}

/** In place of groups of rows. */
export function tooFewForGroupsInWords(locale: Locale, rows: number): string {
  const { quantity } = writerOf(locale);
  return DATA_WORDS[locale].tooFewForGroups(quantity(FEWEST_ROWS_TO_JUDGE), quantity(rows));
}
