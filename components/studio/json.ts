export type Json = null | boolean | number | string | Json[] | JsonObject;
/** What is undefined is not there. */
export interface JsonObject {
  [name: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same in JSON, whatever the order of their members. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
}

/**
 * What makes one object of another: members that differ, null for those that are gone, and lists whole.
 *
 * Source: RFC 7396, "JSON Merge Patch".
 */
export function mergePatchOf(before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...names].flatMap((name): [string, Json][] => {
    const [from, to] = [before[name], after[name]];
    if (isSame(from, to)) return [];
    if (to === undefined) return [[name, null]];
    return [[name, isObject(from) && isObject(to) ? mergePatchOf(from, to) : to]];
  });
  return Object.fromEntries(changes);
}
