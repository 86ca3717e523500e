import type { Input } from "@/lib/model/spec";

/** From so many levels on, a list is searched rather than gone through. */
const SEARCHED_FROM = 12;

/** Whether a category has a field that finds its levels: it has many, or takes what is not listed. */
export function isSearched({ levels, other }: Extract<Input, { kind: "category" }>): boolean {
  return levels.length >= SEARCHED_FROM || other !== undefined;
}
