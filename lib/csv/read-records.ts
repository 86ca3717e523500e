import { CellEvidence } from "./cell-evidence";
import { CsvError, type DecimalMark } from "./dialect";
import { RecordReader } from "./record";
import { faultOfRecord } from "./record-faults";
import { TableSplitter } from "./split";

/**
 * The records of a CSV text that is small enough to be had whole, one at a time: the reader is the same each time and
 * stands at the next record. All cells are looked at first for how numbers are written.
 *
 * @param isNumber whether the column of a name is read as numbers
 * @param decimal the mark before decimals, where the caller gives it
 * @throws CsvError where the text is no table, or a record of it is not as long as the first line
 */
export function* readRecords(text: string, isNumber: (name: string) => boolean, decimal?: DecimalMark) {
  const splitter = new TableSplitter();
  const blocks = [...splitter.push(new TextEncoder().encode(text)), splitter.finish()];
  const { names } = splitter.header!;
  const evidence = new CellEvidence(
    splitter.header!,
    names.flatMap((name, column) => (isNumber(name) ? [column] : [])),
  );
  for (const block of blocks) if (block) evidence.add(block);
  const dialect = evidence.decide(decimal);
  const record = new RecordReader(dialect, names.length);
  for (const block of blocks) {
    if (block) record.load(block);
    while (block && record.next()) {
      const fault = faultOfRecord(record, names.length);
      if (fault) throw new CsvError(fault);
      yield { names, record, dialect };
    }
  }
}
