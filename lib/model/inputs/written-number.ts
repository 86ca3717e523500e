import type { Dialect, Marks } from "../../csv/dialect";
import { foldUnit } from "../../csv/cell-evidence";
import { readByMarks, readingsOf, takeApart } from "../../csv/number-text";
import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import { isCurrency } from "../format";
import type { Input } from "../spec";
import { Unreadable } from "./unreadable";

type NumberInput = Pick<Extract<Input, { kind: "number" | "integer" }>, "min" | "max" | "unit" | "units">;

/** Where a text stands: in a file, or outside of one, as in a form or an address. */
export interface Place {
  /** Nothing for a text that stands in no file. */
  dialect?: Dialect;
  /** The language of the person who typed it, outside of a file. Without it, a text is read as in English. */
  typed?: Locale;
  /** The position of its column. */
  column?: number;
  /** What else means that there is no value; see `isMissingText`. */
  missing?: readonly string[];
}

/** The marks of each language that people type, where they are not those of English. */
export const TYPED: Readonly<Partial<Record<Locale, Marks>>> = { de: { decimalComma: true } };
const DECIMAL_MARKS: Readonly<Record<Locale, string>> = { en: ".", de: "," };

/** A number as a field shows it, in digits without marks between thousands: "1250.5", and in German "1250,5". */
export function writeTyped(value: number, locale: Locale): string {
  return String(value).replace(".", DECIMAL_MARKS[locale]);
}

/**
 * The number that a text is, in any usual way to write one: "4600", "4,600", "−1.5e3", "$4,600", "(1,200)" for what is
 * below 0 in accounts, "6000 sq ft" with the input's own unit or the one that its column has. "5%" is 5 where the unit is
 * %, and 0.05 where the input lies within −1 and 1.
 *
 * Of a text with two readings:
 * - in a file, the one that the file decides; where nothing decides, the one without decimals if the input cannot have
 *   the other.
 * - typed in English, "4,600" is 4600, as pages write it.
 * - typed in German, "4.600" is the reading that is allowed; where both are, the person has to choose.
 *
 * @returns the text itself where it is none, and what it needs where that is known
 */
export function readWritten(input: NumberInput, text: string, isAllowed: (value: number) => boolean, place: Place) {
  const { dialect, column, typed = DEFAULT_LOCALE } = place;
  const written = takeApart(text);
  if (!written || !isPrefix(written.before, input.unit)) return text;
  const factor = factorOf(written.after, input, dialect?.units?.[column ?? -1]);
  if (factor === undefined) return text;
  const marks = dialect ?? TYPED[typed];
  // Outside of a file, what has one reading alone is that, whatever its marks.
  const read = readByMarks(written, marks) ?? (dialect ? undefined : readByMarks(written));
  if (typeof read === "number") return read * factor;
  if (read === undefined) return explainOther(text, readingsOf(written), dialect);
  const [own, other] = read;
  const decimals = (Math.abs(own) < Math.abs(other) ? own : other) * factor;
  const whole = (Math.abs(own) < Math.abs(other) ? other : own) * factor;
  // In English a person writes thousands as pages do; elsewhere the other reading has to be impossible.
  if (isAllowed(whole) && (!marks || !isAllowed(decimals))) return whole;
  if (!isAllowed(whole) && marks && !dialect) return isAllowed(decimals) ? decimals : whole;
  const either = `${whole} or ${decimals}`;
  return new Unreadable(
    text,
    dialect
      ? `must be ${either}, and no cell before tells which: ${JSON.stringify(text)} can be either; say with decimal=. or decimal=, which mark comes before decimals`
      : `must be ${either}, as ${JSON.stringify(text)} can be either; write the one you mean`,
    [whole, decimals],
  );
}

/** What a number needs that is written otherwise than its file. */
function explainOther(text: string, { point, comma }: ReturnType<typeof readingsOf>, dialect?: Dialect) {
  if (!dialect || (point ?? comma) === undefined) return text;
  const mark = dialect.decimalComma ? "comma" : "point";
  return new Unreadable(text, `must have a ${mark} before decimals, as its file has`);
}

/** What a number is multiplied by for what stands behind it; undefined where that does not belong to the input. */
function factorOf(after: string, input: NumberInput, ofColumn: string | undefined) {
  if (after === "") return 1;
  const { unit, units = [], min = -Infinity, max = Infinity } = input;
  const folded = foldUnit(after);
  if ([unit, ...units].some((each) => each !== undefined && folded === foldUnit(each))) return 1;
  if (folded === "%") return min >= -1 && max <= 1 ? 0.01 : undefined;
  if (unit === undefined && folded === ofColumn) return 1;
  return isPrefix(after, unit) ? 1 : undefined;
}

/** Whether a text is the sign or code of a currency: the input's own, or any where it has no unit. */
function isPrefix(text: string, unit: string | undefined): boolean {
  if (text === "") return true;
  const sign = text.toUpperCase().replace(/\s/g, "");
  if (isCurrency(unit)) return signsOf(unit).has(sign);
  return unit === undefined && (isCurrency(sign) || /^([A-Z]{1,3})?\p{Sc}$/u.test(sign));
}

const signs = new Map<string, Set<string>>();

/** How a currency is written: "CAD" and "CA$", and "$" where that is its sign at home. */
function signsOf(currency: string): Set<string> {
  let known = signs.get(currency);
  if (!known) {
    const displays = ["code", "symbol", "narrowSymbol"] as const;
    const written = displays.map((currencyDisplay) => {
      const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay });
      return format.formatToParts(0).find(({ type }) => type === "currency")!.value.toUpperCase();
    });
    const narrow = written[2]!;
    // "US$", "C$": the first letters of the code before the sign.
    const lettered = narrow.length === 1 && /\p{Sc}/u.test(narrow) ? [1, 2].map((length) => currency.slice(0, length) + narrow) : [];
    signs.set(currency, (known = new Set([...written, ...lettered])));
  }
  return known;
}
