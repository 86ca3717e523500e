import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { specSchema } from "@/lib/model/spec";
import type { FieldError } from "@/lib/api/problem/schema";
import type { JsonObject } from "../json";
import { EDIT_WORDS } from "./words";

/** What a field needs. The rules of descriptions have English texts, which is their `lang` on a page in another language. */
export interface Fault {
  detail: string;
  lang?: "en";
}

/** What is wrong, by the name of the field that shows it: "inputs.0.label", or "inputs.0" for an input as a whole. */
export type Faults = Record<string, Fault>;

type Path = readonly PropertyKey[];
type Issue = NonNullable<ReturnType<typeof specSchema.safeParse>["error"]>["issues"][number];

/** The field that shows a place of a description; "" where none does. */
export function fieldOf(path: Path): string {
  const [first, second, third] = path;
  switch (first) {
    case "inputs":
      if (second === undefined) return "inputs";
      if (third === "missing") return `inputs.${String(second)}.${path.length > 3 ? "assumed" : "missing"}`;
      return third === undefined ? `inputs.${String(second)}` : `inputs.${String(second)}.${String(third)}`;
    case "derived":
      return second === undefined ? "derived" : `derived.${String(second)}.${String(third ?? "formula")}`;
    case "terms":
      return second === undefined ? "terms" : `terms.${String(second)}.text`;
    case "target":
    case "card":
      return second === undefined ? "" : `${first}.${String(second)}`;
    case "id":
    case "language":
    case "title":
    case "summary":
    case "interval":
      return first;
    default:
      return "";
  }
}

const inEnglish = (detail: string, locale: Locale): Fault => (locale === "en" ? { detail } : { detail, lang: "en" });

/** What a field needs, in the language of the reader where the code of the issue says it. */
function faultOf(issue: Issue, locale: Locale): Fault {
  const words = EDIT_WORDS[locale].needs;
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "number") return { detail: words.number };
      if (issue.expected === "int") return { detail: words.integer };
      if (issue.expected === "boolean") return { detail: words.boolean };
      return issue.expected === "string" ? { detail: words.text } : inEnglish(issue.message, locale);
    case "too_big":
      return issue.origin === "string"
        ? { detail: words.short(writerOf(locale).quantity(Number(issue.maximum))) }
        : inEnglish(issue.message, locale);
    case "too_small":
      if (issue.origin === "string") return { detail: words.text };
      return issue.origin === "array" ? { detail: words.some } : inEnglish(issue.message, locale);
    case "invalid_union":
      return { detail: words.assumed };
    case "custom": {
      const { messageIn } = (issue.params ?? {}) as { messageIn?: (reader: Locale) => string };
      return messageIn ? { detail: messageIn(locale) } : inEnglish(issue.message, locale);
    }
    default:
      return inEnglish(issue.message, locale);
  }
}

/** What is wrong with a description, one fault for each field; empty where nothing is. */
export function faultsIn(spec: JsonObject, locale = DEFAULT_LOCALE): Faults {
  const faults: Faults = {};
  for (const issue of specSchema.safeParse(spec).error?.issues ?? []) {
    const field = fieldOf(issue.code === "invalid_union" ? [...issue.path, "value"] : issue.path);
    faults[field] ??= faultOf(issue, locale);
  }
  return faults;
}

/** The same of what the server refuses; pointers lead into the body of the change, or into the description itself. */
export function faultsAt(errors: readonly FieldError[], locale = DEFAULT_LOCALE): Faults {
  const faults: Faults = {};
  for (const error of errors)
    faults["pointer" in error ? fieldAt(error.pointer) : ""] ??= inEnglish(error.detail, locale);
  return faults;
}

/** The field that a JSON pointer leads to. */
export function fieldAt(pointer: string): string {
  const path = pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .map((name) => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~"));
  return fieldOf(path[0] === "spec" ? path.slice(1) : path);
}
