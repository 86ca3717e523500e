import type { Header } from "../csv/header";
import { RecordReader } from "../csv/record";
import { StreamingQr, type Factor } from "../math/qr";
import { describeFault } from "../csv/record-faults";
import { inSentence } from "../model/format";
import { compileDesign, type Design } from "../linear/columns";
import { findTrainingColumn } from "../model/inputs/columns";
import { RowReader } from "../model/inputs/row-reader";
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
  /** The rows of the design matrix, intercept first, each with the response of the fit behind it. */
  rows: Float64Array;
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
}

/** After so many faults no further row is read. */
export const MOST_FAULTS = 1000;

/** Where a training table has each input and the target; @throws TableError where one is not there, or not once */
export function trainingColumns(spec: Spec, names: string[]): { inputs: number[]; target: number } {
  const positionOf = (wanted: { name: string; label: string }) => {
    const found = findTrainingColumn(spec, names, wanted);
    if (typeof found === "object") throw new TableError(found.fault);
    return found;
  };
  return { target: positionOf(spec.target), inputs: spec.inputs.map(positionOf) };
}

/** Reads blocks of a training table. The same rules that guard the form and the API guard each row. */
export class ExampleParser {
  private readonly record: RecordReader;
  private readonly reader: RowReader;
  private readonly design: Design;
  private readonly target: number;
  private readonly features: Feature[];
  private readonly outcome: Feature;
  /** What the outcome must be above. */
  private readonly above: number;
  private missing: MissingCounts = new Map();
  /** Room for any block's rows, used for each block in turn. */
  private space = makeSpace(0, 0, 0);

  /** @throws TableError where a column that the model is trained on is not there, or not once */
  constructor(
    private readonly spec: Spec,
    private readonly header: Header,
  ) {
    const { names, dialect } = header;
    const columns = trainingColumns(spec, names);
    this.target = columns.target;
    this.above = spec.target.positive || spec.target.transform === "log" ? 0 : -Infinity;
    this.design = compileDesign(spec);
    this.record = new RecordReader(dialect, names.length);
    // Derived features are computed, whatever the table has.
    this.reader = new RowReader(spec, { inputs: columns.inputs, derived: spec.derived.map(() => -1) }, dialect);
    this.features = spec.inputs.map((input, index) => ({ input, column: columns.inputs[index]! }));
    const { name, label, unit } = spec.target;
    this.outcome = { input: { kind: "number", name, label, unit }, column: columns.target };
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
    const faults: RowFault[] = [];
    this.missing = new Map();
    let count = 0;
    let leftOut = 0;
    record.load(block);
    while (record.next() && faults.length < MOST_FAULTS) {
      const outcome = this.readOutcome();
      const start = count * width;
      const found = this.readRow(outcome, rows, start);
      if (found !== null) {
        if (found === "left out") leftOut++;
        else faults.push(...found);
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
      leftOut,
      missing: this.missing,
      faults,
    };
  }

  /** The outcome in its own unit, NaN where it is not a number. */
  private readOutcome(): number {
    const { record, target } = this;
    if (target >= record.count) return NaN;
    const plain = record.number(target);
    if (!Number.isNaN(plain)) return plain;
    const value = readValue(this.outcome.input, record.text(target), this.placeOf(target));
    return typeof value === "number" && Number.isFinite(value) ? value : NaN;
  }

  /** Write the design of the row that was read; false where a term has no value. */
  private writeRow(rows: Float64Array, start: number): boolean {
    const end = start + this.design.names.length;
    this.design.writeRow(this.reader.encoded, rows, start);
    for (let index = start; index < end; index++) if (!Number.isFinite(rows[index]!)) return false;
    return true;
  }

  private placeOf(column: number): Place {
    return { dialect: this.header.dialect, column, missing: this.spec.training?.missing };
  }

  /** What is wrong with a record, or that it is left out; null where it is read and its row of the design is written. */
  private readRow(outcome: number, rows: Float64Array, start: number): RowFault[] | "left out" | null {
    const { record, reader, header } = this;
    const { line } = record;
    const fault = describeFault(record, header.names.length);
    if (fault !== null) return [{ line, name: "", detail: fault, text: "", advice: "" }];
    const plain = reader.readPlain(record);
    if ((!plain || Number.isNaN(outcome)) && this.noteMissing()) return "left out";
    let faults = plain ? null : reader.explain(record);
    if (faults === null && !this.writeRow(rows, start)) faults = reader.explain(record);
    if (faults === null && outcome > this.above) return null;
    const found = (faults ?? []).map(({ name, detail }) => {
      const feature = this.features.find(({ input }) => input.name === name);
      if (!feature) return { line, name: "", detail, text: "", advice: "" };
      return faultOfCell(feature.input, detail, line, record.text(feature.column), this.placeOf(feature.column));
    });
    if (!(outcome > this.above)) found.push(this.faultOfOutcome(outcome));
    return found;
  }

  private faultOfOutcome(outcome: number): RowFault {
    const { record, target } = this;
    const { input } = this.outcome;
    const text = record.text(target);
    const need = Number.isNaN(outcome) ? "must be a number" : "must be greater than 0";
    const fault = faultOfCell(input, `${inSentence(input.label)} ${need}`, record.line, text, this.placeOf(target));
    return Number.isNaN(outcome) ? fault : { ...fault, advice: "" };
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

const NO_ROWS = new Float64Array(0);

function makeSpace(room: number, inputs: number, width: number) {
  return {
    encoded: new Float64Array(room * inputs),
    actual: new Float64Array(room),
    rows: new Float64Array(room * width),
  };
}
