import type { RecordFault, RecordReader } from "./record";

const SENTENCES: Record<RecordFault, string> = {
  quote: "each quote must be closed right before the next column",
  nul: "the row must not hold NUL bytes",
  encoding: "the row must be in UTF-8",
};

/** What a record needs to be a row of a table with so many columns; null where it is one. */
export function describeFault(record: RecordReader, columns: number): string | null {
  if (record.fault) return SENTENCES[record.fault];
  if (record.count === columns) return null;
  return `the row must have ${columns} ${columns === 1 ? "column" : "columns"}, as the first line has, and has ${record.count}`;
}
