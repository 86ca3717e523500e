import { CARRIAGE_RETURN, CsvError, detectDialect, LINE_FEED, type Dialect } from "./dialect";
import { MOST_COLUMNS, RecordReader } from "./record";

/** The first line of a table. */
export interface Header {
  dialect: Dialect;
  /** The names of the columns as they are written, without spaces around them. */
  names: string[];
  /** The line's bytes, without a byte order mark and its end. */
  bytes: Uint8Array;
  /** Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
  marked: boolean;
}

/** U+FEFF in UTF-8. */
export const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** What a file is that is not a CSV text in UTF-8, as far as its first bytes tell. */
function refuseOtherFiles(bytes: Uint8Array): void {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    throw new CsvError(({ archive }) => archive);
  }
  if (startsWith(bytes, 0x1f, 0x8b)) throw new CsvError(({ compressed }) => compressed);
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || bytes.includes(0)) {
    throw new CsvError(({ utf16 }) => utf16);
  }
}

/**
 * Read the first line of a table.
 *
 * @param line its bytes, with or without its end
 * @returns undefined where the line is blank
 * @throws CsvError where it is not a line of CSV in UTF-8
 */
export function readHeader(line: Uint8Array): Header | undefined {
  refuseOtherFiles(line);
  const marked = startsWith(line, ...BYTE_ORDER_MARK);
  const start = marked ? BYTE_ORDER_MARK.length : 0;
  let end = line.length;
  if (end > start && line[end - 1] === LINE_FEED) end--;
  const carriageReturn = end > start && line[end - 1] === CARRIAGE_RETURN;
  if (carriageReturn) end--;
  if (end === start) return undefined;

  const newline = carriageReturn ? (line[end + 1] === LINE_FEED ? "\r\n" : "\r") : "\n";
  const bytes = line.slice(start, end);
  const dialect = detectDialect(bytes, newline);
  const record = new RecordReader(dialect, MOST_COLUMNS);
  record.load(bytes);
  record.next();
  if (record.fault === "encoding") throw new CsvError(({ encoding }) => encoding);
  if (record.fault) throw new CsvError(({ headerQuote }) => headerQuote);
  if (record.count > MOST_COLUMNS) {
    throw new CsvError(({ tooManyColumns }) => tooManyColumns(MOST_COLUMNS));
  }
  const names = Array.from({ length: record.count }, (_, field) => record.text(field).trim());
  return { dialect, bytes, marked, names };
}
