import { asSentence } from "@/components/words";
import { describeFault } from "@/lib/csv/record-faults";
import type { Dialect } from "@/lib/csv/dialect";
import { RecordReader } from "@/lib/csv/record";
import { localeOf, DEFAULT_LOCALE } from "@/lib/language/locale";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { instructionOf } from "@/lib/model/inputs/instruction";
import { readValue } from "@/lib/model/inputs/text";
import type { Spec } from "@/lib/model/spec";
import { messagesOf, subjectOf, subjectsOf, type Labels } from "./labels";
import { readAnswer, type RowAnswer } from "./read-answer";
import type { Slice } from "./slices";
import { FIRST_ROW } from "./summary";

export interface PreviewRow {
  /** As a spreadsheet counts. */
  row: number;
  /** What each of the columns contains, as it is written. */
  cells: { name: string; text: string; faulty: boolean }[];
  answer: RowAnswer;
  /** What is wrong with the row where the reader's language is not that of the server; "" where only the server can say. */
  fault: string;
}

interface PreviewOptions {
  spec: Spec;
  labels: Labels;
  columns: FeatureColumn[];
  /** How the numbers of the table are written, as far as its start shows. */
  dialect: Dialect;
}

interface RowOptions extends PreviewOptions {
  /** Of the first line. */
  width: number;
}

/** The first rows of a table beside their answers. */
export function previewRows({ header, records }: Slice, answer: Uint8Array, options: PreviewOptions): PreviewRow[] {
  const { columns, labels } = options;
  const answers: RowAnswer[] = [];
  readAnswer(answer, header.dialect, header.names.length, (row) => answers.push(row));
  const record = new RecordReader(header.dialect, header.names.length);
  record.load(records);
  return answers.map((answer, index) => {
    record.next();
    const faulty = answer.error === "" ? [] : subjectsOf(answer.error, labels);
    const cells = columns.flatMap(({ name, column }) => {
      return column === null ? [] : [{ name, text: record.text(column), faulty: faulty.includes(name) }];
    });
    return {
      row: FIRST_ROW + index,
      cells,
      answer,
      fault: faultOf(record, answer.error, { ...options, width: header.names.length }),
    };
  });
}

/**
 * What a row at fault needs, in the words of the form: the server writes the same as conditions, in English. "" where a
 * fault is none of a single cell, which only the server knows.
 */
function faultOf(record: RecordReader, error: string, { spec, labels, columns, dialect, width }: RowOptions): string {
  const locale = localeOf(spec);
  if (locale === DEFAULT_LOCALE || error === "") return "";
  const broken = describeFault(record, width, locale);
  if (broken) return asSentence(broken);
  const [first] = messagesOf(error);
  if (subjectOf(first!, labels) === undefined) return "";
  const instructions = subjectsOf(error, labels).map((name) => {
    const input = spec.inputs.find((each) => each.name === name);
    const column = columns.find((each) => each.name === name)?.column;
    if (!input || typeof column !== "number") return undefined;
    const place = { dialect, column, missing: spec.training?.missing };
    return instructionOf(input, readValue(input, record.text(column), place));
  });
  const known = instructions.filter((instruction) => instruction !== undefined);
  return known.length === instructions.length ? known.map(asSentence).join(" ") : "";
}
