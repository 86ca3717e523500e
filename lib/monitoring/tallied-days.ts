import { setImmediate } from "node:timers/promises";
import { group } from "d3-array";
import type { Model } from "../model/model";
import { DAY, startOfDay, type Span } from "../store/days";
import { countRows, readPredictions, type Place } from "../store/predictions";
import type { Store } from "../store/store";
import { changeTallies, dropTallies, readCounts, readVolumes, type TalliedVolume } from "../store/tallies";
import { RowTally } from "./version-day";

/** What the log holds of a version's day. */
export interface TalliedDay extends TalliedVolume {
  /** How often values were there, as `LogCounts` writes it: of the version that is served. */
  counts: string | null;
}

/**
 * What the log holds of a model in the days of a span of time, by day and version, whole days at a time. It is read from
 * the tallies, which are written with the rows; a day that lacks rows is counted again from the log: days from before
 * there were tallies, those that the release before wrote to, and those of which an estimate was erased. Rows that are
 * forgotten by now stay counted for as long as the rest of their day is kept.
 *
 * @param served the version whose values are needed, if any is
 */
export async function* readTalliedDays(
  store: Store,
  model: string,
  span: Span,
  served?: Model,
): AsyncGenerator<TalliedDay> {
  const tallied = group(await readVolumes(store, model, span), ({ day }) => day);
  for (let day = startOfDay(span.from); day < span.to; day += DAY) {
    const known = tallied.get(day) ?? [];
    const expected = known.reduce((sum, { rows }) => sum + rows, 0);
    const lacksRows = (await countRows(store, model, day, expected)) > expected;
    const lacksCounts = known.some(({ version, counted }) => version === served?.version && !counted);
    if (lacksRows || lacksCounts) {
      yield* await countAgain(store, model, day, served);
      continue;
    }
    for (const volume of known) {
      const counts = volume.version === served?.version ? await readCounts(store, volume) : null;
      yield { ...volume, counts };
      await setImmediate();
    }
  }
}

/**
 * Count a day of the log, and keep the tallies unless rows come in faster than they can be counted; then the next look
 * tries again. Rows are read beside what else goes on; then the tallies are locked, which makes whoever adds rows wait, and
 * those that came meanwhile are added.
 */
async function countAgain(store: Store, model: string, day: number, served: Model | undefined): Promise<TalliedDay[]> {
  const tally = new RowTally((_, version) => (version === served?.version ? served : undefined));
  const span = { from: day, to: day + DAY };
  let last: Place = { at: day, id: "" };
  let rows = 0;
  const readOn = async (place: Store) => {
    for await (const row of readPredictions(place, { model }, span, last)) {
      tally.add(row);
      rows++;
      last = row;
    }
  };
  await readOn(store);
  await store.transaction().execute(async (transaction) => {
    const known = await readVolumes(transaction, model, span);
    await changeTallies(
      transaction,
      known.map(({ version }) => ({ model, version, day, apply: (before) => before })),
    );
    await readOn(transaction);
    if ((await countRows(transaction, model, day, rows)) !== rows) return;
    const changes = tally.changes("replace");
    await changeTallies(transaction, changes);
    await dropTallies(transaction, { model, day, except: changes.map(({ version }) => version) });
  });
  return tally.changes("replace").map((change) => {
    const { model, version, day } = change;
    const none = { rows: 0, predictions: 0, refusals: 0, warned: 0, first: 0, last: 0, counts: null };
    const row = change.apply({ model, version, day, ...none });
    return { ...row, counted: row.counts !== null };
  });
}
