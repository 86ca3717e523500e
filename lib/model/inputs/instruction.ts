import { localeOf } from "../../language/locale";
import { isYear, singularOf, writerOf } from "../format";
import type { Input } from "../spec";
import { likeliest, MOST_CHARACTERS, namesOf } from "./category";
import { readDateText } from "./date-text";
import { INSTRUCTION_WORDS } from "./instruction-words";
import { acceptValue, boundsSlip, kindOf } from "./kinds";
import { convertTyped } from "./unit-slip";
import { spelledUnit } from "./unit-words";
import { Unreadable } from "./unreadable";
import { writeTyped } from "./written-number";

type InputOf<Kind extends Input["kind"]> = Extract<Input, { kind: Kind }>;

/**
 * What a person does about an answer that is missing or not allowed, as a sentence without its full stop: "Enter the lot
 * area in square feet, 500 to 50,000". It is in the language of the input. The API states the condition in English; see
 * `faultOf`.
 *
 * @param sent the value of the field, as `readField` reads it
 * @returns undefined where the answer is allowed
 */
export function instructionOf(input: Input, sent: unknown): string | undefined {
  if (acceptValue(input, sent) !== undefined) return undefined;
  switch (input.kind) {
    case "boolean":
      return input.instruction ?? yesOrNo(input);
    case "category":
      return forCategory(input, sent);
    case "date":
      return forDate(input, sent);
    case "number":
    case "integer":
      return forNumber(input, sent);
  }
}

function yesOrNo(input: InputOf<"boolean">): string {
  const locale = localeOf(input);
  return INSTRUCTION_WORDS[locale].yesOrNo(writerOf(locale).inSentence(input));
}

function forNumber(input: InputOf<"number" | "integer">, sent: unknown): string {
  const { kind, unit, min, max } = input;
  const locale = localeOf(input);
  const words = INSTRUCTION_WORDS[locale];
  const writer = writerOf(locale);
  const label = writer.inSentence(input);
  const bound = (value: number | undefined) =>
    value === undefined ? undefined : writer.number(input, value, { bare: true });
  const instruction = words.number({
    label,
    counted: kind === "integer" && unit === undefined && !isYear(input) && singularOf(label) !== undefined,
    whole: kind === "integer" && typeof sent === "number" && !Number.isInteger(sent),
    unit: unit === undefined ? undefined : spelledUnit(unit, locale),
    min: bound(min),
    max: bound(max),
  });
  if (sent instanceof Unreadable && sent.readings) {
    const [one, other] = sent.readings.map((reading) => writeTyped(reading, locale)) as [string, string];
    return words.either(instruction, label, sent.text, one, other);
  }
  const wrong = wrongNumber(input, sent);
  const explained = wrong ? words.because(instruction, wrong) : instruction;
  const question = boundsSlip(input, sent);
  return question ? words.asking(explained, question) : explained;
}

/** More characters of what was typed are not repeated. */
const MOST_REPEATED = 40;

/** What is wrong with what was entered: too low, too high, in another unit, no number; nothing for an empty field. */
function wrongNumber(input: InputOf<"number" | "integer">, sent: unknown): string | undefined {
  const { min = -Infinity, max = Infinity } = input;
  const locale = localeOf(input);
  const words = INSTRUCTION_WORDS[locale];
  if (typeof sent === "number") {
    if (sent >= min && sent <= max) return undefined;
    const value = writerOf(locale).number(input, sent, { bare: true });
    return sent < min ? words.tooLow(value) : words.tooHigh(value);
  }
  const text = sent instanceof Unreadable ? sent.text : sent;
  if (typeof text !== "string" || text === "") return undefined;
  return convertTyped(input, text) ?? words.noNumber(
      text.slice(0, MOST_REPEATED),
      // Of a number with another unit.
      input.unit !== undefined && /\d/.test(text) ? spelledUnit(input.unit, locale) : undefined,
    );
}

function forCategory(input: InputOf<"category">, sent: unknown): string {
  const locale = localeOf(input);
  const words = INSTRUCTION_WORDS[locale];
  const writer = writerOf(locale);
  const label = writer.inSentence(input);
  if (input.other) return words.text(label, writer.quantity(MOST_CHARACTERS));
  const likely = typeof sent === "string" && sent !== "" ? likeliest(namesOf(input), sent) : undefined;
  const instruction = words.select(label);
  return likely === undefined ? instruction : words.asking(instruction, words.likely(likely));
}

function forDate(input: InputOf<"date">, sent: unknown): string {
  const locale = localeOf(input);
  const words = INSTRUCTION_WORDS[locale];
  const writer = writerOf(locale);
  const instruction = words.date(writer.inSentence(input), input.time ?? false, kindOf(input).allowed(input));
  const readings = typeof sent === "string" ? readDateText(sent) : [];
  return readings.length > 1 ? words.eitherDate(instruction, readings.map(writer.date)) : instruction;
}
