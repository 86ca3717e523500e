import type { Model } from "../model/model";
import { originalOf } from "../model/translate";
import { processState } from "../process-state";
import { cellNames } from "./cell-names";
import type { DriftWatch } from "./drift";
import { referenceOf, type DriftRow } from "./drift-reference";
import { ValueCounts } from "./value-counts";

/** By the name of an input, what is counted of it; that of the estimate is empty, which no input's is. */
type Columns = Record<string, ValueCounts>;
const ESTIMATE = "";

const cache = processState("cell-names", () => new WeakMap<Model, ((value: number) => number)[]>());

function cellNamesOf(model: Model): ((value: number) => number)[] {
  const original = originalOf(model);
  let names = cache.get(original);
  if (!names) cache.set(original, (names = referenceOf(original).map(cellNames)));
  return names;
}

/**
 * How often each value of each input, and of the estimate, was in some rows of the log: all that the tests of drift need
 * of the rows. Which values came together is not in it. Rows with and without an estimate are counted apart, since those
 * with one alone can have an outcome.
 */
export class LogCounts {
  private readonly names: string[];
  private readonly cells: ((value: number) => number)[];
  private readonly estimated: Columns;
  private readonly refused: Columns;

  constructor(private readonly model: Model) {
    this.names = [...model.spec.inputs.map(({ name }) => name), ESTIMATE];
    this.cells = cellNamesOf(model);
    const columns = () => Object.fromEntries(this.names.map((name) => [name, new ValueCounts()]));
    [this.estimated, this.refused] = [columns(), columns()];
  }

  add(row: DriftRow): void {
    this.each(row, (counts, cell, value, weight) => counts.add(cell, value, weight));
  }

  /** Take a row away that was added. */
  remove(row: DriftRow): void {
    this.each(row, (counts, cell, value, weight) => counts.remove(cell, value, weight));
  }

  private each(
    { encoded, estimate, weight = 1 }: DriftRow,
    change: (counts: ValueCounts, cell: number, value: number, weight: number) => void,
  ): void {
    const columns = estimate === null ? this.refused : this.estimated;
    for (let index = 0; index < this.names.length; index++) {
      const value = this.names[index] === ESTIMATE ? estimate : encoded && encoded[index]!;
      if (value !== null && !Number.isNaN(value))
        change(columns[this.names[index]!]!, this.cells[index]!(value), value, weight);
    }
  }

  /** Add what was written. An input that the model has no longer is passed over. */
  merge(written: string): void {
    const kept = JSON.parse(written) as { [Part in "estimated" | "refused"]: Record<string, []> };
    for (const part of ["estimated", "refused"] as const) {
      for (const [name, cells] of Object.entries(kept[part])) this[part][name]?.addAll(cells);
    }
  }

  write(): string {
    return JSON.stringify({ estimated: this.estimated, refused: this.refused });
  }

  /** @param which the rows to compare: all, or those with an estimate */
  addTo(watch: DriftWatch, which: "all" | "estimated"): void {
    this.names.forEach((name, index) => {
      watch.addCounted(index, this.estimated[name]!);
      if (which === "all") watch.addCounted(index, this.refused[name]!);
    });
  }
}
