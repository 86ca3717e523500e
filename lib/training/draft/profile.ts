import { foldUnit } from "../../csv/cell-evidence";
import { seededRandom } from "../../math/random";
import { CsvError, type DateOrder, type Dialect } from "../../csv/dialect";
import type { Header } from "../../csv/header";
import { RecordReader } from "../../csv/record";
import { faultOfRecord } from "../../csv/record-faults";
import { openTable } from "../../csv/table";
import { isReadable, looksLikeDate, readDate, readQuantity } from "./cell";
import { isMissingMark } from "../../model/inputs/missing";
import { dialectOf } from "./dialect";

/** Numbers with the same unit in a column. */
export interface Tally {
  /** The unit as it is written most often; "" for none. */
  unit: string;
  count: number;
  min: number;
  max: number;
  /** Whether all are whole. */
  whole: boolean;
}

/** What a column of a table holds, over all rows but for the sample. */
export interface ColumnProfile {
  /** Its name in the first line. */
  name: string;
  position: number;
  /** Rows without a value. */
  missing: number;
  /** How often each text stands there, up to `MOST_TEXTS` of them. */
  texts: Map<string, number>;
  /** Whether there are more texts than those. */
  more: boolean;
  /** Numbers, by their folded unit. */
  numbers: Map<string, Tally>;
  /** Dates with one reading in this order of days and months, and texts that look like dates and have none. */
  dates: { count: number; first: string; last: string; timed: boolean; others: number; order: DateOrder | undefined };
  /** Characters in all texts. */
  letters: number;
  /** The texts of the sampled rows, "" for missing ones. */
  sample: string[];
}

/** What a table holds, column by column. */
export interface TableProfile {
  rows: number;
  /** Rows that are passed over since they have no outcome. */
  without: number;
  dialect: Dialect;
  /** Whether decimals come after a comma. */
  decimalComma: boolean;
  columns: ColumnProfile[];
}

/** Where the target stands, and its unit. */
export interface Outcome {
  position: number;
  unit: string;
}

/** Different texts that are counted in a column. */
const MOST_TEXTS = 20_000;
const MOST_UNITS = 20;
/** Rows of the sample, by which columns are held against each other. */
const SAMPLE_ROWS = 5_000;

/**
 * Read a table once.
 *
 * @param chunks the bytes of a CSV text
 * @param outcome the target's position and unit; rows without it are passed over
 * @throws CsvError where it is none, with the line at fault
 */
export async function profileTable(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  outcome?: Outcome,
): Promise<TableProfile> {
  const { header, headerLines, blocks } = await openTable(chunks);
  let profiler: Profiler | undefined;
  let line = headerLines;
  for await (const block of blocks) {
    profiler ??= new Profiler(header, dialectOf(header, block), outcome);
    line = profiler.add(block, line);
  }
  return (profiler ?? new Profiler(header, header.dialect)).profile;
}

class Profiler {
  readonly profile: TableProfile;
  private readonly record: RecordReader;
  private readonly random = seededRandom(1);

  constructor(
    { names, dialect }: Header,
    { decimalComma, dateOrder: order }: Dialect,
    private readonly outcome?: Outcome,
  ) {
    this.record = new RecordReader({ delimiter: dialect.delimiter, decimalComma }, names.length);
    const columns = names.map((name, position) => ({
      ...{
        name,
        position,
        missing: 0,
        texts: new Map<string, number>(),
        more: false,
        numbers: new Map<string, Tally>(),
      },
      ...{ dates: { count: 0, first: "9999", last: "", timed: false, others: 0, order }, letters: 0, sample: [] },
    }));
    this.profile = { rows: 0, without: 0, dialect, decimalComma, columns };
  }

  /** Add a block that begins behind a line, and give the line behind which the next one begins. */
  add(block: Uint8Array, line: number): number {
    const { record, profile } = this;
    record.load(block);
    while (record.next()) {
      const fault = faultOfRecord(record, profile.columns.length);
      if (fault) {
        const at = line + record.line;
        const isEncoding = record.fault === "encoding";
        throw new CsvError((sentences) => sentences.inLine(at, fault(sentences), isEncoding));
      }
      if (this.outcome && !this.hasOutcome(this.outcome)) {
        profile.without++;
        continue;
      }
      const place = this.placeInSample();
      for (const column of profile.columns) this.addCell(column, place);
      profile.rows++;
    }
    return line + record.linesRead;
  }

  private hasOutcome({ position, unit }: Outcome): boolean {
    const text = this.record.text(position).trim();
    return !isMissingMark(text) && isReadable(text, unit, this.profile.decimalComma);
  }

  /** Where the row goes in the sample; −1 where it does not. Source: Vitter (1985), algorithm R. */
  private placeInSample(): number {
    const { rows } = this.profile;
    if (rows < SAMPLE_ROWS) return rows;
    const place = Math.floor(this.random() * (rows + 1));
    return place < SAMPLE_ROWS ? place : -1;
  }

  private addCell(column: ColumnProfile, place: number): void {
    const { record } = this;
    const plain = record.number(column.position);
    if (column.more && place < 0 && !Number.isNaN(plain)) return addNumber(column, plain, "");
    const text = record.text(column.position).trim();
    const missing = isMissingMark(text);
    if (place >= 0) column.sample[place] = missing ? "" : text;
    if (missing) return void column.missing++;
    column.letters += text.length;
    const count = column.texts.get(text);
    if (count !== undefined || column.texts.size < MOST_TEXTS) column.texts.set(text, (count ?? 0) + 1);
    else column.more = true;
    if (!Number.isNaN(plain)) return addNumber(column, plain, "");
    const quantity = readQuantity(text, this.profile.decimalComma);
    if (quantity) return addNumber(column, quantity.value, quantity.unit);
    addDate(column, text);
  }
}

function addNumber({ numbers }: ColumnProfile, value: number, unit: string): void {
  const key = foldUnit(unit);
  let tally = numbers.get(key);
  if (!tally) {
    if (numbers.size === MOST_UNITS) return;
    numbers.set(key, (tally = { unit, count: 0, min: Infinity, max: -Infinity, whole: true }));
  }
  tally.count++;
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
  if (tally.whole && !Number.isSafeInteger(value)) tally.whole = false;
}

function addDate({ dates }: ColumnProfile, text: string): void {
  const date = readDate(text, dates.order);
  if (!date) return void (looksLikeDate(text) && dates.others++);
  dates.count++;
  if (date.day < dates.first) dates.first = date.day;
  if (date.day > dates.last) dates.last = date.day;
  if (date.time !== undefined) dates.timed = true;
}
