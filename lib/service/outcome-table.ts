import { CsvError, type DecimalMark } from "../csv/dialect";
import { readRecords } from "../csv/read-records";
import { readReportTexts } from "./outcome-report";

const COLUMNS = ["receipt", "actual", "opinion", "date", "note", "confirm"];
const IS_COLUMN: ReadonlySet<string> = new Set(COLUMNS);

/** A name as it is compared: "Receipt " is receipt. */
const fold = (name: string) => name.trim().toLowerCase();

/**
 * The rows of a table of outcomes in CSV, each as a report that is yet to be read, or what the table needs. Columns may
 * be in any order and case, and others may be there: such a table is often the one that was scored.
 *
 * @param most how many rows are taken
 * @param decimal the mark before decimals, where the caller says it
 */
export function readOutcomeTable(
  text: string,
  most: number,
  decimal?: DecimalMark,
): { rows: unknown[] } | { fault: string } {
  const rows: unknown[] = [];
  try {
    for (const { names, record, dialect } of readRecords(text, (name) => fold(name) === "actual", decimal)) {
      const columns = names.map(fold);
      const known = columns.filter((name) => IS_COLUMN.has(name));
      const twice = known.find((name, index) => known.indexOf(name) < index);
      if (twice !== undefined) return { fault: `there must be one column ${twice}` };
      if (!known.includes("receipt") || !(known.includes("actual") || known.includes("opinion"))) {
        return {
          fault: `there must be columns receipt and actual, or receipt and opinion; there are ${names.slice(0, MOST_SHOWN).join(", ")}`,
        };
      }
      if (rows.length === most) {
        return { fault: `there must be at most ${most.toLocaleString("en-US")} rows in one call` };
      }
      const texts = columns.flatMap((name, column) => (IS_COLUMN.has(name) ? [[name, record.text(column)]] : []));
      rows.push(readReportTexts(Object.fromEntries(texts), { dialect, column: columns.indexOf("actual") }));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: `the body must be CSV with the columns receipt and actual: ${error.message}` };
  }
  return { rows };
}

/** Columns that a message names. */
const MOST_SHOWN = 20;
