import { daysOfIso, isoOfDays } from "../formula/calendar";
import type { Locale } from "../language/locale";
import type { Input } from "./spec";

/**
 * Numbers, dates and values for people, in each language. The API never rounds; pages and messages do, here and only here.
 */

/** How a language writes numbers and what it calls large ones. */
interface Manner {
  /** For `Intl.NumberFormat`. */
  tag: string;
  /** What stands for a currency: "$" where readers know whose dollar it is, "CA$" elsewhere. */
  currencyDisplay: "narrowSymbol" | "symbol";
  scales: { from: number; one: string; many: string }[];
  /** What stands before a sign that follows a number, as in "15 %". */
  beforeSign: string;
  yes: string;
  no: string;
  and: string;
  /** Before and after a name inside a sentence. */
  quotes: [before: string, after: string];
  /** The name of a unit for one of it. */
  singular: (unit: string) => string;
  /** A label inside of a sentence. */
  inSentence: (label: Label) => string;
  lessThan: (share: string) => string;
  moreThan: (share: string) => string;
  day: (day: number, month: number, year: string) => string;
}

/** A label, or what has one; `asWritten` says that it is in a language whose nouns keep their capitals. */
export type Label = string | { label: string; asWritten?: boolean };

function textOf(label: Label): string {
  return typeof label === "string" ? label : label.label;
}

const MANNERS: Record<Locale, Manner> = {
  en: {
    tag: "en-US",
    currencyDisplay: "narrowSymbol",
    scales: [
      { from: 1e12, one: "trillion", many: "trillion" },
      { from: 1e9, one: "billion", many: "billion" },
    ],
    beforeSign: "",
    yes: "yes",
    no: "no",
    and: "and",
    quotes: ["“", "”"],
    singular: singularUnit,
    inSentence: (of) => {
      const label = textOf(of);
      const stays = (typeof of === "object" && of.asWritten) || /^\S+[\p{Lu}_]/u.test(label);
      return stays ? label : label.charAt(0).toLowerCase() + label.slice(1);
    },
    lessThan: (share) => `less than ${share}`,
    moreThan: (share) => `more than ${share}`,
    day: (day, month, year) => `${day} ${MONTHS.slice(3 * month - 3, 3 * month)} ${year}`,
  },
  de: {
    tag: "de-DE",
    currencyDisplay: "symbol",
    scales: [
      { from: 1e12, one: "Billion", many: "Billionen" },
      { from: 1e9, one: "Milliarde", many: "Milliarden" },
    ],
    beforeSign: "\u00a0",
    yes: "ja",
    no: "nein",
    and: "und",
    quotes: ["„", "“"],
    singular: (unit) => GERMAN_SINGULARS[unit] ?? unit,
    inSentence: textOf,
    lessThan: (share) => `weniger als ${share}`,
    moreThan: (share) => `mehr als ${share}`,
    day: (day, month, year) => `${day}. ${GERMAN_MONTHS[month - 1]} ${year}`,
  },
};

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const GERMAN_MONTHS = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(" ");

/** Units whose plural and singular differ in German, where no rule leads from one to the other. */
const GERMAN_SINGULARS: Readonly<Record<string, string>> = {
  Jahre: "Jahr",
  Monate: "Monat",
  Wochen: "Woche",
  Tage: "Tag",
  Stunden: "Stunde",
  Minuten: "Minute",
  Sekunden: "Sekunde",
  Punkte: "Punkt",
  Meilen: "Meile",
};

const MINUS = "\u2212";
/** Digits that are kept where no step says how many mean anything. */
const DIGITS = 6;
/** Beyond the last of the scales a number is written as a power of ten. */
const LARGEST = 1e15;
/** Smaller numbers are written as a power of ten. */
const SMALLEST = 1e-6;

let currencies: Set<string> | undefined;

/** Whether a unit is an ISO 4217 currency code that the runtime can format, such as "CAD". */
export function isCurrency(unit: string | undefined): unit is string {
  currencies ??= new Set(Intl.supportedValuesOf("currency"));
  return unit !== undefined && currencies.has(unit);
}

/** What stands for a currency in English where readers know whose it is: "$" for a score of them. */
function signOf(currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return format.formatToParts(1).find(({ type }) => type === "currency")?.value ?? currency;
}

/**
 * Whether the amounts in some units include two currencies with one sign, such as the dollars of Canada and of the United
 * States: then `Writer.withCountries` writes them.
 */
export function meetingDollars(units: readonly (string | undefined)[]): boolean {
  const signs = [...new Set(units.filter(isCurrency))].map(signOf);
  return new Set(signs).size < signs.length;
}

type NumberInput = Extract<Input, { kind: "number" | "integer" }>;

/** How one language writes what a person reads. */
export interface Writer {
  locale: Locale;
  /**
   * A number with its unit: "$90,200", "$4.50", "4,600 sq ft", "1 year", "15%", "0.67", "1.2 billion", "1.2 × 10⁻⁹".
   *
   * @param value the number
   * @param unit an ISO 4217 code for money, otherwise any unit, or nothing; the name of a unit in the plural ("years")
   *   loses its s after 1
   * @param step round to the nearest multiple of this; without it, six significant digits are kept
   */
  quantity(value: number, unit?: string, step?: number): string;
  /** A change with its sign: "+$13,200", "−$4,300", and "$0" for one that a step rounds to nothing. */
  signed(amount: number, unit?: string, step?: number): string;
  /** A count with what is counted: "1 row", "1,200 rows", "1 entry". */
  count(count: number, one: string, many: string): string;
  /** A number of an input: "4,600 sq ft", "1987". */
  number(input: NumberInput, value: number, options?: { bare?: boolean }): string;
  /** A share between 0 and 1 in whole per cent, "41%". One that is neither none nor all is never shown as 0% or 100%. */
  share(share: number): string;
  /** A probability as a frequency: 0.8 is "8 out of 10", 0.95 "95 out of 100"; "8 von 10". */
  outOf(level: number): string;
  /** A unit beside a field: the sign that amounts of the currency have ("$", "CA$"), and any other unit as it is. */
  unit(unit: string): string;
  /** A name inside a sentence: “Detailed house price”. */
  quoted(name: string): string;
  /** A label as it reads inside a sentence: "Lot area" becomes "lot area"; "HVAC", "iPhone" and "Sale_Price" stay, and so does a label in another language. */
  inSentence(label: Label): string;
  /**
   * An ISO date as a person reads it: "30 Jun 2015", and "30 Jun 2015, 14:30" where it has a time of day.
   *
   * @returns the text itself where it is no date
   */
  date(iso: string): string;
  /** The day of a time, in UTC: "30 Jun 2015". @param at milliseconds since 1970 */
  day(at: number): string;
  /** A value as a person reads it: "yes", "gas", "4,600"; see `number` for one of an input. */
  value(value: number | boolean | string): string;
  /** "lot area, bedrooms and stories". */
  list(items: readonly string[]): string;
  /** The same writer with the country of each dollar: "CA$" and "US$", where two of them meet. */
  withCountries: Writer;
}

/** Making a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.NumberFormat>();
const coinDigits = new Map<string, number>();

function makeWriter(locale: Locale, withCountry = false): Writer {
  const manner = MANNERS[locale];
  const display = withCountry ? "symbol" : manner.currencyDisplay;

  function formatterOf(currency: string | undefined, fractionDigits: number | undefined): Intl.NumberFormat {
    const key = `${locale} ${display} ${currency} ${fractionDigits}`;
    let formatter = formatters.get(key);
    if (!formatter) {
      const money = currency && ({ style: "currency", currency, currencyDisplay: display } as const);
      const digits =
        fractionDigits === undefined
          ? { maximumSignificantDigits: DIGITS }
          : { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
      formatter = new Intl.NumberFormat(manner.tag, { ...(money || {}), ...digits });
      formatters.set(key, formatter);
    }
    return formatter;
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
    const scale = manner.scales.find(({ from }) => size >= from);
    if (scale) return `${scaled(scale.from)} ${size === scale.from ? scale.one : scale.many}`;
    const digits = currency ? coins(value, currency, decimals) : decimals;
    const text = formatterOf(currency, digits).format(value);
    // The United States' own dollar has no country before it in American English.
    return withCountry && currency === "USD" ? text.replace(/(?<![A-Z])\$/, "US$") : text;
  }

  function quantity(value: number, unit?: string, step?: number): string {
    // Adding zero turns −0 into 0.
    const rounded = (step === undefined ? Number(value.toPrecision(DIGITS)) : Math.round(value / step) * step) + 0;
    const currency = isCurrency(unit) ? unit : undefined;
    const text = writeNumber(rounded, currency, step).replace("-", MINUS);
    if (unit === undefined || currency) return text;
    if (unit === "%") return text + manner.beforeSign + unit;
    if (unit === "°") return text + unit;
    return `${text} ${text === "1" ? manner.singular(unit) : unit}`;
  }

  function date(iso: string): string {
    const days = daysOfIso(iso);
    if (Number.isNaN(days)) return iso;
    const [day = "", time] = isoOfDays(days, iso.includes("T")).split("T");
    const [year = "", month = "", number = ""] = day.split("-");
    const text = manner.day(Number(number), Number(month), year);
    return time === undefined ? text : `${text}, ${time}`;
  }

  const writer: Writer = {
    locale,
    quantity,
    signed(amount, unit, step) {
      const rounded = step === undefined ? amount : Math.round(amount / step) * step;
      return `${rounded > 0 ? "+" : ""}${quantity(rounded, unit, step)}`;
    },
    count: (count, one, many) => `${quantity(count)} ${count === 1 ? one : many}`,
    number: (input, value, { bare = false } = {}) =>
      isYear(input) && Number.isInteger(value) ? String(value) : quantity(value, bare ? undefined : input.unit),
    share(share) {
      const percent = Math.round(share * 100);
      if (percent === 0 && share > 0) return manner.lessThan(quantity(1, "%"));
      if (percent === 100 && share < 1) return manner.moreThan(quantity(99, "%"));
      return quantity(percent, "%");
    },
    outOf(level) {
      const of = locale === "de" ? "von" : "out of";
      const tenths = level * 10;
      const isTenths = Math.abs(tenths - Math.round(tenths)) < 1e-9;
      return isTenths ? `${quantity(Math.round(tenths))} ${of} 10` : `${quantity(level * 100)} ${of} 100`;
    },
    unit(unit) {
      if (!isCurrency(unit)) return unit;
      const parts = formatterOf(unit, 0).formatToParts(1);
      return parts.find(({ type }) => type === "currency")?.value ?? unit;
    },
    quoted: (name) => manner.quotes.join(name),
    inSentence: manner.inSentence,
    date,
    day: (at) => date(new Date(at).toISOString().slice(0, 10)),
    value(value) {
      if (typeof value === "boolean") return value ? manner.yes : manner.no;
      return typeof value === "number" ? quantity(value) : value;
    },
    list: (items) =>
      items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${manner.and} ${items.at(-1)}`,
    get withCountries() {
      return withCountry ? writer : countries[locale];
    },
  };
  return writer;
}

const writers: Record<Locale, Writer> = { en: makeWriter("en"), de: makeWriter("de") };
const countries: Record<Locale, Writer> = { en: makeWriter("en", true), de: makeWriter("de", true) };

/** The writer of a language. Pages ask for that of their reader; the API and the command line write English. */
export function writerOf(locale: Locale): Writer {
  return writers[locale];
}

const { quantity, number, share, inSentence, date, value, list, count } = writers.en;

/* What the API and the command line write; see `Writer`. */
export {
  date as formatDate,
  inSentence,
  list as listInWords,
  number as formatNumber,
  quantity as formatQuantity,
  share as formatShare,
  value as formatValue,
};

/** A count with what is counted, in English; see `Writer`. */
export function formatCount(counted: number, one: string, many = `${one}s`): string {
  return count(counted, one, many);
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

/** The English name of a unit for one of it: "years" is "year"; "sq ft" and "mbps" stay. */
function singularUnit(unit: string): string {
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
