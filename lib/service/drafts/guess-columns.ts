import type { Locale } from "../../language/locale";
import type { LeftOutColumn } from "../../training/draft/draft";
import type { DraftedTable } from "../../training/draft/from-table";
import { inLanguage } from "../../training/draft/sentences";
import { openTable } from "../../csv/table";
import { RecordReader } from "../../csv/record";
import type { ColumnGuess, Guesses, Preview, SpecJson } from "./types";

/** Rows that a person looks at first, and characters of a cell. */
const PREVIEW_ROWS = 20;
const LONGEST_CELL = 200;

interface Described {
  target: { name: string };
  inputs: Record<string, unknown>[];
  terms: string[];
  training: { columns?: Record<string, string> };
}

/** What became of each column of a table. @param language of the reasons */
export function guessColumns({ table, draft }: DraftedTable, language?: Locale): Guesses {
  const { target, inputs, training } = draft.spec as unknown as Described;
  const columnOf = (name: string) => training.columns?.[name] ?? name;
  const inputOf = new Map(inputs.map(({ name }) => [columnOf(String(name)), String(name)]));
  const reasons = new Map(draft.leftOut.map(({ column, reason }) => [column, reason]));
  const columns = table.columns.map(({ name, position }): ColumnGuess => {
    const called = name || `column ${position + 1}`;
    const reason = reasons.get(called);
    if (reason !== undefined) return { name: called, input: null, reason, offered: draft.offered.get(name) ?? null };
    const isTarget = called === columnOf(target.name);
    if (isTarget) {
      return {
        name: called,
        input: null,
        reason: inLanguage(language, ({ reasons }) => reasons.target),
        offered: null,
      };
    }
    return { name: called, input: inputOf.get(called) ?? null, reason: null, offered: null };
  });
  return { rows: table.rows, columns, notes: draft.notes, decisions: draft.decisions };
}

/** The same where training has left out inputs, each of which can be taken in again. */
export function withoutInputs(guesses: Guesses, spec: SpecJson, leftOut: LeftOutColumn[]): Guesses {
  const { inputs, terms } = spec as unknown as Described;
  const reasons = new Map(leftOut.map(({ column, reason }) => [column, reason]));
  const columns = guesses.columns.map((column): ColumnGuess => {
    const { input } = column;
    const reason = input === null ? undefined : reasons.get(input);
    if (reason === undefined) return column;
    const drafted = inputs.find(({ name }) => name === input)!;
    const own = terms.filter((term) => new RegExp(`\\b${input}\\b`).test(term));
    return { ...column, input: null, reason, offered: { input: drafted, terms: own } };
  });
  return { ...guesses, columns };
}

/** The first rows of a table, as it has them. */
export async function previewTable(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Preview> {
  const { header, blocks } = await openTable(bytes);
  const record = new RecordReader(header.dialect, header.names.length);
  const rows: string[][] = [];
  for await (const block of blocks) {
    record.load(block);
    while (rows.length < PREVIEW_ROWS && record.next()) {
      rows.push(header.names.map((_, field) => record.text(field).slice(0, LONGEST_CELL)));
    }
    if (rows.length === PREVIEW_ROWS) break;
  }
  return { header: header.names, rows };
}
