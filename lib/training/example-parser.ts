import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import type { Header } from "../csv/header";
import { RecordReader } from "../csv/record";
import { StreamingQr, type Factor } from "../math/qr";
import { describeFault } from "../csv/record-faults";
import { inSentence } from "../model/format";
import { compileDesign } from "../linear/columns";
import type { Design } from "../linear/design";
import type { Coding } from "../model/predictor";
import { findTrainingColumn } from "../model/inputs/columns";
import { RowReader } from "../model/inputs/row-reader";
import { toScale } from "../model/model";
import { canBeOutcome, neededOfOutcome } from "../model/scale";
import type { Input, Spec } from "../model/spec";
import { isMissingText, readValue } from "../model/inputs/text";
import type { Place } from "../model/inputs/written-number";
import { addMissing, faultOfCell, type MissingCounts, type RowFault } from "./row-faults";

/** Rows to learn from, one after the other in arrays. */
export interface ExampleChunk {
  count: number;
  /** The encoded raw inputs. */
  encoded: Float64Array;
  /** The outcomes in their own unit. */
  actual: Float64Array;
  /** The rows of the design matrix, intercept first, each with the response behind it, times the root of its weight. */
  rows: Float64Array;
  /** Of each row, where rows have weights. */
  weights?: Float64Array;
  /** Where rows that were read are not among them: the place of each among those, from 1, and how many there are. */
  numbered?: { places: Float64Array; read: number };
  /** What the rows come to, where that is asked instead of them. */
  factor?: Factor;
  /** Rows that are not among them, since an input or the outcome is missing. */
  leftOut?: number;
  /** Cells in which something is missing, also those of rows that are not left out. */
  missing?: MissingCounts;
}

/** A block of a table as examples, and what is wrong with its rows, by line from 1 at the start of the block. */
export interface ParsedBlock extends ExampleChunk {
  lines: number;
  leftOut: number;
  missing: MissingCounts;
  faults: RowFault[];
}

/** A table that cannot be trained on; `message` lists the kinds of fault, each with how many rows have it and where. */
export class TableError extends Error {
  override name = "TableError";
  /** The message in the language of a reader, where it is known in that. */
  readonly messageIn?: (locale: Locale) => string;

  /**
   * @param message a text in English, or what gives it in a language
   * @param dependent columns of the design that follow from others, where that is what is wrong
   */
  constructor(
    message: string | ((locale: Locale) => string),
    readonly dependent: string[] = [],
  ) {
    super(typeof message === "string" ? message : message(DEFAULT_LOCALE));
    if (typeof message !== "string") this.messageIn = message;
  }
}

/** Where the row of the design of a record is written. */
interface RowOfDesign {
  design: Design;
  rows: Float64Array;
  start: number;
}

/** After so many faults no further row is read. */
export const MOST_FAULTS = 1000;

/** Where a training table has each input, the target and, or else −1, the weights; @throws TableError where one is not there, or not once */
export function trainingColumns(spec: Spec, names: string[]): { inputs: number[]; target: number; weight: number } {
  const positionOf = (wanted: { name: string; label: string }) => {
    const found = findTrainingColumn(spec, names, wanted);
    if (typeof found === "object") throw new TableError(found.fault);
    return found;
  };
  const weights = spec.training?.weights;
  return {
    target: positionOf(spec.target),
    inputs: spec.inputs.map(positionOf),
    weight: weights === undefined ? -1 : positionOf({ name: weights, label: "the weights" }),
  };
}

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
  private readonly features: Feature[];
  private readonly outcome: Feature;
  private missing: MissingCounts = new Map();
  /** Room for any block's rows, used for each block in turn. */
  private space = makeSpace(0, 0);
  private rows: Float64Array = NO_ROWS;

  /** @throws TableError where a column that the model is trained on is not there, or not once */
  constructor(
    private readonly spec: Spec,
    private readonly header: Header,
  ) {
    const { names, dialect } = header;
    const columns = trainingColumns(spec, names);
    this.target = columns.target;
    this.weight = columns.weight;
    this.record = new RecordReader(dialect, names.length);
    // Derived features are computed, whatever the table has.
    this.reader = new RowReader(spec, { inputs: columns.inputs, derived: spec.derived.map(() => -1) }, dialect);
    this.features = spec.inputs.map((input, index) => ({ input, column: columns.inputs[index]! }));
    const { name, label, unit } = spec.target;
    this.outcome = { input: { kind: "number", name, label, unit }, column: columns.target };
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
    const places = new Float64Array(room);
    const faults: RowFault[] = [];
    this.missing = new Map();
    const qr = factorise ? new StreamingQr(width) : undefined;
    let count = 0;
    let read = 0;
    let leftOut = 0;
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
      const found = this.readRow(outcome, weight, { design, rows, start });
      if (found !== null) {
        if (found === "left out") leftOut++;
        else faults.push(...found);
        continue;
      }
      for (let index = 0; index < inputs; index++) encoded[count * inputs + index] = reader.encoded[index]!;
      rows[start + terms] = toScale(spec, outcome);
      places[count] = read;
      if (weights) {
        weights[count] = weight;
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
      weights: weights?.slice(0, count),
      ...(read > count && { numbered: { places: places.slice(0, count), read } }),
      factor: qr?.factor(),
      lines: record.linesRead,
      leftOut,
      missing: this.missing,
      faults,
    };
  }

  /** The number in a column, NaN where there is none. */
  private readNumber(column: number): number {
    const { record } = this;
    if (column >= record.count) return NaN;
    const plain = record.number(column);
    if (!Number.isNaN(plain)) return plain;
    const value = readValue(this.outcome.input, record.text(column), this.placeOf(column));
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

  private placeOf(column: number): Place {
    return { dialect: this.header.dialect, column, missing: this.spec.training?.missing };
  }

  /** What is wrong with a record, or that it is left out; null where it is read and its row of the design is written. */
  private readRow(outcome: number, weight: number, row: RowOfDesign): RowFault[] | "left out" | null {
    const { record, reader, header } = this;
    const { line } = record;
    const fault = describeFault(record, header.names.length);
    if (fault !== null) return [{ line, name: "", detail: fault, text: "", advice: "" }];
    const plain = reader.readPlain(record);
    if ((!plain || Number.isNaN(outcome)) && this.noteMissing()) return "left out";
    let faults = plain ? null : reader.explain(record);
    if (faults === null && !this.writeRow(row)) faults = reader.explain(record);
    const isWeight = weight > 0 && weight < Infinity;
    const isOutcome = canBeOutcome(this.spec.target, outcome);
    if (faults === null && isWeight && isOutcome) return null;
    const found = (faults ?? []).map(({ name, detail }) => {
      const feature = this.features.find(({ input }) => input.name === name);
      if (!feature) return { line, name: "", detail, text: "", advice: "" };
      return faultOfCell(feature.input, detail, line, record.text(feature.column), this.placeOf(feature.column));
    });
    if (!isOutcome) found.push(this.faultOfOutcome(outcome));
    if (!isWeight) found.push(this.faultOfWeight(weight));
    return found;
  }

  private faultOfOutcome(outcome: number): RowFault {
    const { record, target } = this;
    const { input } = this.outcome;
    const text = record.text(target);
    const need = Number.isNaN(outcome) ? "must be a number" : neededOfOutcome(this.spec.target);
    const fault = faultOfCell(input, `${inSentence(input)} ${need}`, record.line, text, this.placeOf(target));
    return Number.isNaN(outcome) ? fault : { ...fault, advice: "" };
  }

  private faultOfWeight(weight: number): RowFault {
    const { record, header } = this;
    const name = header.names[this.weight]!;
    const need = Number.isNaN(weight) ? "a number" : "0 or more";
    const detail = `the weight (${name}) must be ${need}`;
    return { line: record.line, name, detail, text: record.text(this.weight), advice: "" };
  }

  /** Count what is missing in a record; whether it cannot be used without. */
  private noteMissing(): boolean {
    const { record, spec, outcome, missing } = this;
    let isNeeded = false;
    for (const feature of [...this.features, outcome]) {
      const text = record.text(feature.column).trim();
      if (!isMissingText(spec, feature.input, text)) continue;
      addMissing(missing, new Map([[feature.input.name, new Map([[text, 1]])]]));
      if (typeof feature.input.missing !== "object") isNeeded = true;
    }
    return isNeeded;
  }
}

/** An input or the outcome, and its column. */
interface Feature {
  input: Input;
  column: number;
}

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
