import type { Locale } from "../../language/locale";
import type { LeftOutColumn } from "./draft";
import { inLanguage } from "./sentences";
import { withoutTerms } from "./without-terms";

/** How often training may name columns to leave out. */
const MOST_TRIALS = 20;

/**
 * Train a drafted description, each time without the terms that training finds to follow from others.
 *
 * @param attempt trains a description; throws a `TableError` that names dependent columns where there are some
 * @param language of the reasons
 * @returns the description that was trained, and what it has no longer
 */
export async function trainDraft(
  drafted: Record<string, unknown>,
  attempt: (spec: Record<string, unknown>) => Promise<void>,
  language?: Locale,
): Promise<{ spec: Record<string, unknown>; leftOut: LeftOutColumn[] }> {
  const leftOut: LeftOutColumn[] = [];
  let spec = drafted;
  for (let trial = 1; ; trial++) {
    try {
      await attempt(spec);
      return { spec, leftOut };
    } catch (error) {
      const { dependent = [], message } = error as Error & { dependent?: string[] };
      if (dependent.length === 0 || trial === MOST_TRIALS) throw error;
      const less = withoutTerms(spec, dependent);
      spec = less.spec;
      const reason = message.split("\n")[0]!.replace(/; leave .*/, "");
      for (const column of less.dropped.length > 0 ? less.dropped : dependent) {
        leftOut.push({ column, reason: inLanguage(language, ({ reasons }) => reasons.inseparable(reason)) });
      }
    }
  }
}
