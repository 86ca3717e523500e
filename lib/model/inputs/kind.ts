import type { Words } from "../../csv/words";
import type { Input } from "../spec";
import type { InputValue } from "./value";
import type { Place } from "./written-number";

/**
 * All that there is to know about a kind of input: what is allowed, how it is read from JSON, from text and from the
 * bytes of a cell, how it is encoded, and how it is put into words. Form, API, tables, exports and documents ask it.
 *
 * It has no schema library behind it, so that any page's script can hold it; `inputSchema` makes its schemas of it.
 */
export interface InputKind<Of extends Input = Input> {
  /** The value of what JSON holds; undefined where it is not allowed. */
  accept(input: Of, sent: unknown): InputValue | undefined;
  /** What an input needs, by what can be wrong with it; words that stand after its label: "must be between 1 and 10". */
  needs(input: Of): Needs;
  /** Which of them a value that is not allowed fails. */
  failed(input: Of, sent: unknown): keyof Needs;
  /** What a text that is not missing says: a value for `accept`, or the text itself, or an `Unreadable`, for it to refuse. */
  readText(input: Of, text: string, place: Place): unknown;
  /** The number that a model computes with. */
  encode(input: Of, value: InputValue): number;
  decode(input: Of, code: number): InputValue;
  /** The values it can take, by their codes; null where they are not counted. */
  levels(input: Of): InputValue[] | null;
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
  /** Not a whole number, if it must be one. */
  whole?: string;
}

/** How the plain cells of an input are read from their bytes; a cell that is not plain is read as text. */
export interface Cell {
  /** Texts by code; null for numbers. */
  words: Words | null;
  min: number;
  max: number;
  whole: boolean;
}
