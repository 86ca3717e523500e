import { foldUnit } from "../../csv/cell-evidence";
import type { DateOrder } from "../../csv/dialect";
import { readByMarks, takeApart } from "../../csv/number-text";
import { isMissingMark } from "../../model/inputs/missing";
import { readDateText } from "../../model/inputs/date-text";

/** A number with the unit that stands beside it, "" for none. */
export interface Quantity {
  value: number;
  unit: string;
}

/** A unit of letters and signs behind a number. */
const UNIT = /^[\p{L}%°€$£¥₹µ][^\d]{0,14}[²³23]?$/u;

/** ISO 4217 codes of what stands beside amounts of money, in lower case. */
const CURRENCIES: Record<string, string> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollars: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  "¥": "JPY",
  jpy: "JPY",
  "₹": "INR",
  rs: "INR",
  inr: "INR",
  rupees: "INR",
  cad: "CAD",
  ca$: "CAD",
  aud: "AUD",
  chf: "CHF",
};

/** The ISO 4217 code that a word or a sign beside a number means; undefined where it means none. */
export function currencyOf(text: string): string | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, "");
  return Object.hasOwn(CURRENCIES, word) ? CURRENCIES[word] : undefined;
}

/**
 * A cell as a number with its unit: "1248 CC", "2BHK", "34.46Sq. Meter", "$1,200", "23.4 kmpl", "5 %".
 *
 * @returns undefined where it is anything else, such as "2100 - 2850" and "190Nm@ 2000rpm"
 */
export function readQuantity(text: string, decimalComma: boolean): Quantity | undefined {
  const written = takeApart(text);
  const value = written && readByMarks(written, { decimalComma, decided: true });
  if (written === undefined || typeof value !== "number") return undefined;
  const { before, after } = written;
  if (after !== "" && !UNIT.test(after)) return undefined;
  if (before === "") return { value, unit: currencyOf(after) ?? after };
  const currency = currencyOf(before);
  return currency === undefined || after !== "" ? undefined : { value, unit: currency };
}

/** Whether a cell is a number of a column as its guess has it, or missing. */
export function isReadable(text: string, unit: string, decimalComma: boolean): boolean {
  if (isMissingMark(text)) return true;
  const quantity = readQuantity(text, decimalComma);
  return quantity !== undefined && (quantity.unit === "" || foldUnit(quantity.unit) === foldUnit(unit));
}

/**
 * A cell as an ISO day, and its time of day where that is not midnight; undefined where it is no date, or two.
 *
 * @param order of days and months in the table, where it tells
 */
export function readDate(text: string, order?: DateOrder): { day: string; time: string | undefined } | undefined {
  const [date, ...others] = readDateText(text, order);
  if (date === undefined || others.length > 0) return undefined;
  const [day = "", time] = date.split("T");
  return { day, time };
}

/** Whether a cell looks like a date, although nobody can read it, such as "03/04/2015" or "12/31/20". */
export function looksLikeDate(text: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}([ T]\d{1,2}:\d{2}.*)?$/.test(text);
}
