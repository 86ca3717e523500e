import { CellWriter } from "../csv/cell-writer";
import { CsvError } from "../csv/dialect";
import { BYTE_ORDER_MARK, type Header } from "../csv/header";
import { RecordReader } from "../csv/record";
import { describeFault } from "../csv/record-faults";
import { judgePoint, type RowEstimate } from "../model/answer/estimate";
import type { Model } from "../model/model";
import { emptyPoint } from "../model/predictor";
import { DEFAULT_LEVEL } from "../model/answer/level";
import { RowReader } from "../model/inputs/row-reader";
import { confidenceAt } from "../model/answer/confidence";
import { withinColumn } from "../model/answer/tolerance";
import { warningsOf, type Warning } from "../model/answer/warnings";
import { columnFaults, columnPositions, matchColumns, type ColumnChoice } from "../model/inputs/columns";
import { emptySummary, type BatchSummary } from "./summary";

/** The columns that scoring adds, after those of the table. */
export function answerColumns(model: Pick<Model, "spec" | "evidence">): string[] {
  return ["estimate", "low", "high", withinColumn(model), "warnings", "error"];
}

/** How many of those there are in a brief answer, from the first on. */
const BRIEF_COLUMNS = 3;

/** The column after those, where receipts are wanted. */
export const RECEIPT_COLUMN = "receipt";

/**
 * Takes note of a row that is answered with an estimate or a refusal.
 *
 * @param encoded the inputs, in an array that the next row uses again
 * @returns the receipt of an estimate, for a table with a column for it
 */
export type TakeNote = (encoded: Float64Array, row: RowEstimate, warnings: Warning[]) => string | undefined;

export interface ScoreOptions {
  /** Of the interval; 0.8 by default. */
  level?: number;
  columns?: ColumnChoice;
  /** Whether there is a column for the receipts that `TakeNote` gives. */
  receipts?: boolean;
  /** Whether to add estimate, low and high alone, without warnings, and to count nothing else. */
  brief?: boolean;
}

export interface ScoredTable {
  bytes: Uint8Array;
  summary: BatchSummary;
}

const NONE: Warning[] = [];
/** More faults than this in one row are not listed. */
const LISTED_FAULTS = 20;

/** Records that are scored before the time is looked at. */
const ROWS_AT_ONCE = 32;
/** An answer of so many bytes is given as it is: a short row of a wide table has a long answer. */
const ENOUGH_BYTES = 2 ** 18;

/**
 * Scores blocks of a table: the fields of each record as they are, then the answer, which is that of `predict`. A row at
 * fault keeps its place, without an estimate and with what it needs in `error`; so does a row that the model refuses,
 * with its reason.
 */
export class BlockScorer {
  private readonly model: Model;
  private readonly level: number;
  private readonly reader: RowReader;
  private readonly record: RecordReader;
  private readonly findWarnings: ReturnType<typeof warningsOf>;
  private readonly point = emptyPoint();
  private readonly out: CellWriter;
  private takeNote: TakeNote | undefined;
  private readonly receipts: boolean;
  private readonly brief: boolean;

  /** @throws CsvError where the table does not have the columns that the model needs */
  constructor(
    model: Model,
    private readonly header: Header,
    { level = DEFAULT_LEVEL, columns, receipts = false, brief = false }: ScoreOptions = {},
  ) {
    const { spec } = model;
    const features = matchColumns(spec, header.names, columns);
    const faults = columnFaults(features);
    if (faults.length > 0) throw new CsvError(faults.join("\n"));
    this.model = model;
    this.level = level;
    this.receipts = receipts;
    this.brief = brief;
    this.reader = new RowReader(spec, columnPositions(spec, features), header.dialect);
    this.record = new RecordReader(header.dialect, header.names.length);
    this.findWarnings = warningsOf(model);
    this.out = new CellWriter(header.dialect);
  }

  /** The first line of the answer: the table's, with its byte order mark, and a name for each column that is added. */
  scoreHeader(): Uint8Array {
    const { bytes, names, marked } = this.header;
    const { out } = this;
    out.begin(new Uint8Array(2 * bytes.length + 200));
    this.record.load(bytes);
    this.record.next();
    out.record(this.record);
    const columns = answerColumns(this.model).slice(0, this.brief ? BRIEF_COLUMNS : undefined);
    for (const column of [...columns, ...(this.receipts ? [RECEIPT_COLUMN] : [])]) {
      out.delimiter();
      out.text(freeName(column, names));
    }
    out.endRecord();
    return marked ? Buffer.concat([BYTE_ORDER_MARK, out.finish()]) : out.finish();
  }

  /**
   * The answers to a block of whole records, as `TableSplitter` cuts them.
   *
   * @param space a buffer to write into, for callers that use it again
   */
  scoreBlock(
    block: Uint8Array,
    space: Uint8Array = new Uint8Array(3 * block.length + 1000),
    takeNote?: TakeNote,
  ): ScoredTable {
    this.load(block);
    this.takeNote = takeNote;
    const summary = emptySummary();
    this.out.begin(space);
    while (this.record.next()) this.scoreRecord(summary);
    return { bytes: this.out.finish(), summary };
  }

  /** Begin with a block, to be scored piece by piece. */
  load(block: Uint8Array): void {
    this.record.load(block);
  }

  /**
   * The answers to the next records of the block; undefined where there are none.
   *
   * @param isOver whether to stop, which is asked every few records
   */
  scoreNext(isOver: () => boolean, takeNote?: TakeNote): ScoredTable | undefined {
    const { out, record } = this;
    this.takeNote = takeNote;
    const summary = emptySummary();
    out.begin(new Uint8Array(3 * Math.min(record.left, ENOUGH_BYTES) + 1000));
    do {
      if (!record.next()) break;
      this.scoreRecord(summary);
    } while (out.size < ENOUGH_BYTES && (summary.rows % ROWS_AT_ONCE > 0 || !isOver()));
    return summary.rows > 0 ? { bytes: out.finish(), summary } : undefined;
  }

  private scoreRecord(summary: BatchSummary): void {
    summary.rows++;
    const faults = this.readRecord();
    if (faults === null) this.answer(this.out, summary);
    else {
      summary.bad++;
      this.writeFields(this.out);
      this.writeError(this.out, "", faults.slice(0, LISTED_FAULTS).join("; "));
    }
    this.out.endRecord();
  }

  /** A last row that is none of the table's and says why no more follow. */
  breakOff(reason: string): Uint8Array {
    const { out } = this;
    out.begin(new Uint8Array(1000));
    for (let field = 1; field < this.header.names.length; field++) out.delimiter();
    this.writeError(out, "", reason);
    out.endRecord();
    return out.finish();
  }

  /** Read and evaluate a record; what is wrong with it, or null. */
  private readRecord(): string[] | null {
    const { record, header, reader, point, model } = this;
    const fault = describeFault(record, header.names.length);
    if (fault !== null) return [fault];
    let faults = reader.read(record);
    if (faults === null) {
      model.predictor.evaluate(reader.encoded, point);
      // A term without a value has words; numbers that are merely too large are refused.
      if (!Number.isFinite(point.center)) faults = reader.explain(record);
    }
    return faults?.map(({ detail }) => detail) ?? null;
  }

  private answer(out: CellWriter, summary: BatchSummary): void {
    const { model, point, takeNote } = this;
    const { encoded } = this.reader;
    const row = judgePoint(model, encoded, point, this.level);
    const found = this.brief && !takeNote ? NONE : this.findWarnings(encoded, point.reach, row.estimate);
    const receipt = takeNote?.(encoded, row, found);
    const warnings = found.length === 0 ? "" : found.map(({ detail }) => detail).join("; ");
    out.record(this.record);
    if (row.refusal) {
      summary.refused++;
      summary.refusals[row.refusal.code]++;
      return this.writeError(out, warnings, row.refusal.detail);
    }
    summary.scored++;
    if (warnings !== "") summary.extrapolated++;
    out.delimitedNumber(row.estimate);
    if (model.uncertainty) {
      out.delimitedNumber(row.low);
      out.delimitedNumber(row.high);
    } else for (let count = 0; count < 2; count++) out.delimiter();
    if (!this.brief) {
      const probability = confidenceAt(model, point, warnings !== "");
      if (probability === null) out.delimiter();
      else out.delimitedNumber(probability);
      out.delimiter();
      if (warnings !== "") out.text(warnings);
      out.delimiter();
    }
    if (this.receipts) {
      out.delimiter();
      out.text(receipt ?? "");
    }
  }

  /** The record with as many fields as the first line, whatever it has, so that the answer stands in its columns. */
  private writeFields(out: CellWriter): void {
    const { record, header } = this;
    const columns = header.names.length;
    if (record.count === columns && record.fault !== "quote") return out.record(record);
    for (let field = 0; field < columns; field++) {
      if (field > 0) out.delimiter();
      out.text(record.text(field));
    }
  }

  private writeError(out: CellWriter, warnings: string, error: string): void {
    if (this.brief) for (let count = 0; count < BRIEF_COLUMNS; count++) out.delimiter();
    else {
      for (let count = 0; count < 5; count++) out.delimiter();
      out.text(warnings);
      out.delimiter();
      out.text(error);
    }
    if (this.receipts) out.delimiter();
  }
}

/** A name that no column has: "estimate", or "estimate_2" and so on. */
function freeName(name: string, taken: string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name}_${number}`;
  return free;
}
