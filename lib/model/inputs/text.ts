import { formatValue } from "../format";
import type { Input, Spec } from "../spec";
import { kindOf } from "./kinds";
import { isMissing } from "./missing";
import type { GivenValue, Inputs } from "./value";
import type { Place } from "./written-number";

export { isMissingText } from "./missing";

/** Inputs as text and back, without the schema: small enough for any page's script. */

/**
 * One field's text as its value; what says that there is none is absent, and what cannot be read stays for the schema to
 * refuse.
 *
 * @param place the file that it stands in, if it stands in one; see `readWritten` and `isMissingText`
 */
export function readValue(input: Input, text: string, place: Place = {}): unknown {
  const trimmed = text.trim();
  return isMissing(input, trimmed, place.missing) ? undefined : kindOf(input).readText(input, trimmed, place);
}

/** The texts of a form, a query or a CSV row as values for the schema; names that are not inputs are left out. */
export function readText(
  spec: Pick<Spec, "inputs" | "training">,
  text: Record<string, string | undefined>,
): Record<string, unknown> {
  const place = { missing: spec.training?.missing };
  return Object.fromEntries(spec.inputs.map((input) => [input.name, readValue(input, text[input.name] ?? "", place)]));
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
