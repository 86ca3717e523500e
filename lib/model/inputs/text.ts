import type { DateOrder } from "../../csv/dialect";
import { formatValue } from "../format";
import type { Input, Spec } from "../spec";
import { kindOf } from "./kinds";
import type { GivenValue, Inputs } from "./value";

/** Inputs as text and back, without the schema: small enough for any page's script. */

/**
 * One field's text as its value; "" is absent, and what cannot be read stays text for the schema to refuse.
 *
 * @param decimalComma see `readNumberText`
 * @param dateOrder see `readDateText`
 */
export function readValue(input: Input, text: string, decimalComma = false, dateOrder?: DateOrder): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return kindOf(input).readText(input, trimmed, decimalComma, dateOrder);
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
  const known = spec.inputs.flatMap(({ name }): [string, GivenValue][] => {
    const value = inputs[name];
    return value === undefined || value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === "number" ? String(value) : formatValue(value)]),
  );
}
