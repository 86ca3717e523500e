import { specSchema } from "@/lib/model/spec";
import type { FieldError } from "@/lib/api/problem/schema";
import type { JsonObject } from "../json";

/** What is wrong, by the name of the field that shows it: "inputs.0.label", or "inputs.0" for an input as a whole. */
export type Faults = Record<string, string>;

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
    case "title":
    case "summary":
    case "interval":
      return first;
    default:
      return "";
  }
}

/** What a field needs, in words. */
function wordsOf(issue: Issue): string {
  if (issue.code === "invalid_type" && (issue.expected === "number" || issue.expected === "int"))
    return issue.expected === "int" ? "must be a whole number" : "must be a number";
  if (issue.code === "invalid_type" && issue.expected === "boolean") return "must be yes or no";
  if (issue.code === "too_big" && issue.origin === "string") return `must be at most ${issue.maximum} characters long`;
  if (issue.code === "too_small" && issue.origin === "array") return "must not be empty";
  if (issue.code === "invalid_union") return "must be a value of this input, to be assumed where it is missing";
  return issue.message;
}

/** What is wrong with a description, one fault for each field; empty where nothing is. */
export function faultsIn(spec: JsonObject): Faults {
  const faults: Faults = {};
  for (const issue of specSchema.safeParse(spec).error?.issues ?? []) {
    const field = fieldOf(issue.code === "invalid_union" ? [...issue.path, "value"] : issue.path);
    faults[field] ??= wordsOf(issue);
  }
  return faults;
}

/** The same of what the server refuses; pointers lead into the body of the change, or into the description itself. */
export function faultsAt(errors: readonly FieldError[]): Faults {
  const faults: Faults = {};
  for (const error of errors) faults["pointer" in error ? fieldAt(error.pointer) : ""] ??= error.detail;
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
