/** What is nested deeper describes no model. */
const DEEPEST = 32;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A JSON value with a merge patch: members of objects are replaced one by one, null takes them away, and every other value
 * replaces what was there.
 *
 * Source: RFC 7396, section 2.
 *
 * @throws RangeError where the patch is nested deeper than any description
 */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch)) return patch;
  if (depth > DEEPEST) throw new RangeError("it must not be nested deeper than a description is");
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value, depth + 1));
  }
  return Object.fromEntries(merged);
}
