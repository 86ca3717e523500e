import type { Header } from "./header";
import { TableSplitter, type SplitOptions } from "./split";

/** A table whose first line has been read. */
export interface Table {
  header: Header;
  /** Lines before the first block: the header's, and blank ones before it. */
  headerLines: number;
  /** The rest in blocks of whole records, each in a buffer of its own. */
  blocks: AsyncGenerator<Uint8Array>;
}

/**
 * Open a CSV text that comes in chunks.
 *
 * @throws CsvError where it is not one; so do the blocks
 */
export async function openTable(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options?: SplitOptions,
): Promise<Table> {
  const splitter = new TableSplitter(options);
  async function* cut() {
    for await (const chunk of chunks) yield* splitter.push(chunk);
    const last = splitter.finish();
    if (last) yield last;
  }
  const rest = cut();
  const first = await rest.next();
  async function* blocks() {
    try {
      if (!first.done) yield first.value;
      yield* rest;
    } finally {
      await rest.return();
    }
  }
  return { header: splitter.header!, headerLines: splitter.headerLines, blocks: blocks() };
}
