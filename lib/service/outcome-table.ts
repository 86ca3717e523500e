import { CsvError } from "../csv/dialect";
import { readRecords } from "../csv/read-records";
import { readReportTexts } from "./outcome-report";

const COLUMNS = ["receipt", "actual", "opinion", "date", "note", "confirm"];

/**
 * The rows of a table of outcomes in CSV, each as a report that is yet to be read, or what the table needs.
 *
 * @param most how many rows are taken
 */
export function readOutcomeTable(text: string, most: number): { rows: unknown[] } | { fault: string } {
  const rows: unknown[] = [];
  try {
    for (const { names, record } of readRecords(text)) {
      if (names.some((name) => !COLUMNS.includes(name))) {
        return { fault: `the columns must be among ${COLUMNS.join(", ")}` };
      }
      if (rows.length === most) {
        return { fault: `there must be at most ${most.toLocaleString("en-US")} rows in one call` };
      }
      rows.push(readReportTexts(Object.fromEntries(names.map((name, column) => [name, record.text(column)]))));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: "the body must be CSV with the columns receipt and actual" };
  }
  return { rows };
}
