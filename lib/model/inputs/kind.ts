import type { Words } from "../../csv/words";
import type { Input } from "../spec";
import type { GivenValue } from "./value";
import type { Place } from "./written-number";

/**
 * All that there is to know about a kind of input: what is allowed, how it is read from JSON, from text and from the
 * bytes of a cell, how it is encoded, and how it is put into words. Form, API, tables, exports and documents ask it.
 *
 * It has no schema library behind it, so that any page's script can hold it; `inputSchema` makes its schemas of it.
 */
export interface InputKind<Of extends Input = Input> {
  /** The value of what JSON holds; undefined where it is not allowed. */
  accept(input: Of, sent: unknown): GivenValue | undefined;
  /**
   * What an input needs, by what can be wrong with it; words that stand after its label: "must be between 1 and 10".
   *
   * @param sent what was there in its place, for words that go by it
   */
  needs(input: Of, sent?: unknown): Needs;
  /** Which of them a value that is not allowed fails. */
  failed(input: Of, sent: unknown): keyof Needs;
  /** What a text that is not missing says: a value for `accept`, or the text itself, or an `Unreadable`, for it to refuse. */
  readText(input: Of, text: string, place: Place): unknown;
  /** What an input needs where what was sent has two readings; words that stand after its label. */
  doubt?(input: Of, sent: unknown): string | undefined;
  /** The number that a model computes with. */
  encode(input: Of, value: GivenValue): number;
  decode(input: Of, code: number): GivenValue;
  /** The values it can take, by their codes; null where they are not counted. */
  levels(input: Of): GivenValue[] | null;
  /** The values that are allowed, in words: "500 to 50,000 sq ft", "yes or no"; undefined where any number is. */
  allowed(input: Of): string | undefined;
  /** How a cell of a table is read from its bytes; see `Cell`. */
  cell(input: Of): Cell;
  /** As JSON Schema has it, without label and help. */
  jsonSchema(input: Of): Record<string, unknown>;
}

export interface Needs {
  /** Of another type; for a yes or no and a category, any other value. */
  type: string;
  /** Beyond its bounds, if it has some. */
  bounds?: string;
  /** Not a whole number, or day, if it must be one. */
  whole?: string;
}

/** How the plain cells of an input are read from their bytes; a cell that is not plain is read as text. */
export interface Cell {
  /** Texts by code; null for numbers and dates. */
  words: Words | null;
  /** How the bytes of a value are read that is neither a text nor a number; NaN where they are not plain. */
  read?(bytes: Uint8Array, start: number, end: number): number;
  min: number;
  max: number;
  whole: boolean;
}
