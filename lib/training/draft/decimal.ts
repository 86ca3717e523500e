import { COMMA, POINT } from "../../csv/dialect";
import type { Header } from "../../csv/header";
import { RecordReader } from "../../csv/record";

/** A number that shows which mark stands before decimals: three digits behind the mark could as well be a group. */
const TELLING = /^[+\-−]?\d+([.,])(\d{1,2}|\d{4,})(?!\d)\D*$/u;
/** Both marks, of which the last stands before decimals. */
const BOTH = /^[+\-−]?\d{1,3}(?:([.,])\d{3})+([.,])\d+\D*$/u;
/** A zero before the mark begins no group. */
const SMALL = /^[+\-−]?0([.,])\d+\D*$/u;

/**
 * Whether decimals come after a comma in a table, by the numbers of its first block over all columns; by its delimiter
 * where they do not tell.
 */
export function decimalCommaOf({ names, dialect }: Header, block: Uint8Array): boolean {
  const record = new RecordReader(dialect, names.length);
  const votes = { ",": 0, ".": 0 };
  record.load(block);
  while (record.next()) {
    for (let field = 0; field < names.length; field++) {
      if (!hasMark(record, field)) continue;
      const text = record.text(field).trim();
      const [, group, last] = BOTH.exec(text) ?? [];
      const mark = group !== undefined && group !== last ? last : (TELLING.exec(text) ?? SMALL.exec(text))?.[1];
      if (mark === "," || mark === ".") votes[mark]++;
    }
  }
  return votes[","] === votes["."] ? dialect.decimalComma : votes[","] > votes["."];
}

function hasMark({ bytes, starts, ends }: RecordReader, field: number): boolean {
  for (let at = starts[field]!; at < ends[field]!; at++) if (bytes[at] === COMMA || bytes[at] === POINT) return true;
  return false;
}
