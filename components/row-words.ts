import type { Evidence } from "@/lib/model/evidence";
import { formatQuantity } from "@/lib/model/format";

/**
 * "the 546 rows", "545 of the 546 rows" where all were looked at and one was left out, or "a sample of 1,000 of the
 * 45,000 rows".
 *
 * @param count the rows that something was measured on
 * @param looked the rows that it could have been measured on
 * @param rows the rows of the table
 */
export function rowsInWords(count: number, looked: number, rows: number): string {
  if (count === rows) return `the ${formatQuantity(rows)} rows`;
  return `${looked === rows ? "" : "a sample of "}${formatQuantity(count)} of the ${formatQuantity(rows)} rows`;
}

/** The rows that accuracy was measured on. */
export function measuredRows({ measured, sampled, rows }: Pick<Evidence, "measured" | "sampled" | "rows">): string {
  return rowsInWords(measured, sampled, rows);
}

/** The rows that explanations and charts are of. */
export function shownRows({ background, rows }: Pick<Evidence, "background" | "rows">): string {
  return rowsInWords(background.actual.length, background.actual.length, rows);
}
