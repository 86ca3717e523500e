import type { Locale } from "../../language/locale";
import type { Reading } from "../reading";
import type { Spec } from "../spec";
import { instructionOf } from "./instruction";
import { acceptValue } from "./kinds";
import type { Read } from "./read-inputs";
import { readText } from "./text";
import { undefinedTerms, type Fault } from "./undefined-terms";
import type { Inputs } from "./value";

/**
 * The inputs in the texts of a form, or what a person has to do about each field at fault, in the order of the fields.
 *
 * It accepts and refuses the same values as the schema of the API. The server and the page's script both ask it, so that they say
 * the same; it has no schema library behind it, so that no words but ours can reach a page.
 *
 * @param text what is in the fields, by input
 * @param typed the language that it was typed in: that of the form. Without it, texts are read as those of an address
 */
export function readForm(
  { spec, reading }: { spec: Spec; reading: Reading },
  text: Record<string, string | undefined>,
  typed?: Locale,
): Read | { faults: Fault[] } {
  const values = readText(spec, text, typed);
  const inputs: Inputs = {};
  const faults: Fault[] = [];
  for (const input of spec.inputs) {
    const { name } = input;
    const value = acceptValue(input, values[name]);
    if (value !== undefined) inputs[name] = value;
    else faults.push({ name, detail: instructionOf(input, values[name])! });
  }
  if (faults.length > 0) return { faults };
  const encoded = reading.encode(inputs);
  return reading.isDefined(encoded) ? { inputs, encoded } : { faults: undefinedTerms(spec, reading, encoded) };
}
