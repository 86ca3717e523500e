import { readStart, type Start } from "@/components/batch/slices";
import { CsvError } from "@/lib/csv/dialect";
import { RecordReader } from "@/lib/csv/record";
import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { idOf } from "@/lib/training/draft/names";
import { START_WORDS } from "./words";

/** A table with its columns and first rows, or the files of a fitted model. */
export type Chosen =
  | { kind: "table"; files: File[]; columns: string[]; rows: string[][]; id: string }
  | { kind: "model"; files: File[]; id: string }
  | { kind: "faulty"; files: File[]; fault: string };

const ROWS = 3;
const isTable = ({ name, type }: File) => /\.(csv|tsv|txt)$/i.test(name) || type === "text/csv";

/** What files are, by their names and the first part of a table. */
export async function lookAt(files: File[], locale: Locale = DEFAULT_LOCALE): Promise<Chosen> {
  const words = START_WORDS[locale];
  const tables = files.filter(isTable);
  const [table] = tables;
  if (!table) return { kind: "model", files, id: "" };
  if (files.length > 1) {
    return { kind: "faulty", files, fault: words.alone };
  }
  try {
    const start = await readStart(table, ROWS);
    const { names } = start.header;
    return { kind: "table", files, columns: names, rows: rowsOf(start), id: idOf(table.name) };
  } catch (error) {
    return { kind: "faulty", files, fault: error instanceof CsvError ? error.messageIn(locale) : words.unreadable };
  }
}

function rowsOf({ header, records }: Start): string[][] {
  const reader = new RecordReader(header.dialect, header.names.length);
  reader.load(records);
  const rows: string[][] = [];
  while (reader.next()) rows.push(header.names.map((_, field) => reader.text(field)));
  return rows;
}
