import type { Dialect } from "../../csv/dialect";
import { foldUnit } from "../../csv/cell-evidence";
import { readByMarks, readingsOf, takeApart } from "../../csv/number-text";
import { isCurrency } from "../format";
import type { Input } from "../spec";
import { Unreadable } from "./unreadable";

type NumberInput = Pick<Extract<Input, { kind: "number" | "integer" }>, "min" | "max" | "unit">;

/** The file that a text stands in. */
export interface Place {
  /** Nothing for a text that stands in no file, as in a form. */
  dialect?: Dialect;
  /** The position of its column. */
  column?: number;
  /** What else means that there is no value; see `isMissingText`. */
  missing?: readonly string[];
}

/**
 * The number that a text is, in any usual way to write one: "4600", "4,600", "−1.5e3", "$4,600", "(1,200)" for what is
 * below 0 in accounts, "6000 sq ft" with the input's own unit or the one that its column has.
 *
 * In a file, of a text with two readings the one is taken that the file decides; outside of one, "4,600" is 4600 as pages
 * write it. "5%" is 5 where the unit is %, and 0.05 where the input lies within −1 and 1. Where
 * nothing decides, a number is the one without decimals if the input cannot have the other.
 *
 * @returns the text itself where it is none, and what it needs where that is known
 */
export function readWritten(input: NumberInput, text: string, isAllowed: (value: number) => boolean, { dialect, column }: Place) {
  const written = takeApart(text);
  if (!written || !isPrefix(written.before, input.unit)) return text;
  const factor = factorOf(written.after, input, dialect?.units?.[column ?? -1]);
  if (factor === undefined) return text;
  const read = readByMarks(written, dialect);
  if (typeof read === "number") return read * factor;
  if (read === undefined) return explainOther(text, readingsOf(written), dialect);
  const [own, other] = read;
  const decimals = Math.abs(own) < Math.abs(other) ? own : other;
  const whole = decimals === own ? other : own;
  // Where a person writes, "4,600" is what the pages write themselves.
  if ((!dialect || !isAllowed(decimals * factor)) && isAllowed(whole * factor)) return whole * factor;
  const either = `${whole * factor} or ${decimals * factor}`;
  return new Unreadable(
    text,
    dialect
      ? `must be ${either}, and no cell before tells which: ${JSON.stringify(text)} can be either; say with decimal=. or decimal=, which mark comes before decimals`
      : `must be ${either}, as ${JSON.stringify(text)} can be either; write the one you mean`,
    [whole * factor, decimals * factor],
  );
}

/** What a number needs that is written otherwise than its file. */
function explainOther(text: string, { point, comma }: ReturnType<typeof readingsOf>, dialect?: Dialect) {
  if (!dialect || (point ?? comma) === undefined) return text;
  const mark = dialect.decimalComma ? "comma" : "point";
  return new Unreadable(text, `must have a ${mark} before decimals, as its file has`);
}

/** What a number is multiplied by for what stands behind it; undefined where that does not belong to the input. */
function factorOf(after: string, { unit, min = -Infinity, max = Infinity }: NumberInput, ofColumn: string | undefined) {
  if (after === "") return 1;
  const folded = foldUnit(after);
  if (unit !== undefined && folded === foldUnit(unit)) return 1;
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
