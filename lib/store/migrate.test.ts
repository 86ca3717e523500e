import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { ReleaseBefore } from "../testing/release-before";
import { dialects, historyOf, prediction, report, type TestedStore } from "../testing/store";
import { listAlertEvents, readStanding, recordAlerts, takeAlertEvent } from "./alerts";
import { readOutcomes, recordOutcomes } from "./outcomes";
import { addPredictions, readPredictions } from "./predictions";
import type { Store } from "./store";

const ALWAYS = { from: 0, to: 9e15 };
const served = { model: "house-price", version: "ba9876543210" };
const without = { low: null, high: null, level: null };

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

const logged = (id: string) => Object.values(prediction({ id }));

function said(receipt: string, revision = 1): unknown[] {
  return [...Object.values(report({ receipt })), revision];
}

/** All that the release before does with a store. */
async function workAsBefore(release: ReleaseBefore, name: string): Promise<void> {
  await release.run("addPrediction", ...logged(name));
  await release.run("addPrediction", ...logged(name));
  const predictions = await release.run("readPredictions", "house-price", 0, 0, "", 0, 9e15, 1_000);
  expect(predictions.filter(({ id }) => id === name)).toEqual([prediction({ id: name })]);

  expect(await release.run("lastReport", name, "actual", 1)).toEqual([]);
  await release.run("addReport", ...said(name));
  await expect(release.run("addReport", ...said(name))).rejects.toThrow(/unique|duplicate/i);
  await release.run("addReport", ...said(name, 2));
  const outcomes = await release.run("readOutcomes", "house-price", "actual", 0, 0, "", 0, 9e15, 1_000);
  expect(outcomes.filter(({ receipt }) => receipt === name)).toEqual([{ ...report({ receipt: name }), revision: 2 }]);

  expect(await release.run("fireAlert", "house-price", name, 5)).toEqual([{ rule: name }]);
  expect(await release.run("fireAlert", "house-price", name, 6)).toEqual([]);
  expect(await release.run("readStanding", "house-price")).toContainEqual({ rule: name, since: 5 });
  expect(await release.run("clearAlert", "house-price", name)).toEqual([{ rule: name }]);
  expect(await release.run("clearAlert", "house-price", name)).toEqual([]);
  await release.run("addEvent", name, "fired", 1, "too many", name, "house-price", 0, 1, null);
  expect(await release.run("dueEvent", 1, 1)).toMatchObject([{ id: name, attempts: 0 }]);
  expect(await release.run("takeEvent", 1, 9, name, 0)).toMatchObject([{ rule: name, next_at: 9 }]);
  await release.run("settleEvent", 2, null, name);
  expect(await release.run("takeLease", name, 10, 10, 5)).toEqual([{ name }]);
  expect(await release.run("takeLease", name, 20, 20, 5)).toEqual([]);
}

describe.for(Object.entries(dialects))("migrate(store) in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let before: ReleaseBefore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    before = await ReleaseBefore.start(tested.place);
    await workAsBefore(before, "a");
    await before.run("fireAlert", "house-price", "drift", 7);
    // Opening it is what migrates it, while an instance of the release before has it open too.
    store = await tested.open();
  }, 120_000);
  afterAll(async () => {
    await Promise.all([before.stop(), store.destroy()]);
    await tested.remove();
  });

  it("keeps every row of the release before, and its index", async () => {
    expect(await all(readPredictions(store, { model: "house-price" }, ALWAYS))).toEqual([prediction()]);
    expect(await historyOf(store, "a")).toEqual([1, 2].map((revision) => ({ ...report(), revision })));
    expect(await listAlertEvents(store, 10)).toMatchObject([{ id: "a", version: null, told_at: 2 }]);
    const catalogue =
      name === "SQLite" ? sql`select name from sqlite_master` : sql`select relname as name from pg_class`;
    const { rows } = await sql<{ name: string }>`${catalogue}`.execute(store);
    expect(rows.map((row) => row.name)).toContain("outcome_by_time");
  });

  it("leaves the release before at work, also when it starts again", async () => {
    await workAsBefore(before, "b");
    const again = await ReleaseBefore.start(tested.place);
    await workAsBefore(again, "c");
    await again.stop();
    expect(await historyOf(store, "c")).toHaveLength(2);
  });

  it("lets an outcome have no range, which the release before can read beside its own", async () => {
    const bare = report({ ...without, receipt: "bare", version: served.version, predicted_at: 2_000 });
    expect(await recordOutcomes(store, [bare])).toEqual(["stored"]);
    const [read] = await all(readOutcomes(store, { model: "house-price", only: served.version }, "actual", ALWAYS));
    expect(read).toEqual({ ...bare, revision: 1 });
    expect(await before.run("readOutcomes", "house-price", "actual", 1_500, 1_500, "", 1_500, 9e15, 1_000)).toEqual([
      read,
    ]);
    await before.run("eraseOutcomes", "bare");
    expect(await historyOf(store, "bare")).toEqual([]);
  });

  it("keeps the alerts of both releases apart, and both tell the events of either", async () => {
    const fired = { rule: "drift", event: "fired", at: 1_000, detail: "lot area is not as in training" } as const;
    expect(await readStanding(store, served)).toEqual({});
    await recordAlerts(store, served, { before: {}, after: { drift: 1_000 }, changes: [fired] }, true);
    expect(await before.run("clearAlert", "house-price", "drift")).toEqual([{ rule: "drift" }]);
    expect(await readStanding(store, served)).toEqual({ drift: 1_000 });
    const [due] = await before.run("dueEvent", 1_000, 1);
    expect(due).toMatchObject({ ...fired, version: served.version });
    await before.run("settleEvent", 1_001, null, due!.id);
    await before.run("addEvent", "refusals", "fired", 2_000, "too many", "old", "house-price", 0, 2_000, null);
    expect(await takeAlertEvent(store, 2_000, () => 3_000)).toMatchObject({ id: "old", version: null, attempts: 1 });
  });

  it("leaves a store of a later release as it is", async () => {
    const later = sql`insert into glasshouse_migration (name, timestamp) values ('999-later', '2030-01-01')`;
    await later.execute(store);
    const opened = await Promise.all([tested.open(), tested.open()]);
    await addPredictions(opened[0], [prediction({ id: "later", version: served.version })]);
    expect(await all(readPredictions(opened[1], { model: "house-price", only: served.version }, ALWAYS))).toHaveLength(
      1,
    );
    await Promise.all(opened.map((each) => each.destroy()));
  });

  it("makes a new store that the release before starts on", async () => {
    const fresh = await make();
    const first = await fresh.open();
    const second = await ReleaseBefore.start(fresh.place);
    await workAsBefore(second, "a");
    expect(await historyOf(first, "a")).toHaveLength(2);
    await Promise.all([first.destroy(), second.stop()]);
    await fresh.remove();
  });
});
