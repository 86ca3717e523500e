import { RecordReader } from "@/lib/csv/record";
import { inSentence } from "@/lib/model/format";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { readAnswer, type RowAnswer } from "./read-answer";
import type { Slice } from "./slices";
import { FIRST_ROW } from "./summary";

export interface PreviewRow {
  /** As a spreadsheet counts. */
  row: number;
  /** What stands in each of the columns, as it is written. */
  cells: { name: string; text: string; faulty: boolean }[];
  answer: RowAnswer;
}

/** A fault begins with the label of the field that it is about. */
function isAbout(error: string, label: string): boolean {
  return error.split("; ").some((fault) => fault.startsWith(`${inSentence(label)} `));
}

/** The first rows of a table beside their answers. */
export function previewRows({ header, records }: Slice, columns: FeatureColumn[], answer: Uint8Array): PreviewRow[] {
  const answers: RowAnswer[] = [];
  readAnswer(answer, header.dialect, header.names.length, (row) => answers.push(row));
  const record = new RecordReader(header.dialect, header.names.length);
  record.load(records);
  return answers.map((answer, index) => {
    record.next();
    const cells = columns.flatMap(({ name, label, column }) => {
      if (column === null) return [];
      return [{ name, text: record.text(column), faulty: isAbout(answer.error, label) }];
    });
    return { row: FIRST_ROW + index, cells, answer };
  });
}
