import { CARRIAGE_RETURN, decimalOf, LINE_FEED, QUOTE, type Dialect } from "./dialect";
import { MINUS, POWERS, readNumber, ZERO } from "./read-number";

/** More columns than this are no table; a file that is something else often looks like that. */
export const MOST_COLUMNS = 4096;

/** Whole numbers of so many digits are doubles exactly. */
const EXACT_DIGITS = 15;
/** Longer ones are rounded; a field with more digits than this is read as text first. */
const MOST_DIGITS = 20;

const DELIMITER = 1;
const NEWLINE = 2;
const NUL = 4;
const NOT_ASCII = 8;

/** Forms of a field: a number that is exact, a text with escaped quotes, or any other. */
const OTHER = 0;
const EXACT = 1;
const ESCAPED = 2;

/** What is wrong with a record as CSV. */
export type RecordFault = "quote" | "nul" | "encoding";

/**
 * Reads the records of a block, one at a time and in place: each call of `next` moves on, and the arrays say where
 * the fields are. Blank lines are no records. Nothing is made for a field until its text is asked for.
 */
export class RecordReader {
  bytes: Uint8Array = new Uint8Array(0);
  /** The record without its line end. */
  start = 0;
  end = 0;
  /** Fields of the record; those beyond `columns` are counted but not to be had. */
  count = 0;
  /** Where each field's content is, without the quotes around it; escaped quotes are still two. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The line that the record begins in, from 1 at the start of the block. */
  line = 1;

  private position = 0;
  private lines = 1;
  private flags = 0;
  private malformed = false;
  /**
   * The number that each field is, where it is digits with nothing besides a minus and a decimal sign; NaN elsewhere. It
   * costs next to nothing beside looking for the field's end, and is exact for up to fifteen digits.
   */
  private readonly numbers: Float64Array;
  private readonly forms: Uint8Array;
  private readonly kinds: Uint8Array;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private readonly strictDecoder = new TextDecoder("utf-8", { fatal: true });

  private readonly decimal: number;
  /** The same where no quotes are around: none where it is what separates fields. */
  private readonly plainDecimal: number;

  /** @param columns how many fields of each record are to be had */
  constructor(
    dialect: Pick<Dialect, "delimiter" | "decimalComma">,
    private readonly columns: number,
  ) {
    this.decimal = decimalOf(dialect);
    this.plainDecimal = this.decimal === dialect.delimiter ? -1 : this.decimal;
    this.numbers = new Float64Array(columns);
    this.forms = new Uint8Array(columns);
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.kinds = new Uint8Array(256).fill(NOT_ASCII, 128);
    this.kinds[0] = NUL;
    this.kinds[LINE_FEED] = this.kinds[CARRIAGE_RETURN] = NEWLINE;
    this.kinds[dialect.delimiter] = DELIMITER;
  }

  /** Start with a block of whole records, as `TableSplitter` cuts them. */
  load(block: Uint8Array): void {
    this.bytes = block;
    this.position = 0;
    this.lines = 1;
  }

  /** Bytes of the block behind the record. */
  get left(): number {
    return this.bytes.length - this.position;
  }

  /** Move to the next record; false where there is none. */
  next(): boolean {
    const { bytes } = this;
    const { length } = bytes;
    let at = this.position;
    while (at < length && (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN)) at = this.pastNewline(at);
    if (at >= length) return false;

    this.start = at;
    this.line = this.lines;
    this.flags = 0;
    this.malformed = false;
    this.count = 0;
    for (;;) {
      at = bytes[at] === QUOTE ? this.passQuoted(at) : this.passPlain(at);
      if (at >= length || this.kinds[bytes[at]!] === NEWLINE) break;
      at++;
    }
    this.end = at;
    this.position = at < length ? this.pastNewline(at) : at;
    return true;
  }

  /** What is wrong with the record, if anything: a quote that is not closed right before the field ends, a NUL byte, other bytes than UTF-8. */
  get fault(): RecordFault | undefined {
    if (this.flags === 0 && !this.malformed) return undefined;
    if (this.malformed) return "quote";
    if (this.flags & NUL) return "nul";
    return this.isUtf8() ? undefined : "encoding";
  }

  /** A field's text, empty where the record has no such field. */
  text(field: number): string {
    if (field < 0 || field >= this.count || field >= this.columns) return "";
    const text = this.decoder.decode(this.bytes.subarray(this.starts[field], this.ends[field]));
    return this.forms[field] === ESCAPED ? text.replaceAll('""', '"') : text;
  }

  /** A field that the record has as a number; NaN where it is not a plain one: see `readNumber`. */
  number(field: number): number {
    if (this.forms[field] === EXACT) return this.numbers[field]!;
    return readNumber(this.bytes, this.starts[field]!, this.ends[field]!, this.decimal);
  }

  /** The same to about fifteen digits, in less time where there are more. */
  nearNumber(field: number): number {
    const number = this.numbers[field]!;
    return Number.isNaN(number) ? this.number(field) : number;
  }

  /** Lines of the block up to where the reader is; all of them once `next` has given false. */
  get linesRead(): number {
    return this.lines - 1;
  }

  private isUtf8(): boolean {
    try {
      this.strictDecoder.decode(this.bytes.subarray(this.start, this.end));
      return true;
    } catch {
      return false;
    }
  }

  private pastNewline(at: number): number {
    this.lines++;
    return this.bytes[at] === CARRIAGE_RETURN && this.bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }

  /** Past a field that does not begin with a quote, to the delimiter or the line end. */
  private passPlain(from: number): number {
    const { bytes, kinds, plainDecimal: decimal } = this;
    const { length } = bytes;
    let at = from;
    const negative = bytes[at] === MINUS;
    if (negative) at++;
    let digits = 0;
    let value = 0;
    let point = -1;
    for (; at < length; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
        digits++;
      } else if (bytes[at] === decimal && point < 0) point = at;
      else break;
    }
    let number = NaN;
    if (digits > 0 && digits <= MOST_DIGITS && (at === length || isBreak(kinds[bytes[at]!]!))) {
      number = point < 0 ? value : value / POWERS[at - point - 1]!;
      if (negative) number = -number;
    }
    for (; at < length; at++) {
      const kind = kinds[bytes[at]!]!;
      if (kind === 0) continue;
      if (isBreak(kind)) break;
      this.flags |= kind;
    }
    this.note(from, at, digits <= EXACT_DIGITS && !Number.isNaN(number) ? EXACT : OTHER, number);
    return at;
  }

  /** The same for a field that does; a field whose quote is not closed right before its end is malformed. */
  private passQuoted(from: number): number {
    const { bytes, kinds } = this;
    const { length } = bytes;
    let escaped = false;
    let at = from + 1;
    for (; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break;
        escaped = true;
        at++;
      } else if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) this.lines++;
      else this.flags |= kinds[byte]! & (NUL | NOT_ASCII);
    }
    const closed = at < length;
    this.note(from + 1, at, escaped ? ESCAPED : OTHER, NaN);
    const after = closed ? at + 1 : at;
    if (closed && (after >= length || kinds[bytes[after]!]! === DELIMITER || kinds[bytes[after]!]! === NEWLINE)) {
      return after;
    }
    this.count--;
    this.malformed = true;
    const end = this.passPlain(after);
    if (this.count <= this.columns) {
      this.starts[this.count - 1] = from;
      this.numbers[this.count - 1] = NaN;
      this.forms[this.count - 1] = OTHER;
    }
    return end;
  }

  private note(start: number, end: number, form: number, number: number): void {
    const field = this.count++;
    if (field >= this.columns) return;
    this.starts[field] = start;
    this.ends[field] = end;
    this.numbers[field] = number;
    this.forms[field] = form;
  }
}

/** Whether a byte of a kind ends a field. */
function isBreak(kind: number): boolean {
  return kind === DELIMITER || kind === NEWLINE;
}
