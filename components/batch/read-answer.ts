import type { Dialect } from "@/lib/csv/dialect";
import { RecordReader } from "@/lib/csv/record";

/** What the API adds to a row; texts are empty where there is nothing to say. */
export interface RowAnswer {
  /** NaN where there is none, with all numbers. */
  estimate: number;
  /** Both ends are NaN for a model that gives no ranges. */
  low: number;
  high: number;
  /** The probability that the estimate is within the tolerance of the truth; NaN where it is not known. */
  within: number;
  warnings: string;
  error: string;
}

/** The columns of a row's answer: estimate, low, high, within_10 or within_tolerance, warnings, error. */
const ADDED_COLUMNS = 6;

/**
 * Reads the API's answer to a slice.
 *
 * @param columns of the table that was sent, which stand before what was added
 * @param take is called for each row in order
 * @returns where the first record below the header line begins, and how many rows there are
 */
export function readAnswer(
  bytes: Uint8Array,
  dialect: Dialect,
  columns: number,
  take: (row: RowAnswer) => void,
): { start: number; rows: number } {
  const reader = new RecordReader(dialect, columns + ADDED_COLUMNS);
  reader.load(bytes);
  reader.next();
  const number = (field: number): number => {
    if (reader.starts[field] === reader.ends[field]) return NaN;
    const value = reader.number(field);
    // What has an exponent is rare and read as text.
    return Number.isNaN(value) ? Number(reader.text(field).replace(",", ".")) : value;
  };
  let start = bytes.length;
  let rows = 0;
  while (reader.next()) {
    if (rows++ === 0) start = reader.start;
    if (reader.count !== columns + ADDED_COLUMNS) return { start, rows: rows - 1 };
    const [estimate, low, high, within] = [0, 1, 2, 3].map((index) => number(columns + index)) as Four;
    const text = (field: number) => (reader.starts[field] === reader.ends[field] ? "" : reader.text(field));
    take({ estimate, low, high, within, warnings: text(columns + 4), error: text(columns + 5) });
  }
  return { start, rows };
}

type Four = [number, number, number, number];
