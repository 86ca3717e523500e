import type { Marks } from "./dialect";

/** Digits, which may have a point and decimals behind them. */
const PLAIN = /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** Groups of three digits, set apart by the same comma, apostrophe or space each time. */
const GROUPED = /^[1-9]\d{0,2}([,'’\s])\d{3}(\1\d{3})*(\.\d+)?$/;
/** Groups as India writes them: "12,34,567". */
const LAKHS = /^[1-9]\d?(,\d{2})+,\d{3}(\.\d+)?$/;

/** Digits with marks in them, and what stands around them. */
const WRITTEN = /^([^\d.,()]*)((?:\d[\d.,'’\s]*\d|\d|[.,]\d+)\.?(?:e[+-]?\d{1,3})?)(?!\d)(.*)$/isu;
const SIGNED = /^([+\-\u2212]?)\s*(.*?)\s*([+\-\u2212]?)$/su;
/** As accountants write what is below 0: "(1,200)", "$(1,200)". */
const IN_BRACKETS = /^([^\d(]*)\(([^()]*)\)$/s;

/** A number as people write it. */
export interface Written {
  /** Digits and marks, without a sign. */
  digits: string;
  negative: boolean;
  /** What stands before and behind them, such as the sign of a currency and a unit; without spaces around. */
  before: string;
  after: string;
}

/** What a text is as a number: where the point comes before decimals, and where the comma does. */
export interface Readings {
  point: number | undefined;
  comma: number | undefined;
}

/** Take a text apart; undefined where it has no number in it, or more than one. */
export function takeApart(text: string): Written | undefined {
  const trimmed = text.trim();
  const brackets = IN_BRACKETS.exec(trimmed);
  const parts = WRITTEN.exec(brackets ? brackets[1]! + brackets[2]! : trimmed);
  if (!parts) return undefined;
  const [, sign = "", before = "", second = ""] = SIGNED.exec(parts[1]!.trim())!;
  const signs = sign + second;
  if (signs.length > (brackets ? 0 : 1)) return undefined;
  const negative = brackets !== null || (signs !== "" && signs !== "+");
  return { digits: parts[2]!, negative, before, after: parts[3]!.trim() };
}

/** The readings of digits and marks. */
export function readingsOf({ digits, negative }: Pick<Written, "digits" | "negative">): Readings {
  const sign = negative ? -1 : 1;
  const read = (text: string, lakhs: boolean) => {
    if (PLAIN.test(text)) return sign * Number(text);
    if (!GROUPED.test(text) && !(lakhs && LAKHS.test(text))) return undefined;
    return sign * Number(text.replace(/[,'’\s]/g, ""));
  };
  const swapped = digits.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","));
  return { point: read(digits, true), comma: read(swapped, false) };
}

/** Whether digits and marks have two readings, such as "1,250" and "1.250". */
export function isTwofold({ point, comma }: Readings): boolean {
  return point !== undefined && comma !== undefined && point !== comma;
}

/**
 * The one reading of digits and marks, by what is known of the file that they stand in: of "1,250", the mark that the
 * file has before its decimals says which of two it is. Where no cell of the file says so, what stands between its
 * fields is believed for its own mark alone: "1.250" is 1.25 between commas, and "1,250" is between semicolons.
 *
 * @param marks of the file; nothing for a text that stands alone, where a mark with one reading is what it is, and the
 *   point comes before decimals
 * @returns the number; two where either can be meant, the one with decimals behind; undefined where there is none
 */
export function readByMarks(
  written: Pick<Written, "digits" | "negative">,
  marks?: Marks,
): number | [number, number] | undefined {
  const { point, comma } = readingsOf(written);
  const { decimalComma = false, decided = false } = marks ?? {};
  const [own, other] = decimalComma ? [comma, point] : [point, comma];
  if (own === undefined) return marks ? undefined : other;
  if (decided || other === undefined || own === other) return own;
  return written.digits.includes(decimalComma ? "," : ".") ? own : [own, other];
}

/** Whether a text is a bare number in any usual way to write one, whichever mark comes before its decimals. */
export function isNumberText(text: string): boolean {
  const written = takeApart(text);
  if (!written || written.before !== "" || written.after !== "" || text.includes("(")) return false;
  const { point, comma } = readingsOf(written);
  return (point ?? comma) !== undefined;
}
