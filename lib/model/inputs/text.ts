import { localeOf, type Locale } from "../../language/locale";
import { formatValue } from "../format";
import type { Input, Spec } from "../spec";
import { kindOf } from "./kinds";
import { isMissing } from "./missing";
import type { GivenValue, Inputs } from "./value";
import { writeTyped, type Place } from "./written-number";

export { isMissingText } from "./missing";

/** Inputs as text and back, without the schema: small enough for any page's script. */

/**
 * One field's text as its value; what says that there is none is absent, and what cannot be read stays for the schema to
 * refuse.
 *
 * @param place the file that it stands in, or the language that it was typed in; see `readWritten` and `isMissingText`
 */
export function readValue(input: Input, text: string, place: Place = {}): unknown {
  const trimmed = text.trim();
  return isMissing(input, trimmed, place.missing) ? undefined : kindOf(input).readText(input, trimmed, place);
}

/** The texts of an address or a CSV row as values for the schema; names that are not inputs are left out. */
export function readText(
  spec: Pick<Spec, "inputs" | "training">,
  text: Record<string, string | undefined>,
  typed?: Locale,
): Record<string, unknown> {
  const place = { missing: spec.training?.missing, typed };
  return Object.fromEntries(spec.inputs.map((input) => [input.name, readValue(input, text[input.name] ?? "", place)]));
}

/** The inverse of `readText`, for addresses: the same whatever the language of the reader. */
export function writeText(spec: Pick<Spec, "inputs">, inputs: Partial<Inputs>): Record<string, string> {
  return writeEach(spec, inputs, (_, value) => writePlain(value));
}

/** The texts of a form's fields as values for the schema, each by the language of its input. */
export function readFields(
  spec: Pick<Spec, "inputs" | "training">,
  text: Record<string, string | undefined>,
): Record<string, unknown> {
  const missing = spec.training?.missing;
  return Object.fromEntries(
    spec.inputs.map((input) => [
      input.name,
      readValue(input, text[input.name] ?? "", { missing, typed: localeOf(input) }),
    ]),
  );
}

/** The inverse of `readFields`: what fields show. */
export function writeFields(spec: Pick<Spec, "inputs">, inputs: Partial<Inputs>): Record<string, string> {
  return writeEach(spec, inputs, writeField);
}

/** The value of one field's text, by the language of the input. */
export function readField(input: Input, text: string): unknown {
  return readValue(input, text, { typed: localeOf(input) });
}

/** The inverse of `readField`: a number as the reader would type it, and a level by its own text. */
export function writeField(input: Input, value: GivenValue): string {
  return typeof value === "number" ? writeTyped(value, localeOf(input)) : writePlain(value);
}

const writePlain = (value: GivenValue) => (typeof value === "number" ? String(value) : formatValue(value));

function writeEach(
  { inputs: asked }: Pick<Spec, "inputs">,
  inputs: Partial<Inputs>,
  write: (input: Input, value: GivenValue) => string,
): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((input): [string, string][] => {
      const value = inputs[input.name];
      return value === undefined || value === null ? [] : [[input.name, write(input, value)]];
    }),
  );
}
