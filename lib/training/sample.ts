/**
 * A systematic sample of a stream of unknown length in bounded memory: every row while they fit, then every
 * second, every fourth, and so on. It depends on nothing but the rows and their order, so the same table gives
 * the same artifact; a table of up to `capacity` rows is kept whole.
 */
export class SystematicSample<Row> {
  readonly rows: Row[] = [];
  private stride = 1;
  private seen = 0;

  constructor(private readonly capacity: number) {}

  /** @param make the row of an index from 0 to below `count`, asked for only if it is kept */
  addMany(count: number, make: (index: number) => Row): void {
    const first = this.seen;
    this.seen += count;
    for (let row = this.nextAfter(first); row < this.seen; row = this.nextAfter(row + 1)) {
      if (this.rows.length === this.capacity) {
        this.stride *= 2;
        let kept = 0;
        for (let index = 0; index < this.rows.length; index += 2) this.rows[kept++] = this.rows[index]!;
        this.rows.length = kept;
        if (row % this.stride !== 0) continue;
      }
      this.rows.push(make(row - first));
    }
  }

  /** The first row from one on that is of the sample. */
  private nextAfter(row: number): number {
    return Math.ceil(row / this.stride) * this.stride;
  }
}

/** At most `capacity` of the items, evenly spread. */
export function thin<Row>(rows: readonly Row[], capacity: number): Row[] {
  const sample = new SystematicSample<Row>(capacity);
  sample.addMany(rows.length, (index) => rows[index]!);
  return sample.rows;
}
