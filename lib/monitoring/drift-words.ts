import type { Locale } from "../language/locale";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { writerOf } from "../model/format";
import type { DriftTest, FeatureDrift } from "./report";
import { REPORT_WORDS } from "./words";

/** Why there is no verdict on an input or the estimate. */
export function nothingToCompare(locale: Locale, label: string, reference: number, current: number): string {
  const words = REPORT_WORDS[locale];
  const write = writerOf(locale);
  if (reference === 0) return words.noTrainingRows;
  const [rows, few] =
    reference < FEWEST_ROWS_TO_JUDGE ? [reference, words.fewTrainingRows] : [Math.floor(current), words.fewRows];
  return rows < FEWEST_ROWS_TO_JUDGE
    ? few(write.quantity(rows), FEWEST_ROWS_TO_JUDGE)
    : words.sameValue(write.inSentence(label));
}

/**
 * What differs, and the values whose share has changed most: "values of lot area are larger than in training: more than
 * 9,000 sq ft in 25% of rows, 10% in training".
 *
 * @param proven the tests that find a significant difference
 */
export function featureInWords(
  locale: Locale,
  label: string,
  proven: readonly Pick<DriftTest, "of" | "size" | "matters">[],
  bins: FeatureDrift["bins"],
): string {
  const words = REPORT_WORDS[locale];
  const write = writerOf(locale);
  const subject = write.inSentence(label);
  const found = proven.filter(({ matters }) => matters);
  if (found.length === 0) return proven.length > 0 ? words.smallDifference(subject) : words.noDifference(subject);
  const most = bins.reduce((a, b) => (Math.abs(b.current - b.reference) > Math.abs(a.current - a.reference) ? b : a));
  const shares = words.shares(most.label, write.share(most.current), write.share(most.reference));
  const changes = found.flatMap(({ of, size }) => words.changes[of]?.[size > 0 ? "more" : "less"] ?? []);
  return changes.length === 0 ? words.changedShares(subject, shares) : words.changed(subject, changes, shares);
}
