import { decimalOf, QUOTE, type Dialect } from "./dialect";
import { isNumberText } from "./number-text";
import type { RecordReader } from "./record";
import { MOST_NUMBER_BYTES, writeNumber } from "./write-number";
import { writeCell } from "./write-table";

const APOSTROPHE = 0x27;
/** A cell that begins with one of these is a formula to a spreadsheet, unless it is a number. */
const FORMULA_START = ["=", "+", "-", "@", "\t", "\r"].map((character) => character.charCodeAt(0));

const encoder = new TextEncoder();

/**
 * Writes records of CSV into one buffer that grows.
 *
 * Cells are kept byte for byte, but for those that a spreadsheet would run: what begins with = + - @, a tab or a
 * carriage return and is not a number gets an apostrophe before it, which spreadsheets take for "this is text".
 * Source: OWASP, "CSV Injection".
 */
export class CellWriter {
  private bytes = new Uint8Array(0) as Uint8Array;
  private length = 0;
  private readonly decimal: number;
  private readonly startsFormula = new Uint8Array(256);
  private readonly newline: Uint8Array;

  constructor(private readonly dialect: Dialect) {
    this.decimal = decimalOf(dialect);
    this.newline = encoder.encode(dialect.newline);
    for (const byte of FORMULA_START) this.startsFormula[byte] = 1;
  }

  /** Start writing into a buffer, which is replaced by a larger one where it is too small. */
  begin(space: Uint8Array): void {
    this.bytes = space;
    this.length = 0;
  }

  /** What was written since then. */
  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** How many bytes that is. */
  get size(): number {
    return this.length;
  }

  delimiter(): void {
    this.reserve(1);
    this.bytes[this.length++] = this.dialect.delimiter;
  }

  endRecord(): void {
    this.copy(this.newline, 0, this.newline.length);
  }

  /** A number after a delimiter, in quotes where the mark before decimals is the delimiter, too. */
  delimitedNumber(value: number): void {
    this.reserve(3 + MOST_NUMBER_BYTES);
    this.bytes[this.length++] = this.dialect.delimiter;
    const quoted = this.decimal === this.dialect.delimiter;
    if (quoted) this.bytes[this.length++] = QUOTE;
    this.length = writeNumber(value, this.bytes, this.length, this.decimal);
    if (quoted) this.bytes[this.length++] = QUOTE;
  }

  /** A text of any kind, made safe, in quotes where it needs them. */
  text(text: string): void {
    const safe = this.isFormula(text) ? `'${text}` : text;
    const bytes = encoder.encode(writeCell(safe, this.dialect.delimiter));
    this.copy(bytes, 0, bytes.length);
  }

  /** A whole record as it stands, made safe. */
  record(record: RecordReader): void {
    const { bytes, starts, count } = record;
    let from = record.start;
    for (let field = 0; field < count; field++) {
      const start = starts[field]!;
      if (start === record.end || this.startsFormula[bytes[start]!] === 0) continue;
      if (!this.isFormula(record.text(field))) continue;
      this.copy(bytes, from, start);
      this.reserve(1);
      this.bytes[this.length++] = APOSTROPHE;
      from = start;
    }
    this.copy(bytes, from, record.end);
  }

  private isFormula(text: string): boolean {
    if (text === "" || this.startsFormula[text.charCodeAt(0)] !== 1) return false;
    return !isNumberText(text);
  }

  private copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let at = this.length;
    if (end - start > 256) bytes.set(from.subarray(start, end), at);
    else for (let index = start, to = at; index < end; index++) bytes[to++] = from[index]!;
    this.length = at += end - start;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
