import { CsvError } from "@/lib/csv/dialect";
import type { Header } from "@/lib/csv/header";
import { RecordReader } from "@/lib/csv/record";
import { TableSplitter } from "@/lib/csv/split";

/** A part of a table that is a table itself: whole records under the table's first line. */
export interface Slice {
  header: Header;
  records: Uint8Array<ArrayBuffer>;
  rows: number;
}

/** The first rows of a file, and the block that they begin, which tells how its numbers are written. */
export interface Start extends Slice {
  block: Uint8Array<ArrayBuffer>;
}

/**
 * The most bytes of a slice's records. With the first line before them they stay below 1 MiB, which is what proxies
 * take unless told otherwise; the answer, up to four times as long, below the 4 MB that serverless platforms give.
 */
const SLICE_BYTES = 960_000;

/**
 * Cuts a file into slices while it is read, holding one at a time.
 *
 * @throws CsvError where it is not a CSV text in UTF-8, or has no rows
 */
export async function* cutFile(file: Blob, sliceBytes = SLICE_BYTES): AsyncGenerator<Slice, void, undefined> {
  const splitter = new TableSplitter({ blockBytes: sliceBytes });
  const toSlice = (block: Uint8Array): Slice => {
    const header = splitter.header!;
    const reader = new RecordReader(header.dialect, 0);
    reader.load(block);
    let rows = 0;
    while (reader.next()) rows++;
    return { header, records: block as Uint8Array<ArrayBuffer>, rows };
  };
  let some = false;
  for await (const block of blocksOf(file, splitter)) {
    const slice = toSlice(block);
    if (slice.rows === 0) continue;
    some = true;
    yield slice;
  }
  if (!some) throw new CsvError(({ noRows }) => noRows);
}

async function* blocksOf(file: Blob, splitter: TableSplitter): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = file.stream().getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield* splitter.push(chunk.value);
    const last = splitter.finish();
    if (last) yield last;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What is sent of a slice. */
export function bodyOf({ header, records }: Pick<Slice, "header" | "records">): Blob {
  return new Blob([header.bytes as Uint8Array<ArrayBuffer>, header.dialect.newline, records]);
}

/** The first rows of a file, in bounded memory however large it is. */
export async function readStart(file: Blob, rows: number): Promise<Start> {
  for await (const { header, records } of cutFile(file, 2 ** 16)) {
    const reader = new RecordReader(header.dialect, 0);
    reader.load(records);
    let count = 0;
    while (count < rows && reader.next()) count++;
    return { header, records: records.subarray(0, reader.end), rows: count, block: records };
  }
  throw new Error("a file without rows is refused when it is cut");
}
