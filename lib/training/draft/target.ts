import { closest, distance } from "fastest-levenshtein";
import { mainNumbers, shorten, statedOf } from "./column";
import type { Locale } from "../../language/locale";
import type { ColumnProfile, TableProfile, Tally } from "./profile";
import { inLanguage, type DraftSentences, type Sentence } from "./sentences";

/** A table of which no model can be drafted; the message says in English why and what to do. */
export class DraftError extends Error {
  override name = "DraftError";

  constructor(private readonly need: Sentence) {
    super(inLanguage("en", need));
  }

  /** The message in the language of a reader. */
  messageIn(locale: Locale): string {
    return inLanguage(locale, this.need);
  }
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
export function findTarget({ columns }: { columns: { name: string }[] }, wanted: string): number | { fault: Sentence } {
  const names = columns.map(({ name }) => name);
  const readable = names.map((name) => name.slice(0, LONGEST_SHOWN));
  const exact = names.flatMap((name, position) => (name === wanted ? [position] : []));
  const found =
    exact.length > 0 ? exact : names.flatMap((name, position) => (fold(name) === fold(wanted) ? [position] : []));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return { fault: ({ faults }) => faults.sameColumns(found.length, wanted) };
  const shown = readable.slice(0, MOST_SHOWN).join(", ");
  const likely = closest(wanted, readable);
  const isNear = distance(fold(wanted), fold(likely)) <= Math.max(1, wanted.length / 3);
  return {
    fault({ faults }) {
      const there =
        names.length === 1 ? faults.oneColumnThere(shown) : faults.columnsThere(shown, names.length - MOST_SHOWN);
      return faults.noColumn(wanted.trim() || '""', there, isNear ? likely : undefined);
    },
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
  const { name } = target;
  const refuse = (pick: (faults: DraftSentences["faults"]) => string) => new DraftError(({ faults }) => pick(faults));
  if (table.rows < FEWEST_ROWS_OF_TABLE) throw refuse(({ fewRows }) => fewRows(table.rows, FEWEST_ROWS_OF_TABLE));
  if (!tally || tally.count < MOST_NUMERIC * stated) {
    const texts = [...target.texts.keys()].slice(0, 3).map(shorten).join(", ");
    throw refuse(({ noNumbers }) => noNumbers(name, texts));
  }
  if (tally.min === tally.max) throw refuse(({ constantTarget }) => constantTarget(name, tally.min));
  if (target.texts.size === 2 && tally.min === 0 && tally.max === 1) throw refuse(({ yesOrNo }) => yesOrNo(name));
  if (tally.count < FEWEST_ROWS_OF_TABLE) {
    throw refuse(({ fewNumbers }) => fewNumbers(name, tally.count, FEWEST_ROWS_OF_TABLE));
  }
  return tally;
}
