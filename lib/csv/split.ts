import { readHeader, type Header } from "./header";
import { CARRIAGE_RETURN, CsvError, DELIMITERS, LINE_FEED } from "./dialect";
import { RecordScan } from "./record-scan";

/** Bytes of a block unless told otherwise: large enough to be worth handing over, small enough to have several. */
const BLOCK_BYTES = 2 ** 18;
/** The longest record, in bytes: more than a cell of a spreadsheet can hold, less than hurts. */
const MOST_RECORD_BYTES = 2 ** 21;

export interface SplitOptions {
  /** The most bytes of a block; only a single record that is longer makes it longer. */
  blockBytes?: number;
  /** The most bytes of a record. */
  mostRecordBytes?: number;
  /** Buffers of blocks that are done with, to be used again. */
  spare?: ArrayBufferLike[];
}

/**
 * Cuts a CSV text that comes in chunks into its header and blocks of whole records, in memory of about one block.
 * Where the cuts are depends on the text alone and not on the chunks.
 */
export class TableSplitter {
  /** The first line that is not blank, as soon as all of it has come. */
  header: Header | undefined;
  /** Lines before the first block: the header's, and blank ones before it. */
  headerLines = 0;

  private buffer: Uint8Array;
  private filled = 0;
  /** Behind the last whole record in the buffer. */
  private end = 0;
  private scan = new RecordScan(DELIMITERS);
  private readonly blockBytes: number;
  private readonly mostRecordBytes: number;
  private readonly spare: ArrayBufferLike[];

  constructor({ blockBytes = BLOCK_BYTES, mostRecordBytes = MOST_RECORD_BYTES, spare = [] }: SplitOptions = {}) {
    this.spare = spare;
    this.blockBytes = blockBytes;
    this.mostRecordBytes = mostRecordBytes;
    this.buffer = new Uint8Array(blockBytes);
  }

  /**
   * Take a chunk and give the blocks that are complete with it, each in a buffer of its own.
   *
   * @throws CsvError where this is not a CSV text in UTF-8, or a record is too long
   */
  *push(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let taken = 0; taken < chunk.length;) {
      if (this.filled === this.buffer.length) {
        if (this.end > 0) yield this.cut();
        else this.grow();
      }
      const count = Math.min(chunk.length - taken, this.buffer.length - this.filled);
      this.buffer.set(chunk.subarray(taken, taken + count), this.filled);
      taken += count;
      this.take(count);
    }
  }

  /**
   * The last block, if there is one; call it when all chunks are in.
   *
   * @throws CsvError as `push` does, and where there was no first line
   */
  finish(): Uint8Array | undefined {
    this.header ??= this.cutHeader(this.filled);
    if (!this.header) throw new CsvError(({ empty }) => empty);
    if (this.filled === 0) return undefined;
    this.end = this.filled;
    return this.cut();
  }

  private take(count: number): void {
    const from = this.filled;
    this.filled += count;
    if (this.header) return this.mark(from);
    for (let start = from; ;) {
      const end = this.scan.firstEnd(this.buffer, start, this.filled);
      if (end < 0) return;
      const header = this.cutHeader(end);
      start = 0;
      if (!header) continue;
      this.header = header;
      this.scan = new RecordScan([header.dialect.delimiter]);
      return this.mark(0);
    }
  }

  private mark(from: number): void {
    const end = this.scan.lastEnd(this.buffer, from, this.filled);
    if (end >= 0) this.end = end;
  }

  private cutHeader(end: number): Header | undefined {
    const line = this.buffer.subarray(0, end);
    const header = readHeader(line);
    this.headerLines += countLines(line);
    this.buffer.copyWithin(0, end, this.filled);
    this.filled -= end;
    this.scan = new RecordScan(DELIMITERS);
    return header;
  }

  /** Give the whole records and keep what follows them, for which the block's size counts anew. */
  private cut(): Uint8Array {
    const { buffer, end, filled } = this;
    const spare = this.spare.pop();
    const size = Math.max(this.blockBytes, filled - end);
    this.buffer = spare?.byteLength === size ? new Uint8Array(spare) : new Uint8Array(size);
    this.buffer.set(buffer.subarray(end, filled));
    this.filled = filled - end;
    this.end = 0;
    return buffer.subarray(0, end);
  }

  private grow(): void {
    if (this.filled >= this.mostRecordBytes) {
      const { header, mostRecordBytes: most } = this;
      const { open } = this.scan;
      throw new CsvError(({ longRow, longHeader, openQuote }) => {
        return (header ? longRow(most) : longHeader(most)) + (open ? openQuote : "");
      });
    }
    const larger = new Uint8Array(Math.min(2 * this.filled, this.mostRecordBytes));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  bytes.forEach((byte, at) => {
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count++;
  });
  return count;
}
