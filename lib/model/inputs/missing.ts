import type { Input, Spec } from "../spec";
import { isYesOrNo } from "./boolean";

/** What tables have where a value is missing, in lower case. */
const MISSING: ReadonlySet<string> = new Set(["", "na", "n/a", "#n/a", "nan", "null", "?", "-"]);
const LONGEST = 4;

/**
 * Whether the text of a cell, or of a field, says that there is no value: it is empty, NA, N/A, #N/A, NaN, null, ? or -,
 * in any case, or what the description adds. A text that is a level of a category is that level, and one that its
 * description has for yes or no is that.
 *
 * @param spec the description, for what it adds
 */
export function isMissingText(spec: { training?: Pick<NonNullable<Spec["training"]>, "missing"> }, input: Input, text: string): boolean {
  return isMissing(input, text.trim(), spec.training?.missing);
}

/** Whether a text without spaces around it means in any table that a value is missing. */
export function isMissingMark(text: string): boolean {
  return text.length <= LONGEST && MISSING.has(text.toLowerCase());
}

/** The same as `isMissingText` for a text without spaces around it. */
export function isMissing(input: Input, text: string, added: readonly string[] = []): boolean {
  if (text === "") return true;
  if (!isMissingMark(text) && !added.some((each) => each.toLowerCase() === text.toLowerCase())) return false;
  if (input.kind === "category") return !input.levels.includes(text);
  return input.kind !== "boolean" || !isYesOrNo(input, text);
}
