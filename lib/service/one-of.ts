/** What a text has to be that is one of a few, as words behind its name: `must be one of "a", "b", "c"`. */
export function needsOneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return values.length === 2 ? `must be ${quoted.join(" or ")}` : `must be one of ${quoted.join(", ")}`;
}
