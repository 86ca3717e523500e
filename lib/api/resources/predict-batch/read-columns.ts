import type { Spec } from "../../../model/spec";
import type { ColumnChoice } from "../../../scoring/columns";

const PREFIX = "map.";

/** The parameters that say which column holds a feature, as in `map.area=lotsize`. */
export function columnParameters({ inputs, derived }: Spec): string[] {
  return [...inputs, ...derived].map(({ name }) => PREFIX + name);
}

/** The columns that a query names for the model's features; an empty one says that a derived feature has none. */
export function readColumns(parameters: Partial<Record<string, string>>): ColumnChoice {
  const chosen = Object.entries(parameters).filter(([parameter]) => parameter.startsWith(PREFIX));
  return Object.fromEntries(chosen.map(([parameter, column]) => [parameter.slice(PREFIX.length), column || null]));
}
