import { closest, distance } from "fastest-levenshtein";
import { mainNumbers, shorten, statedOf } from "./column";
import type { ColumnProfile, TableProfile, Tally } from "./profile";

/** A table of which no model can be drafted; the message says why and what to do. */
export class DraftError extends Error {
  override name = "DraftError";
}

/** That a table has no column to estimate by the name that was given. */
export class TargetError extends DraftError {
  override name = "TargetError";
}

/** Rows below which nothing can be learned. */
const FEWEST_ROWS_OF_TABLE = 6;
/** From this share of the cells on, the target is numbers. */
const MOST_NUMERIC = 0.9;
/** Columns that a message names. */
const MOST_SHOWN = 20;
/** Characters of their names: a file that is no table may have a line of a million. */
const LONGEST_SHOWN = 80;

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/** The position of the column with a name, whatever its case where that tells; or what is wrong, with the columns there are. */
export function findTarget({ columns }: { columns: { name: string }[] }, wanted: string): number | { fault: string } {
  const names = columns.map(({ name }) => name);
  const readable = names.map((name) => name.slice(0, LONGEST_SHOWN));
  const exact = names.flatMap((name, position) => (name === wanted ? [position] : []));
  const found =
    exact.length > 0 ? exact : names.flatMap((name, position) => (fold(name) === fold(wanted) ? [position] : []));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    return { fault: `the table has ${found.length} columns called ${wanted}; give each a name of its own` };
  const shown = readable.slice(0, MOST_SHOWN).join(", ");
  const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : "";
  const there =
    names.length === 1
      ? `there is one, ${shown}; put commas, semicolons or tabs between the columns`
      : `there are ${shown}${more}`;
  const likely = closest(wanted, readable);
  const isNear = distance(fold(wanted), fold(likely)) <= Math.max(1, wanted.length / 3);
  return {
    fault: `there is no column ${wanted.trim() || '""'}; ${there}${isNear ? `\n(Did you mean ${likely}?)` : ""}`,
  };
}

/**
 * The numbers of the target; there must be enough of them, and they must differ.
 *
 * @throws DraftError
 */
export function checkTarget(target: ColumnProfile, table: TableProfile): Tally {
  const tally = mainNumbers(target);
  const stated = statedOf(target, table);
  if (table.rows < FEWEST_ROWS_OF_TABLE) {
    throw new DraftError(`the table has ${table.rows} rows; a model needs at least ${FEWEST_ROWS_OF_TABLE}`);
  }
  if (!tally || tally.count < MOST_NUMERIC * stated) {
    const texts = [...target.texts.keys()].slice(0, 3).map(shorten).join(", ");
    throw new DraftError(`${target.name} must be numbers to be estimated; it holds ${texts || "nothing"}`);
  }
  if (tally.min === tally.max)
    throw new DraftError(`${target.name} is ${tally.min} in every row; there is nothing to estimate`);
  if (target.texts.size === 2 && tally.min === 0 && tally.max === 1) {
    throw new DraftError(`${target.name} is 0 or 1, a yes or no; what is estimated must be a quantity`);
  }
  if (tally.count < FEWEST_ROWS_OF_TABLE) {
    throw new DraftError(
      `${target.name} is a number in ${tally.count} rows; a model needs at least ${FEWEST_ROWS_OF_TABLE}`,
    );
  }
  return tally;
}
