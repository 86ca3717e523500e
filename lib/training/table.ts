import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { CsvError } from "../csv/dialect";
import type { Header } from "../csv/header";
import { openTable } from "../csv/table";
import { ExampleParser, MOST_FAULTS, TableError, type ExampleChunk, type ParsedBlock } from "./example-parser";
import type { Coding } from "../model/predictor";
import type { Spec } from "../model/spec";

export { TableError } from "./example-parser";

const READ_BYTES = 2 ** 18;

/** Parses the blocks of a table, in their order. */
export type ParseBlocks = (
  header: Header,
  blocks: AsyncIterable<Uint8Array>,
  factorise: boolean,
  coding?: Coding,
) => AsyncIterable<ParsedBlock>;

/** A CSV file with examples, which can be gone through more than once. */
export class TrainingTable {
  private digest: string | undefined;

  /**
   * @param parse how blocks are parsed: here unless told
   * @param watch is told how far a reading is
   */
  constructor(
    private readonly path: string,
    private readonly spec: Spec,
    private readonly parse: ParseBlocks = (...asked) => parseHere(spec, ...asked),
    private readonly watch: (bytes: number, rows: number) => void = () => undefined,
  ) {}

  /** SHA-256 of the file's bytes, in hex, once all of it has been read. */
  get hash(): string {
    if (this.digest === undefined) throw new Error("the table has not been read yet");
    return this.digest;
  }

  /**
   * Read all of it (RFC 4180, the columns named in the first line). A table with a row that the model would refuse to
   * estimate is refused as a whole.
   *
   * @param factorise whether to give the factor of each chunk's rows in the place of the rows
   * @param coding with which the rows of the design are written
   * @throws TableError for a missing column, a ragged row, an empty cell or a value out of bounds
   */
  async *examples(factorise = false, coding?: Coding): AsyncGenerator<ExampleChunk> {
    const file = basename(this.path);
    const progress = { bytes: 0, rows: 0 };
    const faults: string[] = [];
    try {
      const { header, headerLines, blocks } = await openTable(this.read(progress));
      let line = headerLines;
      for await (const block of this.parse(header, blocks, factorise, coding)) {
        for (const fault of block.faults) faults.push(`${file} line ${line + fault.line}: ${fault.detail}`);
        if (faults.length >= MOST_FAULTS) break;
        line += block.lines;
        progress.rows += block.count;
        this.watch(progress.bytes, progress.rows);
        if (faults.length === 0) yield block;
      }
    } catch (error) {
      if (error instanceof CsvError || error instanceof TableError) throw new TableError(`${file}: ${error.message}`);
      throw error;
    }
    if (faults.length > 0) throw new TableError(faults.slice(0, MOST_FAULTS).join("\n"));
  }

  /** The file's bytes, hashed on the way the first time. */
  private async *read(progress: { bytes: number }): AsyncGenerator<Uint8Array> {
    const hash: Hash | undefined = this.digest === undefined ? createHash("sha256") : undefined;
    for await (const chunk of createReadStream(this.path, { highWaterMark: READ_BYTES })) {
      hash?.update(chunk as Buffer);
      progress.bytes += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    if (hash) this.digest = hash.digest("hex");
  }
}

/** The table of `training.test`, which is read by the same rules but needs no weights. */
export function testTable(path: string, spec: Spec): TrainingTable {
  const asTest = { ...spec, training: spec.training && { ...spec.training, weights: undefined } };
  return new TrainingTable(path, asTest);
}

async function* parseHere(
  spec: Spec,
  ...[header, blocks, factorise, coding]: Parameters<ParseBlocks>
): AsyncGenerator<ParsedBlock> {
  const parser = new ExampleParser(spec, header);
  for await (const block of blocks) yield parser.parse(block, factorise, coding);
}
