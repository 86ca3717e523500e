import { COMMA, type Dialect } from "../csv/dialect";
import { POINT, readNumber } from "../csv/read-number";
import type { RecordReader } from "../csv/record";
import { Words } from "../csv/words";
import { compileDesign } from "./design";
import { AGREEMENT, faultsOf, inputSchema, type Fault, type InputSchema } from "./input";
import type { Input, Spec } from "./spec";
import { FALSE, readValue, TRUE } from "./text";

/** Where in a record each input stands, and each derived feature; −1 for a derived feature that is not there. */
export interface ColumnPositions {
  inputs: number[];
  derived: number[];
}

/**
 * Reads records as rows of a model: what is plain straight from the bytes, everything else by way of the model's
 * schema, which has the last word on what a row may be and the only words on what is wrong with it.
 */
export class RowReader {
  /** The encoded raw inputs of the row last read. */
  readonly encoded: Float64Array;
  /** Its row of the design matrix, intercept first. */
  readonly design: Float64Array;

  private readonly compiled;
  private readonly cells: CellReader[];
  private readonly derived: { position: number; value: (reader: RowReader) => number }[];
  private readonly decimal: number;

  constructor(
    private readonly spec: Spec,
    private readonly positions: ColumnPositions,
    private readonly dialect: Dialect,
    private readonly schema: InputSchema = inputSchema(spec),
  ) {
    this.compiled = compileDesign(spec);
    this.encoded = new Float64Array(spec.inputs.length);
    this.design = new Float64Array(this.compiled.columns.length + 1);
    this.decimal = dialect.decimalComma ? COMMA : POINT;
    this.cells = spec.inputs.map(cellReader);
    this.derived = this.compiled.derived.map(({ name, evaluate }, index) => {
      const column = this.compiled.columns.findIndex((each) => each.name === name);
      const value: (reader: RowReader) => number =
        column < 0 ? (reader) => evaluate(reader.encoded) : (reader) => reader.design[column + 1]!;
      return { position: positions.derived[index]!, value };
    });
  }

  /**
   * Read a record into `encoded` and `design`.
   *
   * @param record with as many fields as the header has
   * @returns what is wrong with it, one for each field; null where nothing is
   */
  read(record: RecordReader): Fault[] | null {
    return this.readPlain(record) ? null : this.readAny(record);
  }

  private readPlain(record: RecordReader): boolean {
    const { encoded, design, cells, decimal } = this;
    const { inputs } = this.positions;
    for (let index = 0; index < cells.length; index++) {
      const position = inputs[index]!;
      const value = cells[index]!.read(record.bytes, record.starts[position]!, record.ends[position]!, decimal);
      if (Number.isNaN(value)) return false;
      encoded[index] = value;
    }
    this.compiled.writeRow(encoded, design);
    for (let index = 0; index < design.length; index++) if (!Number.isFinite(design[index]!)) return false;
    for (let index = 0; index < this.derived.length; index++) {
      const { position, value } = this.derived[index]!;
      const actual = value(this);
      if (!Number.isFinite(actual)) return false;
      if (position < 0) continue;
      const claimed = readNumber(record.bytes, record.starts[position]!, record.ends[position]!, decimal);
      if (!(Math.abs(claimed - actual) <= AGREEMENT * Math.abs(actual))) return false;
    }
    return true;
  }

  private readAny(record: RecordReader): Fault[] | null {
    const { spec, positions, dialect } = this;
    const sent: Record<string, unknown> = {};
    spec.inputs.forEach((input, index) => {
      sent[input.name] = readValue(input, record.text(positions.inputs[index]!), dialect.decimalComma);
    });
    spec.derived.forEach(({ name, label }, index) => {
      if (positions.derived[index]! < 0) return;
      sent[name] = readValue(
        { kind: "number", name, label },
        record.text(positions.derived[index]!),
        dialect.decimalComma,
      );
    });
    const parsed = this.schema.safeParse(sent);
    if (!parsed.success) return faultsOf(parsed.error);
    this.encoded.set(this.compiled.encode(parsed.data));
    this.compiled.writeRow(this.encoded, this.design);
    return null;
  }
}

interface CellReader {
  /** The encoded value of a cell, NaN where it is not plain. */
  read(bytes: Uint8Array, start: number, end: number, decimal: number): number;
}

function cellReader(input: Input): CellReader {
  if (input.kind === "number" || input.kind === "integer") {
    const { min = -Infinity, max = Infinity } = input;
    const whole = input.kind === "integer";
    return {
      read(bytes, start, end, decimal) {
        const value = readNumber(bytes, start, end, decimal);
        if (!(value >= min && value <= max)) return NaN;
        return whole && !Number.isSafeInteger(value) ? NaN : value;
      },
    };
  }
  const words = new Words();
  if (input.kind === "category") {
    // The bytes of a quote in a cell are two, and text with quotes is rare enough to be read as text.
    input.levels.forEach((level, code) => level.includes('"') || words.add(level, code));
  } else {
    for (const [set, code] of [
      [TRUE, 1],
      [FALSE, 0],
    ] as const) {
      for (const word of set) {
        for (const form of new Set([word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)])) {
          words.add(form, code);
        }
      }
    }
  }
  return {
    read(bytes, start, end) {
      const code = words.find(bytes, start, end);
      return code < 0 ? NaN : code;
    },
  };
}
