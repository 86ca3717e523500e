import type { Inputs } from "../model/inputs/value";
import type { Model } from "../model/model";
import { startOfDay } from "../store/days";
import type { PredictionRow, TallyRow } from "../store/tables";
import type { TallyChange } from "../store/tallies";
import { LogCounts } from "./log-counts";

/** Rows of the log of one version and one day as they are tallied. */
class VersionDay {
  private readonly volume = { rows: 0, predictions: 0, refusals: 0, warned: 0, first: Infinity, last: -Infinity };
  private readonly counts: LogCounts | null;

  /** @param model the version; where it is not at hand, its values cannot be counted, and its rows alone are */
  constructor(private readonly model: Model | undefined) {
    this.counts = model ? new LogCounts(model) : null;
  }

  add({ at, inputs, estimate, warnings, weight }: PredictionRow): void {
    const { volume, model } = this;
    volume.rows++;
    volume.predictions += weight;
    if (estimate === null) volume.refusals += weight;
    else if (warnings !== "[]") volume.warned += weight;
    volume.first = Math.min(volume.first, at);
    volume.last = Math.max(volume.last, at);
    const encoded = inputs === null || !model ? null : model.reading.encode(JSON.parse(inputs) as Inputs);
    this.counts?.add({ encoded, estimate, weight });
  }

  /** These rows in the place of those that are tallied. */
  replace(before: TallyRow): TallyRow {
    const counts = this.counts?.write() ?? (before.rows === this.volume.rows ? before.counts : null);
    return { ...before, ...this.volume, counts };
  }

  /** These rows beside those that are tallied already; to be called once. */
  addTo(before: TallyRow): TallyRow {
    const { volume } = this;
    if (before.rows === 0) return this.replace(before);
    // Counts that lack some rows would pass for those of all.
    const known = before.counts === null ? null : this.counts;
    known?.merge(before.counts!);
    return {
      ...before,
      rows: before.rows + volume.rows,
      predictions: before.predictions + volume.predictions,
      refusals: before.refusals + volume.refusals,
      warned: before.warned + volume.warned,
      first: Math.min(before.first, volume.first),
      last: Math.max(before.last, volume.last),
      counts: known?.write() ?? null,
    };
  }
}

/** Rows of the log by version and day. */
export class RowTally {
  private readonly days = new Map<string, { row: PredictionRow; of: VersionDay }>();

  /** @param modelOf the model of an id and a version, where it is at hand */
  constructor(private readonly modelOf: (id: string, version: string) => Model | undefined) {}

  add(row: PredictionRow): void {
    const { model, version, at } = row;
    const name = `${model} ${version} ${startOfDay(at)}`;
    let day = this.days.get(name);
    if (!day) this.days.set(name, (day = { row, of: new VersionDay(this.modelOf(model, version)) }));
    day.of.add(row);
  }

  /** What becomes of the tallies: these rows are added to them, or are all that there is. */
  changes(way: "add" | "replace"): TallyChange[] {
    return Array.from(this.days.values(), ({ row: { model, version, at }, of }) => ({
      ...{ model, version, day: startOfDay(at) },
      apply: (before) => (way === "add" ? of.addTo(before) : of.replace(before)),
    }));
  }
}
