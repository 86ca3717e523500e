import { CellEvidence } from "../csv/cell-evidence";
import type { DecimalMark } from "../csv/dialect";
import type { Table } from "../csv/table";
import { matchColumns, numberColumns, type ColumnChoice } from "../model/inputs/columns";
import type { Spec } from "../model/spec";

/** A table is read so far at most before its first row is scored; most need one block. */
const MOST_BLOCKS = 8;

/**
 * Find out how the numbers of a table are written before it is scored: from its first block or, where numbers in there
 * have commas or units, from the first few. A cell after those that says otherwise is refused by its row.
 *
 * @param decimal the mark before decimals, where the caller gives it
 * @returns the table with all of its blocks
 */
export async function decideTable(
  spec: Spec,
  { header, blocks, ...table }: Table,
  { columns, decimal }: { columns?: ColumnChoice; decimal?: DecimalMark },
): Promise<Table> {
  const evidence = new CellEvidence(header, numberColumns(spec, matchColumns(spec, header.names, columns)));
  const first: Uint8Array[] = [];
  while (first.length < MOST_BLOCKS) {
    const next = await blocks.next();
    if (next.done) break;
    first.push(next.value);
    evidence.add(next.value);
    if (!evidence.wantsMore) break;
  }
  async function* all() {
    try {
      yield* first;
      yield* blocks;
    } finally {
      await blocks.return(undefined);
    }
  }
  return { ...table, header: { ...header, dialect: evidence.decide(decimal) }, blocks: all() };
}
