import type { ColumnChoice } from "../../scoring/columns";
import type { Spec } from "../../regression/spec";

const PREFIX = "map.";

/** Whether a parameter says which column holds an input: `map.area=lotsize`. */
export function isColumnParameter({ inputs, derived }: Spec, parameter: string): boolean {
  return [...inputs, ...derived].some(({ name }) => parameter === PREFIX + name);
}

/** The columns that a query names for the model's features; an empty one says that a derived feature has none. */
export function readColumns(url: string, spec: Spec): ColumnChoice {
  const chosen = [...new URL(url).searchParams].filter(([parameter]) => isColumnParameter(spec, parameter));
  return Object.fromEntries(chosen.map(([parameter, column]) => [parameter.slice(PREFIX.length), column || null]));
}
