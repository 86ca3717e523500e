import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { CellEvidence } from "../csv/cell-evidence";
import { CsvError, type Dialect } from "../csv/dialect";
import type { Header } from "../csv/header";
import { openTable } from "../csv/table";
import type { Coding } from "../model/predictor";
import { isNumeric } from "../model/inputs/kinds";
import {
  ExampleParser,
  MOST_FAULTS,
  TableError,
  trainingColumns,
  type ExampleChunk,
  type ParsedBlock,
} from "./example-parser";
import type { Spec } from "../model/spec";
import { addMissing, describeFaults, describeMissing, type MissingCounts, type RowFault } from "./row-faults";

export { TableError } from "./example-parser";

const READ_BYTES = 2 ** 18;

/** Parses the blocks of a table, in their order. */
export type ParseBlocks = (
  header: Header,
  blocks: AsyncIterable<Uint8Array>,
  factorise: boolean,
  coding?: Coding,
) => AsyncIterable<ParsedBlock>;

/** A CSV text that can be gone through more than once. */
export interface TableSource {
  /** As messages call it. */
  name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A file as a source. */
export function fileSource(path: string): TableSource {
  return {
    name: basename(path),
    open: () => createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>,
  };
}

/** An error about a table, with the name of its file in front. */
function inFile(file: string, error: CsvError | TableError): TableError {
  const { messageIn } = error;
  if (!messageIn) return new TableError(`${file}: ${error.message}`);
  return new TableError((locale) => `${file}: ${messageIn.call(error, locale)}`);
}

/** A CSV table with examples, which can be gone through more than once. */
export class TrainingTable {
  private digest: string | undefined;
  private dialect: Dialect | undefined;
  private readonly source: TableSource;

  /**
   * @param source the table, or the path of its file
   * @param parse how blocks are parsed: here unless told
   * @param watch is told how far a reading is
   */
  constructor(
    source: TableSource | string,
    private readonly spec: Spec,
    private readonly parse: ParseBlocks = (...asked) => parseHere(spec, ...asked),
    private readonly watch: (bytes: number, rows: number) => void = () => undefined,
  ) {
    this.source = typeof source === "string" ? fileSource(source) : source;
  }

  /** SHA-256 of its bytes, in hex, once all of it has been read. */
  get hash(): string {
    if (this.digest === undefined) throw new Error("the table has not been read yet");
    return this.digest;
  }

  /**
   * Read all of it (RFC 4180, the columns named in the first line). A row in which something is missing is left out, or
   * kept, or refused, as the description says of the input; a table with a row that the model would refuse to estimate
   * is refused as a whole.
   *
   * @param factorise whether to give the factor of each chunk's rows in the place of the rows
   * @param coding with which the rows of the design are written
   * @throws TableError for a missing column, a ragged row, a cell that cannot be read or a value out of bounds
   */
  async *examples(factorise = false, coding?: Coding): AsyncGenerator<ExampleChunk> {
    const file = this.source.name;
    const progress = { bytes: 0, rows: 0 };
    const faults: RowFault[] = [];
    const missing: MissingCounts = new Map();
    const forbidden = new Set(this.spec.inputs.flatMap((input) => (input.missing === "not allowed" ? input.name : [])));
    let refused = false;
    try {
      this.dialect ??= await this.decide();
      const { header, headerLines, blocks } = await openTable(this.read(progress));
      let line = headerLines;
      for await (const block of this.parse({ ...header, dialect: this.dialect }, blocks, factorise, coding)) {
        for (const fault of block.faults) faults.push({ ...fault, line: line + fault.line });
        addMissing(missing, block.missing);
        line += block.lines;
        progress.rows += block.count + block.leftOut;
        this.watch(progress.bytes, progress.rows);
        refused ||= faults.length > 0 || [...block.missing.keys()].some((name) => forbidden.has(name));
        if (!refused) yield block;
        if (faults.length >= MOST_FAULTS) break;
      }
    } catch (error) {
      if (error instanceof CsvError || error instanceof TableError) throw inFile(file, error);
      throw error;
    }
    if (!refused) return;
    const bad = new Set(faults.map(({ line }) => line)).size;
    const lines = [...describeMissing(this.spec, missing, progress.rows + bad), ...describeFaults(faults)];
    throw new TableError(lines.map((each) => `${file}: ${each}`).join("\n"));
  }

  /**
   * How its cells are written. The first block tells of most tables; where numbers in it have commas, or units behind
   * them, all of it is looked at.
   */
  private async decide(): Promise<Dialect> {
    const { header, blocks } = await openTable(this.source.open());
    const { inputs, target, weight } = trainingColumns(this.spec, header.names);
    const numbers = inputs.filter((_, index) => isNumeric(this.spec.inputs[index]!));
    const evidence = new CellEvidence(header, [...numbers, target, ...(weight < 0 ? [] : [weight])]);
    for await (const block of blocks) {
      evidence.add(block);
      if (!evidence.wantsMore) break;
    }
    return evidence.decide(this.spec.training?.decimal);
  }

  /** Its bytes, hashed on the way the first time. */
  private async *read(progress: { bytes: number }): AsyncGenerator<Uint8Array> {
    const hash: Hash | undefined = this.digest === undefined ? createHash("sha256") : undefined;
    for await (const chunk of this.source.open()) {
      hash?.update(chunk);
      progress.bytes += chunk.length;
      yield chunk;
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
