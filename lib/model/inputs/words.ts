import { catalogue, localeOf } from "../../language/locale";
import { writerOf } from "../format";
import type { Input } from "../spec";
import { assumedValue, decodeValue } from "./kinds";
import type { InputValue } from "./value";

const WORDS = catalogue({
  en: {
    missing: "not given",
    assumed: (value: string) => `not given (taken as ${value})`,
    to: (min: string, max: string) => `${min} to ${max}`,
  },
  de: {
    missing: "keine Angabe",
    assumed: (value) => `keine Angabe (angenommen: ${value})`,
    to: (min, max) => `${min} bis ${max}`,
  },
});

/**
 * An input's value with its unit, in the language of the input: "6,000 sq ft", "1987", "yes", "30 Jun 2015"; "not given
 * (taken as 95 sq ft)".
 */
export function valueInWords(input: Input, value: InputValue): string {
  return write(input, value, false);
}

/** The same without its unit, where one stands beside it. */
export function bareInWords(input: Input, value: InputValue): string {
  return write(input, value, true);
}

function write(input: Input, value: InputValue, bare: boolean): string {
  const words = WORDS[localeOf(input)];
  const writer = writerOf(localeOf(input));
  if (value === null) {
    const assumed = assumedValue(input);
    return assumed === undefined ? words.missing : words.assumed(write(input, assumed, bare));
  }
  if (input.kind === "date") return writer.date(String(value));
  if (input.kind === "category") return input.names?.[String(value)] ?? String(value);
  const isNumber = typeof value === "number" && (input.kind === "number" || input.kind === "integer");
  return isNumber ? writer.number(input, value, { bare }) : writer.value(value);
}

/** The value of an input as a model computes with it, as evidence has it. */
export function codeInWords(input: Input, code: number): string {
  return valueInWords(input, decodeValue(input, code));
}

/** The extremes of a number or a date as evidence has them: "1,650 to 16,200 sq ft", "1 May 2014 to 30 Jun 2015". */
export function extremesInWords(input: Input, { min, max }: { min: number; max: number }): string {
  return WORDS[localeOf(input)].to(bareInWords(input, decodeValue(input, min)), codeInWords(input, max));
}
