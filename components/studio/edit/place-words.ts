import { inSentence } from "@/lib/model/format";
import { isObject, type Json, type JsonObject } from "../json";

/** Members of a description that pages call otherwise. */
const MEMBERS: Record<string, string> = {
  min: "least",
  max: "most",
  typical: "typical value",
  missing: "where it is missing",
  assumed: "what is assumed",
  intendedUse: "what it is for",
  disclaimer: "what it must never be used for",
  limits: "its limits",
  source: "where the rows come from",
  target: "what it estimates",
  interval: "where ranges come from",
};

/** Where a part of a description is, by the labels of its fields: "Area, unit"; "Title". */
export function placeInWords([first = "", second, ...rest]: string[], spec: JsonObject): string {
  const list = spec[first];
  const isList = first === "inputs" || first === "derived";
  const named = isList && Array.isArray(list) ? list.find((item) => isObject(item) && item.name === second) : undefined;
  const head = isObject(named) && named.label ? String(named.label) : isList ? second : undefined;
  const whole = second === undefined ? [first] : first === "card" ? [second, ...rest] : [first, second, ...rest];
  const members = (head === undefined ? whole : rest).map((name) => MEMBERS[name] ?? inSentence(name));
  const words = [...(head === undefined ? [] : [head]), ...members].join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same of a field: "inputs.0.unit" is "Area, unit", and "terms.1.text" is "Term 2". */
export function fieldInWords(field: string, spec: JsonObject): string {
  const [first = "", index = "", ...rest] = field.split(".");
  if (first === "terms") return `Term ${Number(index) + 1}`;
  const list = spec[first];
  const item = Array.isArray(list) ? list[Number(index)] : undefined;
  const name = isObject(item) && item.name ? String(item.name) : undefined;
  if (first === "derived" && name === undefined) return [`Derived feature ${Number(index) + 1}`, ...rest].join(", ");
  return placeInWords([first, name ?? index, ...rest].filter(Boolean), spec);
}

/** A value of a description for reading. */
export function valueInWords(value: Json | undefined): string {
  if (value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join("\n");
  if (isObject(value) && "value" in value) return `${valueInWords(value.value)} is assumed`;
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}
