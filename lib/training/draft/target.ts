import { closest, distance } from "fastest-levenshtein";
import type { TableProfile } from "./profile";

/** Columns that a message names. */
const MOST_SHOWN = 20;

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/** The position of the column with a name, whatever its case where that tells; or what is wrong, with the columns there are. */
export function findTarget({ columns }: TableProfile, wanted: string): number | { fault: string } {
  const names = columns.map(({ name }) => name);
  const exact = names.flatMap((name, position) => (name === wanted ? [position] : []));
  const found =
    exact.length > 0 ? exact : names.flatMap((name, position) => (fold(name) === fold(wanted) ? [position] : []));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    return { fault: `the table has ${found.length} columns called ${wanted}; give each a name of its own` };
  const shown = names.slice(0, MOST_SHOWN).join(", ");
  const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : "";
  const likely = closest(wanted, names);
  const isNear = distance(fold(wanted), fold(likely)) <= Math.max(1, wanted.length / 3);
  return {
    fault: `there is no column ${wanted}; there are ${shown}${more}${isNear ? `\n(Did you mean ${likely}?)` : ""}`,
  };
}
