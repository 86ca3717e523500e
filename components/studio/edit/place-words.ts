import type { Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { isObject, type Json, type JsonObject } from "../json";
import { EDIT_WORDS } from "./words";

/** The label of the field of a member of a description, inside of a sentence. */
function memberInWords(locale: Locale, member: string): string {
  const words: Record<string, unknown> = EDIT_WORDS[locale];
  const label = member === "target" ? words.targetLabel : words[member];
  return writerOf(locale).inSentence(typeof label === "string" ? label : member);
}

/** Where a part of a description is, by the labels of its fields: "Area, unit"; "Title". */
export function placeInWords(locale: Locale, [first = "", second, ...rest]: string[], spec: JsonObject): string {
  const list = spec[first];
  const isList = first === "inputs" || first === "derived";
  const named = isList && Array.isArray(list) ? list.find((item) => isObject(item) && item.name === second) : undefined;
  const head = isObject(named) && named.label ? String(named.label) : isList ? second : undefined;
  const whole = second === undefined ? [first] : first === "card" ? [second, ...rest] : [first, second, ...rest];
  const members = (head === undefined ? whole : rest).map((name) => memberInWords(locale, name));
  const words = [...(head === undefined ? [] : [head]), ...members].join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same of a field: "inputs.0.unit" is "Area, unit", and "terms.1.text" is "Term 2". */
export function fieldInWords(locale: Locale, field: string, spec: JsonObject): string {
  const words = EDIT_WORDS[locale];
  const [first = "", index = "", ...rest] = field.split(".");
  if (first === "terms") return words.term(Number(index) + 1);
  const list = spec[first];
  const item = Array.isArray(list) ? list[Number(index)] : undefined;
  const name = isObject(item) && item.name ? String(item.name) : undefined;
  if (first === "derived" && name === undefined) {
    const members = rest.map((member) => memberInWords(locale, member));
    return [words.derivedFeature(Number(index) + 1), ...members].join(", ");
  }
  return placeInWords(locale, [first, name ?? index, ...rest].filter(Boolean), spec);
}

/** A value of a description for reading. */
export function valueInWords(locale: Locale, value: Json | undefined): string {
  const words = EDIT_WORDS[locale];
  if (value === undefined || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join("\n");
  if (isObject(value) && "value" in value) return words.isAssumed(valueInWords(locale, value.value));
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}
