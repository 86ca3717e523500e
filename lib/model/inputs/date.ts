import { daysOfIso, FIRST_DAY, isoOfDays, LAST_DAY, SECONDS_OF_DAY } from "../../formula/calendar";
import { localeOf } from "../../language/locale";
import { formatDate, writerOf } from "../format";
import type { Input } from "../spec";
import { ALLOWED_WORDS } from "./allowed-words";
import { readDateText } from "./date-text";
import type { InputKind } from "./kind";

type DateInput = Extract<Input, { kind: "date" }>;

/** A date by its ISO text, with the time of day where `time` is set; encoded as days since 1 January 1970. */
export const date: InputKind<DateInput> = {
  accept(input, sent) {
    if (typeof sent !== "string") return undefined;
    const days = daysOfIso(sent);
    const { min, max } = dateBounds(input);
    return days >= min && days <= max && isWhole(input, days) ? isoOfDays(days, input.time) : undefined;
  },
  needs: (input) => ({
    type: input.time ? "must be a date and a time, as 2015-06-30T14:30" : "must be a date, as 2015-06-30",
    ...((input.min ?? input.max) !== undefined && { bounds: `must be ${boundsNeeded(input)}` }),
    ...(!input.time && { whole: "must be a date without a time of day" }),
  }),
  failed(input, sent) {
    const days = typeof sent === "string" ? daysOfIso(sent) : NaN;
    if (Number.isNaN(days)) return "type";
    const { min, max } = dateBounds(input);
    return (days < min || days > max) && (input.min ?? input.max) !== undefined ? "bounds" : "whole";
  },
  doubt(_, sent) {
    const readings = typeof sent === "string" ? readDateText(sent) : [];
    if (readings.length < 2) return undefined;
    const [one, other] = readings.map((reading) => formatDate(reading));
    return `must be written as ${readings[0]}, since it could be ${one} or ${other}`;
  },
  readText(input, text, { dialect }) {
    const readings = readDateText(text, dialect?.dateOrder);
    // A date beyond the bounds is no reading where another is within them.
    const allowed = readings.length > 1 ? readings.filter((reading) => date.accept(input, reading) !== undefined) : readings;
    return allowed.length === 1 ? allowed[0] : text;
  },
  encode: (_, value) => daysOfIso(String(value)),
  decode: ({ time }, code) => isoOfDays(code, time),
  levels: () => null,
  allowed: (input) => bounded(input, ALLOWED_WORDS[localeOf(input)]),
  cell: (input) => ({ words: null, read: readIsoBytes, ...dateBounds(input), whole: !input.time }),
  jsonSchema: ({ time }) => ({ type: "string", format: time ? "date-time" : "date" }),
};

const isWhole = ({ time }: DateInput, days: number) => time || Number.isInteger(days);

/** The bounds of a date as it is encoded. A last day without a time ends with its last second. */
export function dateBounds({ min, max, time }: DateInput): { min: number; max: number } {
  const last = max === undefined ? LAST_DAY : daysOfIso(max);
  return {
    min: min === undefined ? FIRST_DAY : daysOfIso(min),
    max: time && Number.isInteger(last) && !max?.includes("T") ? lastSecondOf(last) : last,
  };
}

/** The bounds as a date control has them, and a step of a second where there is a time. */
export function dateBoundsText(input: DateInput): { min?: string; max?: string; step?: number } {
  const bounds = dateBounds(input);
  return {
    ...(input.min !== undefined && { min: isoOfDays(bounds.min, input.time) }),
    ...(input.max !== undefined && { max: isoOfDays(bounds.max, input.time) }),
    ...(input.time && { step: 1 }),
  };
}

const lastSecondOf = (day: number) => ((day + 1) * SECONDS_OF_DAY - 1) / SECONDS_OF_DAY;

/** The bounds in words; undefined where there are none. */
function bounded(
  input: DateInput,
  { to, later, earlier }: Pick<(typeof ALLOWED_WORDS)["en"], "to" | "later" | "earlier">,
  writer = writerOf(localeOf(input)),
): string | undefined {
  const { min, max } = input;
  if (min !== undefined && max !== undefined) return to(writer.date(min), writer.date(max));
  if (min !== undefined) return later(writer.date(min));
  return max === undefined ? undefined : earlier(writer.date(max));
}

/** The same as a condition of the API. */
function boundsNeeded(input: DateInput): string | undefined {
  const words = { ...ALLOWED_WORDS.en, to: (min: string, max: string) => `between ${min} and ${max}` };
  return bounded(input, words, writerOf("en"));
}

const ZERO = 0x30;
const HYPHEN = 0x2d;

/** The days of a cell of ten bytes, as 2015-06-30; NaN for any other, which is read as text. */
function readIsoBytes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return NaN;
  let text = "";
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if ((digit < 0 || digit > 9) && at !== start + 4 && at !== start + 7) return NaN;
    text += String.fromCharCode(bytes[at]!);
  }
  return daysOfIso(text);
}
