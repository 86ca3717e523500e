import type { Input } from "@/lib/model/spec";

/** A list of this many levels or more is searched. */
const SEARCHED_FROM = 12;

/** Whether a category has a field that finds its levels: where it has many, or accepts texts that are not listed. */
export function isSearched({ levels, other }: Extract<Input, { kind: "category" }>): boolean {
  return levels.length >= SEARCHED_FROM || other !== undefined;
}
