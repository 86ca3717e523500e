import { CARRIAGE_RETURN, COMMA, LINE_FEED, QUOTE } from "./dialect";

/** A text as a cell, in quotes where it needs them (RFC 4180). */
export function writeCell(text: string, delimiter = COMMA): string {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === delimiter || code === QUOTE || code === LINE_FEED || code === CARRIAGE_RETURN) {
      return `"${text.replaceAll('"', '""')}"`;
    }
  }
  return text;
}

/** Rows of texts as a table with commas, which reads back as the same texts; the first row names the columns. */
export function writeTable(rows: string[][]): string {
  return rows.map((row) => `${row.map((text) => writeCell(text)).join(",")}\n`).join("");
}
