import { COMMA, decimalOf, POINT, type DecimalMark, type Dialect } from "./dialect";
import type { Header } from "./header";
import { isTwofold, readingsOf, takeApart, type Written } from "./number-text";
import { RecordReader } from "./record";

/** A cell longer than this is text. */
const LONGEST_NUMBER = 40;
/** So many cells of columns that are read as numbers leave no doubt. */
const ENOUGH = 1000;
/** Nobody writes thousandths of these, and where they are used a point comes before decimals: "$1,250" is 1250. */
const WITH_POINT = /[$£¥₹]|^(USD|CAD|AUD|NZD|GBP|INR|JPY)$/i;
const UNIT_BEHIND = /^[\p{L}%°µ"'][\p{L}\p{N}%°µ"'/.² ³-]{0,19}$/u;

/**
 * What the cells of a table say of the way in which its numbers are written, over all columns: a cell with one reading
 * says which mark comes before decimals ("18.3 kmpl", "1.234,5", "1,234,567"), and columns that are read as numbers
 * count before all others. Of such a column it also tells what its numbers have behind them, where most have the same and
 * none has another.
 */
export class CellEvidence {
  private readonly record: RecordReader;
  private readonly numbers: Set<number>;
  /** By column: what stands behind its numbers, how many have it, and whether others have something else. */
  private readonly units: ({ unit: string; count: number; mixed: boolean } | undefined)[] = [];
  /** By column: cells that are not empty. */
  private readonly cells: number[] = [];
  private readonly used = { point: 0, comma: 0 };
  private readonly all = { point: 0, comma: 0 };
  private unusual = false;
  /** The first cell of a column that is read as numbers that has two readings. */
  private twofold: string | undefined;

  /** @param numbers the positions of the columns that are read as numbers */
  constructor(
    private readonly header: Pick<Header, "dialect" | "names">,
    numbers: Iterable<number>,
  ) {
    this.numbers = new Set(numbers);
    this.record = new RecordReader(header.dialect, header.names.length);
  }

  /** Look at a block of whole records. */
  add(block: Uint8Array): void {
    const { record, header } = this;
    record.load(block);
    while (record.next()) {
      if (record.count !== header.names.length) continue;
      for (let field = 0; field < record.count; field++) this.look(field);
    }
  }

  /**
   * Whether more blocks could say more: not where the cells so far are written as the delimiter lets one expect, without
   * marks between thousands and units, and not where they leave no doubt.
   */
  get wantsMore(): boolean {
    const { point, comma } = this.used;
    return this.unusual && (this.units.some((unit) => unit !== undefined) || point + comma < ENOUGH);
  }

  /** A cell that nothing decides how to read, if there is one. */
  get doubt(): string | undefined {
    return this.decide().decided ? undefined : this.twofold;
  }

  /** @param decimal the mark before decimals where a person says it, whatever the cells say */
  decide(decimal?: DecimalMark): Dialect {
    const { dialect } = this.header;
    const units = this.units.map((found, column) =>
      found && !found.mixed && 2 * found.count > this.cells[column]! ? found.unit : undefined,
    );
    const written = { ...dialect, ...(units.some((unit) => unit !== undefined) && { units }) };
    if (decimal) return { ...written, decimalComma: decimal === ",", decided: true };
    for (const { point, comma } of [this.used, this.all]) {
      if (point !== comma) return { ...written, decimalComma: comma > point, decided: true };
    }
    return written;
  }

  private look(field: number): void {
    const { bytes, starts, ends } = this.record;
    const [start, end] = [starts[field]!, ends[field]!];
    const number = this.numbers.has(field);
    if (number && end > start) this.cells[field] = (this.cells[field] ?? 0) + 1;
    if (end - start > LONGEST_NUMBER) return;
    let marks = 0;
    let others = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === COMMA || byte === POINT) marks++;
      else if (byte > 0x39 || byte < 0x20) others++;
    }
    if (marks === 0 && (others === 0 || !number)) return;
    const written = takeApart(this.record.text(field));
    if (!written) return;
    if (number && written.after !== "") this.noteUnit(field, written.after);
    if (marks > 0) this.weigh(field, written, number);
  }

  private weigh(field: number, written: Written, number: boolean): void {
    if (written.after !== "" && !UNIT_BEHIND.test(written.after)) return;
    const readings = readingsOf(written);
    const { point, comma } = readings;
    if (!this.isOwn(written)) this.unusual = true;
    if ((point ?? comma) === undefined || point === comma) return;
    const grouped = WITH_POINT.test(written.before) && written.digits.includes(",");
    if (isTwofold(readings) && !grouped) {
      if (number && !this.isOwn(written)) this.twofold ??= this.record.text(field);
      return;
    }
    const mark = point === undefined ? "comma" : "point";
    this.all[mark]++;
    if (number) this.used[mark]++;
  }

  /** Whether digits have no other mark than the delimiter lets one expect before decimals. */
  private isOwn({ digits }: Written): boolean {
    return !digits.includes(decimalOf(this.header.dialect) === COMMA ? "." : ",");
  }

  private noteUnit(field: number, after: string): void {
    if (!UNIT_BEHIND.test(after)) return;
    this.unusual = true;
    const unit = foldUnit(after);
    const found = (this.units[field] ??= { unit, count: 0, mixed: false });
    found.count++;
    if (found.unit !== unit) found.mixed = true;
  }
}

/** A unit as it is compared: "sq. ft." is "sqft", "m²" is "m2". */
export function foldUnit(unit: string): string {
  return unit.normalize("NFKC").toLowerCase().replace(/[\s.]/g, "");
}
