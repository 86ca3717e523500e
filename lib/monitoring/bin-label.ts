import type { Locale } from "../language/locale";
import { isCurrency, isYear, writerOf } from "../model/format";
import { codeInWords } from "../model/inputs/words";
import type { Input } from "../model/spec";
import type { Bin } from "./bins";
import { REPORT_WORDS } from "./words";

/**
 * The values of a bin in words: "4,000 to 5,200 sq ft", "at most 2", "yes", "gas or oil".
 *
 * @param knots the distinct values of the reference, encoded, ascending
 * @param input null for the estimate
 */
export function labelBin(
  locale: Locale,
  { first, last }: Bin,
  knots: Float64Array,
  input: Input | null,
  unit?: string,
): string {
  const words = REPORT_WORDS[locale];
  const write = writerOf(locale);
  const inside = knots.slice(first >> 1, (last + 1) >> 1);
  if (input?.kind === "boolean") return [...inside].map((value) => write.value(value === 1)).join(words.or);
  if (input?.kind === "category") return [...inside].map((code) => codeInWords(input, code)).join(words.or);
  const [opens, closes] = [first === 0, last === 2 * knots.length];
  const isPlain = input !== null && (input.kind === "date" || isYear(input));
  const inWords = (value: number, of?: string) =>
    isPlain ? codeInWords(input, value) : write.quantity(value, of, step(value));
  const withUnit = (value: number) => inWords(value, unit);
  const [most, least, more] =
    input?.kind === "date" ? [words.upTo, words.from, words.after] : [words.atMost, words.atLeast, words.moreThan];
  // Bins of whole numbers begin with their first value, others after the last value of the bin before.
  const whole = (input?.kind === "integer" || (input?.kind === "date" && !input.time)) && inside.length > 0;
  const low = whole ? inside[0] : knots[(first >> 1) - 1];
  const high = inside.at(-1);
  if (opens && closes) return words.any;
  if (opens) return most(withUnit(high!));
  if (closes) return (whole ? least : more)(withUnit(low!));
  if (low === high) return withUnit(low!);
  return words.to(inWords(low!, isCurrency(unit) ? unit : undefined), withUnit(high!));
}

/** Three significant digits, and whole numbers as they are. */
function step(value: number): number | undefined {
  return Number.isInteger(value) || value === 0 ? undefined : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
}
