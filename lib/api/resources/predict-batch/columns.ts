import { inSentence } from "../../../model/format";
import type { Spec } from "../../../model/spec";
import type { ColumnChoice } from "../../../model/inputs/columns";
import type { Parameter } from "../../resource";

const PREFIX = "map.";
type Name = `${typeof PREFIX}${string}`;

/** The parameters that name the column of a feature, as in `map.area=lotsize`. */
export function columnParameters(spec: Spec): Record<Name, Parameter> {
  return Object.fromEntries(
    [...spec.inputs, ...spec.derived].map(({ name, label }) => [
      PREFIX + name,
      {
        description: `For CSV: the column with the ${inSentence(label)}, if its name is not ${name}.`,
        schema: { type: "string" },
      },
    ]),
  );
}

/** Their names. */
export function columnNames({ inputs, derived }: Spec): string[] {
  return [...inputs, ...derived].map(({ name }) => PREFIX + name);
}

/** The columns that a query names for the model's features; an empty one says that a derived feature has none. */
export function readColumns(parameters: Partial<Record<string, string>>): ColumnChoice {
  const chosen = Object.entries(parameters).filter(([parameter]) => parameter.startsWith(PREFIX));
  return Object.fromEntries(chosen.map(([parameter, column]) => [parameter.slice(PREFIX.length), column || null]));
}
