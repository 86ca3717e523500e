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

  /** @param make the row, asked for only if it is kept */
  add(make: () => Row): void {
    if (this.seen++ % this.stride !== 0) return;
    if (this.rows.length === this.capacity) {
      this.stride *= 2;
      let kept = 0;
      for (let index = 0; index < this.rows.length; index += 2) this.rows[kept++] = this.rows[index]!;
      this.rows.length = kept;
      if ((this.seen - 1) % this.stride !== 0) return;
    }
    this.rows.push(make());
  }
}

/** At most `capacity` of the items, evenly spread. */
export function thin<Row>(rows: readonly Row[], capacity: number): Row[] {
  const sample = new SystematicSample<Row>(capacity);
  for (const row of rows) sample.add(() => row);
  return sample.rows;
}
