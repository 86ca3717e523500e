import type { Header } from "../csv/header";
import { RecordReader } from "../csv/record";
import { StreamingQr, type Factor } from "../math/qr";
import { describeFault } from "../csv/record-faults";
import { inSentence } from "../model/format";
import { compileDesign, type Design } from "../linear/columns";
import { findTrainingColumn } from "../model/inputs/columns";
import { RowReader } from "../model/inputs/row-reader";
import type { Spec } from "../model/spec";
import { readValue } from "../model/inputs/text";

/** Rows to learn from, one after the other in arrays. */
export interface ExampleChunk {
  count: number;
  /** The encoded raw inputs. */
  encoded: Float64Array;
  /** The outcomes in their own unit. */
  actual: Float64Array;
  /** The rows of the design matrix, intercept first, each with the response of the fit behind it. */
  rows: Float64Array;
  /** What the rows come to, where that is asked instead of them. */
  factor?: Factor;
}

/** A block of a table as examples, and what is wrong with its rows, by line from 1 at the start of the block. */
export interface ParsedBlock extends ExampleChunk {
  lines: number;
  faults: { line: number; detail: string }[];
}

/** A table that cannot be trained on; `message` lists the faults, each with its line and column. */
export class TableError extends Error {
  override name = "TableError";
  /** @param dependent columns of the design that follow from others, where that is what is wrong */
  constructor(
    message: string,
    readonly dependent: string[] = [],
  ) {
    super(message);
  }
}

/** More faults than this are not listed. */
export const MOST_FAULTS = 10;

/** Reads blocks of a training table. The same rules that guard the form and the API guard each row. */
export class ExampleParser {
  private readonly record: RecordReader;
  private readonly reader: RowReader;
  private readonly design: Design;
  private readonly target: number;
  /** The column of each input. */
  private readonly columns = new Map<string, number>();
  /** What the outcome must be above. */
  private readonly above: number;
  /** Room for any block's rows, used for each block in turn. */
  private space = makeSpace(0, 0, 0);

  /** @throws TableError where a column that the model is trained on is not there, or not once */
  constructor(
    private readonly spec: Spec,
    private readonly header: Header,
  ) {
    const { names, dialect } = header;
    const positionOf = (wanted: { name: string; label: string }) => {
      const found = findTrainingColumn(spec, names, wanted);
      if (typeof found === "object") throw new TableError(found.fault);
      return found;
    };
    this.target = positionOf(spec.target);
    this.above = spec.target.positive || spec.target.transform === "log" ? 0 : -Infinity;
    this.design = compileDesign(spec);
    this.record = new RecordReader(dialect, names.length);
    // Derived features are computed, whatever the table has.
    const positions = { inputs: spec.inputs.map(positionOf), derived: spec.derived.map(() => -1) };
    spec.inputs.forEach(({ name }, index) => this.columns.set(name, positions.inputs[index]!));
    this.reader = new RowReader(spec, positions, dialect);
  }

  /** @param factorise whether to give the rows' factor in the place of rows */
  parse(block: Uint8Array, factorise: boolean): ParsedBlock {
    const { record, reader, spec, header } = this;
    const inputs = reader.encoded.length;
    const terms = this.design.names.length;
    const width = terms + 1;
    // No row has fewer bytes than columns.
    const room = Math.ceil((block.length + 1) / header.names.length);
    if (this.space.actual.length < room) this.space = makeSpace(room, inputs, width);
    const { encoded, actual, rows } = this.space;
    const faults: ParsedBlock["faults"] = [];
    let count = 0;
    record.load(block);
    while (record.next() && faults.length < MOST_FAULTS) {
      const outcome = this.readOutcome();
      const start = count * width;
      const details = this.faultsOf(outcome, rows, start);
      if (details !== null) {
        for (const detail of details) faults.push({ line: record.line, detail });
        continue;
      }
      for (let index = 0; index < inputs; index++) encoded[count * inputs + index] = reader.encoded[index]!;
      rows[start + terms] = spec.target.transform === "log" ? Math.log(outcome) : outcome;
      actual[count++] = outcome;
    }
    let factor: Factor | undefined;
    if (factorise) {
      const qr = new StreamingQr(width);
      qr.add({ rows, count });
      factor = qr.factor();
    }
    return {
      count,
      encoded: encoded.slice(0, count * inputs),
      actual: actual.slice(0, count),
      rows: factorise ? NO_ROWS : rows.slice(0, count * width),
      factor,
      lines: record.linesRead,
      faults,
    };
  }

  /** The outcome in its own unit, NaN where it is not a number. */
  private readOutcome(): number {
    const { record, target, spec } = this;
    if (target >= record.count) return NaN;
    const plain = record.number(target);
    if (!Number.isNaN(plain)) return plain;
    const { name, label } = spec.target;
    const value = readValue({ kind: "number", name, label }, record.text(target), this.header.dialect.decimalComma);
    return typeof value === "number" && Number.isFinite(value) ? value : NaN;
  }

  /** Write the design of the row that was read; false where a term has no value. */
  private writeRow(rows: Float64Array, start: number): boolean {
    const end = start + this.design.names.length;
    this.design.writeRow(this.reader.encoded, rows, start);
    for (let index = start; index < end; index++) if (!Number.isFinite(rows[index]!)) return false;
    return true;
  }

  /** What the cell of an input holds, as a message ends; nothing for an empty one, of which the message says so. */
  private sentAs(name: string): string {
    const column = this.columns.get(name);
    const text = column === undefined ? "" : this.record.text(column);
    return text.trim() === "" ? "" : inWords(text);
  }

  /** What is wrong with a record; null where nothing is and its row of the design is written. */
  private faultsOf(outcome: number, rows: Float64Array, start: number): string[] | null {
    const { record, reader, header } = this;
    const fault = describeFault(record, header.names.length);
    if (fault !== null) return [fault];
    let faults = reader.read(record);
    if (faults === null && !this.writeRow(rows, start)) faults = reader.explain(record);
    if (faults === null && outcome > this.above) return null;
    const details = (faults ?? []).map(({ name, detail }) => detail + this.sentAs(name));
    const label = inSentence(this.spec.target.label);
    const sent = inWords(record.text(this.target));
    if (Number.isNaN(outcome)) details.push(`${label} must be a number${sent}`);
    else if (!(outcome > this.above)) details.push(`${label} must be greater than 0${sent}`);
    return details;
  }
}

/** What stands in a cell, as a message ends. */
function inWords(text: string): string {
  if (text.trim() === "") return "; the cell is empty";
  return `; it is ${JSON.stringify(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)}`;
}

/** Characters of a cell that a message repeats. */
const MOST_SHOWN = 40;

const NO_ROWS = new Float64Array(0);

function makeSpace(room: number, inputs: number, width: number) {
  return {
    encoded: new Float64Array(room * inputs),
    actual: new Float64Array(room),
    rows: new Float64Array(room * width),
  };
}
