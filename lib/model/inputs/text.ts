import type { Inputs, InputValue } from "./value";
import { formatValue } from "../format";
import type { Input, Spec } from "../spec";

/** Inputs as text and back, without the schema: small enough for any page's script. */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** Groups of three digits set apart by a comma, an apostrophe or any kind of space. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([,'’\s]\d{3})+(\.\d+)?$/;
export const TRUE: ReadonlySet<string> = new Set(["yes", "y", "true", "1", "on"]);
export const FALSE: ReadonlySet<string> = new Set(["no", "n", "false", "0", "off"]);

/** Groups set apart by a point, an apostrophe or any kind of space, before a comma and decimals. */
const GROUPED_BEFORE_COMMA = /^[+-]?[1-9]\d{0,2}([.'’\s]\d{3})+(,\d+)?$/;
/** A thousand where a point groups digits, one and some where it does not. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** Digits as `Number` takes them, from any usual way to write them; none where they have two readings. */
function plainDigits(text: string, decimalComma: boolean): string {
  if (!decimalComma) return GROUPED.test(text) ? text.replace(/[,'’\s]/g, "") : text;
  if (AMBIGUOUS.test(text)) return "";
  const ungrouped = GROUPED_BEFORE_COMMA.test(text) ? text.replace(/[.'’\s]/g, "") : text;
  return ungrouped.includes(".") ? ungrouped : ungrouped.replace(",", ".");
}

/**
 * One field's text as its value; "" is absent, and what cannot be read stays text for the schema to refuse.
 *
 * @param decimalComma whether decimals come after a comma, as in "1.234,5" and "1 234,5"; they may then come after a
 *   point too, except where that could as well set groups apart, as in "1.234"
 */
export function readValue(input: Input, text: string, decimalComma = false): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (input.kind === "category") return trimmed;
  if (input.kind === "boolean") {
    const lower = trimmed.toLowerCase();
    return TRUE.has(lower) ? true : FALSE.has(lower) ? false : trimmed;
  }
  const plain = plainDigits(trimmed.replace(/^\u2212/, "-"), decimalComma);
  return NUMBER.test(plain) ? Number(plain) : trimmed;
}

/** The texts of a form, a query or a CSV row as values for the schema; names that are not inputs are left out. */
export function readText(
  spec: Pick<Spec, "inputs">,
  text: Record<string, string | undefined>,
): Record<string, unknown> {
  return Object.fromEntries(spec.inputs.map((input) => [input.name, readValue(input, text[input.name] ?? "")]));
}

/** The inverse of `readText`, for query strings and form defaults. */
export function writeText(spec: Pick<Spec, "inputs">, inputs: Partial<Inputs>): Record<string, string> {
  const known = spec.inputs.flatMap(({ name }): [string, InputValue][] => {
    const value = inputs[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === "number" ? String(value) : formatValue(value)]),
  );
}
