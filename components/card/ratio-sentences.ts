import { FEWEST_RATIOS } from "@/lib/judging/measures";
import { writeMeasure } from "@/lib/judging/measure-words";
import type { RatioVerdict } from "@/lib/judging/ratio-standard";
import { localeOf, type Locale } from "@/lib/language/locale";
import type { RatioStudy } from "@/lib/model/evidence";
import { writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { RATIO_WORDS } from "./ratio-words";

/** The sentences of the card about its ratio study, each a function of its values. */

/** The verdict of the standard on the figures of a ratio study. */
export function ratioVerdictInWords(locale: Locale, verdicts: RatioVerdict[], rows: number): string {
  const words = RATIO_WORDS[locale];
  const { quantity, list } = writerOf(locale);
  if (rows < FEWEST_RATIOS) return words.tooFew(rows, quantity(rows), quantity(FEWEST_RATIOS));
  const shortsOf = (verdict: RatioVerdict["verdict"]) =>
    verdicts.filter((each) => each.verdict === verdict).map(({ short }) => short);
  const failures = shortsOf("fails");
  if (failures.length > 0) return words.fails(quantity(failures.length), quantity(verdicts.length), list(failures));
  const open = shortsOf("undecided");
  return open.length === 0 ? words.passes : words.open(list(open));
}

/**
 * Whether an unbiased model would fail too; null where nothing fails or there is no benchmark.
 *
 * @param differs whether a check finds that the model scores differently
 */
export function ratioBenchmarkInWords(locale: Locale, verdicts: RatioVerdict[], differs: boolean): string | null {
  const words = RATIO_WORDS[locale];
  const failures = verdicts.filter(({ verdict, oracle }) => verdict === "fails" && oracle);
  if (failures.length === 0) return null;
  return words.middle + (differs ? words.differs : words.sameAsUnbiased(failures.length));
}

/** The median ratio of the outer thirds by the actual value, what it is without bias, and why it is not 1. */
export function ratioThirdsInWords(
  spec: Pick<Spec, "target" | "locale">,
  [first, ...others]: RatioStudy["thirds"],
): string {
  const locale = localeOf(spec);
  const words = RATIO_WORDS[locale];
  const last = others.at(-1);
  if (!first || !last) return "";
  const write = (ratio: number) => writeMeasure(locale, "medianRatio", ratio);
  const label = writerOf(locale).inSentence(spec.target);
  const unbiased =
    first.oracle === null || last.oracle === null ? "" : words.thirdsUnbiased(write(first.oracle), write(last.oracle));
  return words.thirds(label, write(first.medianRatio), write(last.medianRatio)) + unbiased + words.regression;
}
