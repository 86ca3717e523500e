/**
 * Numbers for people. The API never rounds; pages and messages do, here and only here.
 */

const MINUS = "\u2212";

let currencies: Set<string> | undefined;

/** Whether a unit is an ISO 4217 currency code that the runtime can format, such as "CAD". */
export function isCurrency(unit: string | undefined): unit is string {
  currencies ??= new Set(Intl.supportedValuesOf("currency"));
  return unit !== undefined && currencies.has(unit);
}

/** Making a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(currency: string | undefined, fractionDigits: number | undefined): Intl.NumberFormat {
  const key = `${currency} ${fractionDigits}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const money = currency && ({ style: "currency", currency, currencyDisplay: "narrowSymbol" } as const);
    const digits =
      fractionDigits === undefined
        ? { maximumSignificantDigits: 6 }
        : { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
    formatter = new Intl.NumberFormat("en-US", { ...(money || {}), ...digits });
    formatters.set(key, formatter);
  }
  return formatter;
}

/**
 * A number with its unit: "$90,200", "4,600 sq ft", "0.67".
 *
 * @param value the number
 * @param unit an ISO 4217 code for money, otherwise any unit, or nothing
 * @param step round to the nearest multiple of this; without it, six significant digits are kept
 */
export function formatQuantity(value: number, unit?: string, step?: number): string {
  const rounded = step === undefined ? value : Math.round(value / step) * step;
  const fractionDigits = step === undefined ? undefined : Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const currency = isCurrency(unit) ? unit : undefined;
  // Adding zero turns −0 into 0.
  const text = formatterOf(currency, fractionDigits)
    .format(rounded + 0)
    .replace("-", MINUS);
  return unit === undefined || currency ? text : `${text} ${unit}`;
}

/**
 * The power of ten to round to when a range is reported: the third significant digit of the range's width
 * is the last that can mean anything to a reader.
 *
 * @example roundingStep(68295.16, 112190.22) // 100
 */
export function roundingStep(low: number, high: number): number {
  const width = Math.abs(high - low);
  return width > 0 && Number.isFinite(width) ? 10 ** (Math.floor(Math.log10(width)) - 2) : 1;
}

/** Smaller steps have more decimals than a formatter takes. */
const SMALLEST_STEP = 1e-20;

/**
 * The power of ten to round an estimate to: by its range, or to three significant digits where there is no range.
 *
 * @example estimateStep(90242.54, null) // 100
 */
export function estimateStep(estimate: number, range: { low: number; high: number } | null): number {
  if (range) return roundingStep(range.low, range.high);
  const magnitude = Math.abs(estimate);
  return magnitude > 0 ? Math.max(SMALLEST_STEP, 10 ** (Math.floor(Math.log10(magnitude)) - 2)) : 1;
}

/** A share between 0 and 1 in whole per cent, "41%". A share that is neither none nor all is never shown as 0% or 100%. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return `less than 1%`;
  if (percent === 100 && share < 1) return `more than 99%`;
  return `${percent}%`;
}

/** A label as it reads inside a sentence: "Lot area" becomes "lot area"; "HVAC", "iPhone" and "Sale_Price" stay. */
export function inSentence(label: string): string {
  return /^\S+[\p{Lu}_]/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** An input's value as a person reads it: "yes", "gas", "4,600 sq ft". */
export function formatValue(value: number | boolean | string, unit?: string): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatQuantity(value, unit) : value;
}

/** "lot area, bedrooms and stories". */
export function listInWords(items: string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
