import type { Dialect } from "../../csv/dialect";
import type { RecordReader } from "../../csv/record";
import { AGREEMENT, inputSchema, type Fault, type InputSchema } from "./schema";
import { readInputs } from "./read-inputs";
import { compileReading, type Reading } from "../reading";
import type { Input, Spec } from "../spec";
import type { Cell } from "./kind";
import { kindOf } from "./kinds";
import { readValue } from "./text";

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

  private readonly reading: Reading;
  private readonly cells: (Cell & { position: number; optional: boolean })[];
  private readonly derived: { position: number; evaluate: (encoded: ArrayLike<number>) => number }[];
  private schema: InputSchema | undefined;

  constructor(
    private readonly spec: Spec,
    private readonly positions: ColumnPositions,
    private readonly dialect: Dialect,
  ) {
    this.reading = compileReading(spec);
    this.encoded = new Float64Array(spec.inputs.length);
    this.cells = spec.inputs.map((input, index) => {
      const optional = typeof input.missing === "object";
      return { position: positions.inputs[index]!, optional, ...kindOf(input).cell(input) };
    });
    const terms = new Set(this.reading.terms.map(({ name }) => name));
    // A derived feature that is a term and is not in the table needs no look of its own: the predictor computes it.
    this.derived = this.reading.derived
      .map(({ name, evaluate }, index) => ({ name, evaluate, position: positions.derived[index]! }))
      .filter(({ name, position }) => position >= 0 || !terms.has(name));
  }

  /**
   * Read a record into `encoded`.
   *
   * A row that is plain is not looked at for terms without a value, which the predictor finds out on its way: where its
   * centre is not finite, `explain` has the words.
   *
   * @param record with as many fields as the header has
   * @returns what is wrong with it, one for each field; null where nothing is
   */
  read(record: RecordReader): Fault[] | null {
    return this.readPlain(record) ? null : this.explain(record);
  }

  /** Read a record that is plain, straight from its bytes; false where it has to be read as text. */
  readPlain(record: RecordReader): boolean {
    const { encoded, cells } = this;
    const { bytes, starts, ends } = record;
    for (let index = 0; index < cells.length; index++) {
      const { position, optional, words, read, min, max, whole } = cells[index]!;
      const [start, end] = [starts[position]!, ends[position]!];
      const value = words ? words.find(bytes, start, end) : read ? read(bytes, start, end) : record.number(position);
      if (!(value >= min && value <= max) || (whole && !Number.isSafeInteger(value))) {
        if (!optional || start !== end) return false;
        encoded[index] = NaN;
      } else encoded[index] = value;
    }
    for (let index = 0; index < this.derived.length; index++) {
      const { position, evaluate } = this.derived[index]!;
      const actual = evaluate(encoded);
      if (!Number.isFinite(actual)) return false;
      if (position < 0) continue;
      const claimed = record.nearNumber(position);
      if (!(Math.abs(claimed - actual) <= AGREEMENT * Math.abs(actual))) return false;
    }
    return true;
  }

  /** Read a record by way of the schema: what is wrong with it in words, or null and its inputs in `encoded`. */
  explain(record: RecordReader): Fault[] | null {
    const { spec, positions, dialect } = this;
    const missing = spec.training?.missing;
    const sent: Record<string, unknown> = {};
    const read = (input: Input, column: number) => {
      sent[input.name] = readValue(input, record.text(column), { dialect, column, missing });
    };
    spec.inputs.forEach((input, index) => read(input, positions.inputs[index]!));
    spec.derived.forEach(({ name, label, unit }, index) => {
      if (positions.derived[index]! >= 0) read({ kind: "number", name, label, unit }, positions.derived[index]!);
    });
    // Tables that have no such row never need it.
    this.schema ??= inputSchema(spec);
    const result = readInputs({ spec, schema: this.schema, reading: this.reading }, sent);
    if ("faults" in result) return result.faults;
    this.encoded.set(result.encoded);
    return null;
  }
}
