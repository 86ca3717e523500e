import { DEFAULT_LOCALE, type Locale } from "../language/locale";
import { CSV_SENTENCES, type CsvSentences } from "./sentences";

/** The bytes that structure a CSV text. All are ASCII, so none is ever part of another character in UTF-8. */
const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const POINT = 0x2e;
const SEMICOLON = 0x3b;

/** Whether 03/04/2015 is the 3rd of April or the 4th of March. */
export type DateOrder = "day first" | "month first";

/** A mark before decimals. */
export const DECIMAL_MARKS = [".", ","] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** Which mark comes before decimals. */
export interface Marks {
  /** Whether it is a comma: until cells or a person say otherwise, wherever fields have a semicolon between them. */
  decimalComma: boolean;
  /** Whether cells or a person say so. */
  decided?: boolean;
}

/** How a table is written, as its first line shows, and its cells where they have been looked at: see `CellEvidence`. */
export interface Dialect extends Marks {
  /** The byte between fields: a comma, a semicolon or a tab. */
  delimiter: number;
  /** By column: what stands behind each number that has something behind it, such as "CC". */
  units?: (string | undefined)[];
  /** Whether days or months come first where a date leaves it open; undefined where the table does not tell. */
  dateOrder?: DateOrder;
  /** What ends a line. */
  newline: "\n" | "\r\n" | "\r";
}

/** The byte before decimals. */
export function decimalOf({ decimalComma }: Marks): number {
  return decimalComma ? COMMA : POINT;
}

/** A table that cannot be read; `message` says in English what it must be. */
export class CsvError extends Error {
  override name = "CsvError";

  /** @param need a clause, or where it is one of this folder's, a function that picks it */
  constructor(private readonly need: string | ((sentences: CsvSentences) => string)) {
    super(typeof need === "string" ? need : need(CSV_SENTENCES[DEFAULT_LOCALE]));
  }

  /** The message in the language of a reader, where it is known in that. */
  messageIn(locale: Locale): string {
    return typeof this.need === "string" ? this.message : this.need(CSV_SENTENCES[locale]);
  }
}

/** What may stand between fields; where two are as frequent, the earlier, which is the rarer inside of text. */
export const DELIMITERS = [TAB, SEMICOLON, COMMA];

/**
 * The dialect of a table by the bytes of its header line.
 *
 * @param header the line without its end
 */
export function detectDialect(header: Uint8Array, newline: Dialect["newline"]): Dialect {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (const byte of header) {
    if (byte === QUOTE) quoted = !quoted;
    const which = quoted ? -1 : DELIMITERS.indexOf(byte);
    if (which >= 0) counts[which]!++;
  }
  const most = Math.max(...counts);
  const delimiter = most === 0 ? COMMA : DELIMITERS[counts.indexOf(most)]!;
  return { delimiter, decimalComma: delimiter === SEMICOLON, newline };
}
