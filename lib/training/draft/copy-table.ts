import { RecordReader } from "../../csv/record";
import { openTable } from "../../csv/table";
import { BYTE_ORDER_MARK } from "../../csv/header";
import { writeCell } from "../../csv/write-table";
import { isReadable } from "./cell";
import { isMissingMark } from "../../model/inputs/missing";
import type { Draft } from "./draft";

const encoder = new TextEncoder();

/**
 * The bytes of a table without rows that have no outcome, and with the cells empty that are no numbers of a column; all
 * else stays byte for byte.
 *
 * @param chunks of the same table as the draft's
 */
export async function* copyTable(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { emptied, target }: Draft["copy"],
  decimalComma: boolean,
): AsyncGenerator<Uint8Array> {
  const { header, blocks } = await openTable(chunks);
  const { names, dialect } = header;
  const newline = encoder.encode(dialect.newline);
  if (header.marked) yield BYTE_ORDER_MARK;
  yield header.bytes;
  yield newline;
  const record = new RecordReader(dialect, names.length);
  const hold = (text: string, unit: string) => isReadable(text.trim(), unit, decimalComma);
  for await (const block of blocks) {
    record.load(block);
    while (record.next()) {
      const outcome = record.text(target.position);
      if (isMissingMark(outcome.trim()) || !hold(outcome, target.unit)) continue;
      const faulty = emptied.filter(({ position, unit }) => !hold(record.text(position), unit));
      yield faulty.length === 0
        ? block.slice(record.start, record.end)
        : encoder.encode(rewrite(record, names.length, faulty, dialect.delimiter));
      yield newline;
    }
  }
}

function rewrite(record: RecordReader, width: number, faulty: { position: number }[], delimiter: number): string {
  const cells = Array.from({ length: width }, (_, field) => {
    return faulty.some(({ position }) => position === field) ? "" : writeCell(record.text(field), delimiter);
  });
  return cells.join(String.fromCharCode(delimiter));
}
