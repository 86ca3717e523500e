import { daysOfIso, isoOfDays } from "../formula/calendar";
import type { Input } from "./spec";

/**
 * Numbers for people. The API never rounds; pages and messages do, here and only here.
 */

const MINUS = "\u2212";
/** Digits that are kept where no step says how many mean anything. */
const DIGITS = 6;
/** From here on a number is written in words, "1.2 billion", and beyond the second as a power of ten. */
const SCALES = [
  { from: 1e12, name: "trillion" },
  { from: 1e9, name: "billion" },
];
const LARGEST = 1e15;
/** Smaller numbers are written as a power of ten. */
const SMALLEST = 1e-6;

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
        ? { maximumSignificantDigits: DIGITS }
        : { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
    formatter = new Intl.NumberFormat("en-US", { ...(money || {}), ...digits });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** How many decimals the amounts of a currency have: 2 for most, 0 for yen. */
function decimalsOf(currency: string): number {
  let decimals = coinDigits.get(currency);
  if (decimals === undefined) {
    const { maximumFractionDigits } = new Intl.NumberFormat("en-US", { style: "currency", currency }).resolvedOptions();
    coinDigits.set(currency, (decimals = maximumFractionDigits ?? 0));
  }
  return decimals;
}

const coinDigits = new Map<string, number>();

/**
 * A number with its unit: "$90,200", "$4.50", "4,600 sq ft", "1 year", "15%", "0.67", "1.2 billion", "1.2 × 10⁻⁹".
 *
 * @param value the number
 * @param unit an ISO 4217 code for money, otherwise any unit, or nothing; the name of a unit in the plural ("years")
 *   loses its s after 1
 * @param step round to the nearest multiple of this; without it, six significant digits are kept
 */
export function formatQuantity(value: number, unit?: string, step?: number): string {
  // Adding zero turns −0 into 0.
  const rounded = (step === undefined ? Number(value.toPrecision(DIGITS)) : Math.round(value / step) * step) + 0;
  const currency = isCurrency(unit) ? unit : undefined;
  const text = writeNumber(rounded, currency, step).replace("-", MINUS);
  if (unit === undefined || currency) return text;
  if (unit === "%" || unit === "°") return text + unit;
  return `${text} ${text === "1" ? singular(unit) : unit}`;
}

function writeNumber(value: number, currency: string | undefined, step: number | undefined): string {
  const size = Math.abs(value);
  const decimals = step === undefined ? undefined : Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const scaled = (by: number) => {
    const left = step === undefined ? undefined : Math.max(0, Math.round(Math.log10(by / step)));
    return formatterOf(currency, left === undefined ? undefined : Math.min(left, DIGITS)).format(value / by);
  };
  if (Number.isFinite(size) && (size >= LARGEST || (size > 0 && size < SMALLEST))) {
    const power = Math.floor(Math.log10(size) + 1e-9);
    return `${scaled(10 ** power)} × 10${superscript(power)}`;
  }
  const scale = SCALES.find(({ from }) => size >= from);
  if (scale) return `${scaled(scale.from)} ${scale.name}`;
  return formatterOf(currency, currency ? coins(value, currency, decimals) : decimals).format(value);
}

/** The decimals of an amount of money: none of a whole one, and no half cents but where the amount is below 1. */
function coins(value: number, currency: string, decimals: number | undefined): number | undefined {
  const usual = decimalsOf(currency);
  if (decimals !== undefined) return decimals > 0 && decimals < usual ? usual : decimals;
  if (Number.isInteger(value)) return 0;
  const inCoins = Math.abs(value) >= 1 || Number(value.toFixed(usual)) === value;
  return inCoins ? usual : undefined;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscript = (power: number) =>
  String(power)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);

/** The name of a unit for one of it: "years" is "year"; "sq ft" and "mbps" stay. */
function singular(unit: string): string {
  if (/(^| )feet$/.test(unit)) return unit.replace(/feet$/, "foot");
  return (/[aeiouy].*s$/.test(unit) && singularOf(unit)) || unit;
}

/** A word in the plural as one of them, "full bathrooms" as "full bathroom"; nothing where it does not read as a plural. */
export function singularOf(plural: string): string | undefined {
  if (/(series|species|lens)$/.test(plural)) return undefined;
  if (plural.endsWith("ies")) return `${plural.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return /[^siu]s$/.test(plural) ? plural.slice(0, -1) : undefined;
}

/** A count with what is counted: "1 row", "1,200 rows", "1 entry". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatQuantity(count)} ${count === 1 ? one : many}`;
}

type NumberInput = Extract<Input, { kind: "number" | "integer" }>;

/**
 * Whether the numbers of an input are years, which have no marks between thousands: where its format says so and, unless
 * it says otherwise, a whole number that is called year or bounded within 1800 to 2100.
 */
export function isYear(input: Input): boolean {
  if (input.kind !== "number" && input.kind !== "integer") return false;
  if (input.format !== undefined) return input.format === "year";
  const { kind, name, label, min = -Infinity, max = Infinity } = input;
  return kind === "integer" && (/(^|[\W_])(year|yr)($|[\W_])/i.test(`${name} ${label}`) || (min >= 1800 && max <= 2100));
}

/** A number of an input: "4,600 sq ft", "1987". */
export function formatNumber(input: NumberInput, value: number, { bare = false } = {}): string {
  return isYear(input) && Number.isInteger(value) ? String(value) : formatQuantity(value, bare ? undefined : input.unit);
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

/**
 * An ISO date as a person reads it: "30 Jun 2015", and "30 Jun 2015, 14:30" where it has a time of day.
 *
 * @returns the text itself where it is no date
 */
export function formatDate(iso: string): string {
  const days = daysOfIso(iso);
  if (Number.isNaN(days)) return iso;
  const [day = "", time] = isoOfDays(days, iso.includes("T")).split("T");
  const [year = "", month = "", number = ""] = day.split("-");
  const text = `${Number(number)} ${MONTHS.slice(3 * Number(month) - 3, 3 * Number(month))} ${year}`;
  return time === undefined ? text : `${text}, ${time}`;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** A value as a person reads it: "yes", "gas", "4,600"; see `formatNumber` for one of an input. */
export function formatValue(value: number | boolean | string): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatQuantity(value) : value;
}

/** "lot area, bedrooms and stories". */
export function listInWords(items: string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
