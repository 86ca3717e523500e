import type { Header } from "../csv/header";
import { RecordReader } from "../csv/record";
import { StreamingQr, type Factor } from "../math/qr";
import { describeFault } from "../csv/record-faults";
import { inSentence } from "../model/format";
import { compileDesign, type Design } from "../linear/columns";
import type { Coding } from "../model/predictor";
import { findTrainingColumn } from "../model/inputs/columns";
import { RowReader } from "../model/inputs/row-reader";
import { toScale } from "../model/model";
import { canBeOutcome, neededOfOutcome } from "../model/scale";
import type { Spec } from "../model/spec";
import { readValue } from "../model/inputs/text";

/** Rows to learn from, one after the other in arrays. */
export interface ExampleChunk {
  count: number;
  /** The encoded raw inputs. */
  encoded: Float64Array;
  /** The outcomes in their own unit. */
  actual: Float64Array;
  /** The rows of the design matrix, intercept first, each with the response behind it, times the root of its weight. */
  rows: Float64Array;
  /** Where rows have weights: of each, and where it stands among the rows that were read, from 1. */
  weighted?: { weights: Float64Array; places: Float64Array; read: number };
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

/** Where the row of the design of a record is written. */
interface RowOfDesign {
  design: Design;
  rows: Float64Array;
  start: number;
}

/** More faults than this are not listed. */
export const MOST_FAULTS = 10;

const NO_ROWS = new Float64Array(0);

/** Reads blocks of a training table. The same rules that guard the form and the API guard each row. */
export class ExampleParser {
  private readonly record: RecordReader;
  private readonly reader: RowReader;
  private design: Design | undefined;
  /** What the design was made for, in JSON: between threads, the same coding is another object each time. */
  private coding: string | undefined;
  private readonly target: number;
  /** The column of the weights; −1 where there are none. */
  private readonly weight: number;
  /** The column of each input. */
  private readonly columns = new Map<string, number>();
  /** Room for any block's rows, used for each block in turn. */
  private space = makeSpace(0, 0);
  private rows: Float64Array = NO_ROWS;

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
    const weights = spec.training?.weights;
    this.weight = weights === undefined ? -1 : positionOf({ name: weights, label: "the weights" });
    this.record = new RecordReader(dialect, names.length);
    // Derived features are computed, whatever the table has.
    const positions = { inputs: spec.inputs.map(positionOf), derived: spec.derived.map(() => -1) };
    spec.inputs.forEach(({ name }, index) => this.columns.set(name, positions.inputs[index]!));
    this.reader = new RowReader(spec, positions, dialect);
  }

  /**
   * @param factorise whether to give the rows' factor in the place of rows
   * @param coding with which the rows of the design are written
   */
  parse(block: Uint8Array, factorise: boolean, coding?: Coding): ParsedBlock {
    const { record, reader, spec, header } = this;
    const design = this.designOf(coding);
    const inputs = reader.encoded.length;
    const terms = design.names.length;
    const width = terms + 1;
    // No row has fewer bytes than columns.
    const room = Math.ceil((block.length + 1) / header.names.length);
    if (this.space.actual.length < room) this.space = makeSpace(room, inputs);
    const { encoded, actual } = this.space;
    const weights = this.weight < 0 ? undefined : new Float64Array(room);
    const places = weights && new Float64Array(room);
    const faults: ParsedBlock["faults"] = [];
    const qr = factorise ? new StreamingQr(width) : undefined;
    let count = 0;
    let read = 0;
    // Rows of the design that are neither in the factor nor given yet; each has its place before it is known to be good.
    let held = 0;
    record.load(block);
    while (record.next() && faults.length < MOST_FAULTS) {
      read++;
      const weight = weights ? this.readNumber(this.weight) : 1;
      // As in R's lm, a row of weight 0 is no part of the table.
      if (weight === 0 && record.count === header.names.length) continue;
      const outcome = this.readNumber(this.target);
      const start = held * width;
      if (this.rows.length < start + width) this.rows = grow(this.rows, (qr ? ROWS_AT_ONCE : 1) * width);
      const { rows } = this;
      const details = this.faultsOf(outcome, weight, { design, rows, start });
      if (details !== null) {
        for (const detail of details) faults.push({ line: record.line, detail });
        continue;
      }
      for (let index = 0; index < inputs; index++) encoded[count * inputs + index] = reader.encoded[index]!;
      rows[start + terms] = toScale(spec, outcome);
      if (weights && places) {
        weights[count] = weight;
        places[count] = read;
        for (let at = start; at < start + width; at++) rows[at]! *= Math.sqrt(weight);
      }
      actual[count++] = outcome;
      held++;
      if (qr && held === ROWS_AT_ONCE) {
        qr.add({ rows, count: held });
        held = 0;
      }
    }
    qr?.add({ rows: this.rows, count: held });
    return {
      count,
      encoded: encoded.slice(0, count * inputs),
      actual: actual.slice(0, count),
      rows: qr ? NO_ROWS : this.rows.slice(0, count * width),
      weighted: weights && places && { weights: weights.slice(0, count), places: places.slice(0, count), read },
      factor: qr?.factor(),
      lines: record.linesRead,
      faults,
    };
  }

  /** The number in a column, NaN where there is none. */
  private readNumber(column: number): number {
    const { record, spec } = this;
    if (column >= record.count) return NaN;
    const plain = record.number(column);
    if (!Number.isNaN(plain)) return plain;
    const { name, label } = spec.target;
    const value = readValue({ kind: "number", name, label }, record.text(column), this.header.dialect.decimalComma);
    return typeof value === "number" && Number.isFinite(value) ? value : NaN;
  }

  private designOf(coding: Coding | undefined): Design {
    const key = JSON.stringify(coding ?? null);
    if (!this.design || this.coding !== key) this.design = compileDesign(this.spec, coding);
    this.coding = key;
    return this.design;
  }

  /** Write the design of the row that was read; false where a term has no value. */
  private writeRow({ design, rows, start }: RowOfDesign): boolean {
    const end = start + design.names.length;
    design.writeRow(this.reader.encoded, rows, start);
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
  private faultsOf(outcome: number, weight: number, row: RowOfDesign): string[] | null {
    const { record, reader, header } = this;
    const fault = describeFault(record, header.names.length);
    if (fault !== null) return [fault];
    let faults = reader.read(record);
    if (faults === null && !this.writeRow(row)) faults = reader.explain(record);
    const isWeight = weight > 0 && weight < Infinity;
    if (faults === null && isWeight && canBeOutcome(this.spec.target, outcome)) return null;
    const details = (faults ?? []).map(({ name, detail }) => detail + this.sentAs(name));
    const label = inSentence(this.spec.target.label);
    const sent = inWords(record.text(this.target));
    if (Number.isNaN(outcome)) details.push(`${label} must be a number${sent}`);
    else if (!canBeOutcome(this.spec.target, outcome))
      details.push(`${label} ${neededOfOutcome(this.spec.target)}${sent}`);
    if (!isWeight) {
      const needed = Number.isNaN(weight) ? "a number" : "0 or more";
      details.push(`the weight (${header.names[this.weight]}) must be ${needed}${inWords(record.text(this.weight))}`);
    }
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

/** Rows of the design that are held before they go into a factor: with 500 columns, those of a block would be 500 MB. */
const ROWS_AT_ONCE = 256;

function makeSpace(room: number, inputs: number) {
  return { encoded: new Float64Array(room * inputs), actual: new Float64Array(room) };
}

/** The same numbers with room for as many more again, or for a few more to begin with. */
function grow(rows: Float64Array, more: number): Float64Array {
  const grown = new Float64Array(Math.max(2 * rows.length, rows.length + more));
  grown.set(rows);
  return grown;
}
