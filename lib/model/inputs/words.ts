import { formatDate, formatQuantity, formatValue } from "../format";
import type { Input } from "../spec";
import { kindOf } from "./kinds";
import type { InputValue } from "./value";

/** An input's value with its unit, "6,000 sq ft", "yes" or "30 Jun 2015"; "not given" for one that is missing. */
export function valueInWords(input: Input, value: InputValue): string {
  if (value === null) return "not given";
  if (input.kind === "date") return formatDate(String(value));
  return formatValue(value, "unit" in input ? input.unit : undefined);
}

/** The value of an input as a model computes with it, as evidence has it. */
export function codeInWords(input: Input, code: number): string {
  return valueInWords(input, kindOf(input).decode(input, code));
}

/** The extremes of a number or a date as evidence has them: "1,650 to 16,200 sq ft", "1 May 2014 to 30 Jun 2015". */
export function extremesInWords(input: Input, { min, max }: { min: number; max: number }): string {
  const least = input.kind === "date" ? codeInWords(input, min) : formatQuantity(min);
  return `${least} to ${codeInWords(input, max)}`;
}
