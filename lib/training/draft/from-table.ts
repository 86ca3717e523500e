import { parseSpec } from "../../model/spec";
import { copyTable } from "./copy-table";
import { draftModel, type Draft } from "./draft";
import { profileTable, type TableProfile } from "./profile";
import { checkTarget, findTarget, TargetError } from "./target";
import type { Wanted } from "./write-spec";

/** Gives the bytes of a table, from the first one on each time. */
export type OpenTable = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a table is drafted to. */
export interface DraftedTable {
  table: TableProfile;
  draft: Draft;
  /** The bytes that training reads, where they are others than those of the table: see `copyTable`. */
  copy: (() => AsyncIterable<Uint8Array>) | null;
}

/**
 * Guess a description from a table, which is read once, or twice where rows of it have no outcome.
 *
 * @param wanted with the name of the column to estimate
 * @throws CsvError where it is no table, TargetError where it has no such column, DraftError where nothing can be learned
 */
export async function draftTable(
  open: OpenTable,
  { target: column, ...wanted }: Omit<Wanted, "target"> & { target: string },
): Promise<DraftedTable> {
  const table = await profileTable(open());
  const target = findTarget(table, column);
  if (typeof target === "object") throw new TargetError(target.fault);
  const { count, unit } = checkTarget(table.columns[target]!, table);
  const used = count === table.rows ? table : await profileTable(open(), { position: target, unit });
  const draft = draftModel(used, { ...wanted, target });
  parseSpec(draft.spec);
  const isWhole = draft.copy.emptied.length === 0 && table.rows === draft.outcomes;
  return { table, draft, copy: isWhole ? null : () => copyTable(open(), draft.copy, table.decimalComma) };
}
