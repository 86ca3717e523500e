const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** Groups of three digits set apart by a comma, an apostrophe or any kind of space. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([,'’\s]\d{3})+(\.\d+)?$/;
/** Groups set apart by a point, an apostrophe or any kind of space, before a comma and decimals. */
const GROUPED_BEFORE_COMMA = /^[+-]?[1-9]\d{0,2}([.'’\s]\d{3})+(,\d+)?$/;
/** A thousand where a point groups digits, one and some where it does not. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * The number that a text is, in any usual way to write one: "4600", "4,600", "−1.5e3"; spaces around it are passed over.
 *
 * @param decimalComma whether decimals come after a comma, as in "1.234,5" and "1 234,5"; they may then come after a
 *   point too, except where that could as well set groups apart, as in "1.234"
 * @returns undefined where it is none, or has two readings
 */
export function readNumberText(text: string, decimalComma = false): number | undefined {
  const plain = plainDigits(text.trim().replace(/^\u2212/, "-"), decimalComma);
  return NUMBER.test(plain) ? Number(plain) : undefined;
}

/** Digits as `Number` takes them; none where they have two readings. */
function plainDigits(text: string, decimalComma: boolean): string {
  if (!decimalComma) return GROUPED.test(text) ? text.replace(/[,'’\s]/g, "") : text;
  if (AMBIGUOUS.test(text)) return "";
  const ungrouped = GROUPED_BEFORE_COMMA.test(text) ? text.replace(/[.'’\s]/g, "") : text;
  return ungrouped.includes(".") ? ungrouped : ungrouped.replace(",", ".");
}
