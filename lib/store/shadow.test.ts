import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { dialects, prediction, report, type TestedStore } from "../testing/store";
import { erase } from "./erase";
import { recordOutcomes } from "./outcomes";
import { addPredictions } from "./predictions";
import { addShadows, findShadows, forgetShadows, readShadows } from "./shadow";
import type { Store } from "./store";
import type { ShadowRow } from "./tables";

const pair = { model: "house-price", version: "0123456789ab", challenger: "b" };

function answer(changes: Partial<ShadowRow> = {}): ShadowRow {
  return {
    ...{ ...pair, at: 1_000, id: "a", estimate: 90_000, challenger_estimate: 91_000 },
    ...{ challenger_low: 70_000, challenger_high: 110_000, level: 0.8, ...changes },
  };
}
const refused = { challenger_estimate: null, challenger_low: null, challenger_high: null, level: null };

describe.for(Object.entries(dialects))("shadow answers in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["shadow", "prediction", "outcome"] as const) await store.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });

  it("readShadows(store, pair, most) gives the newest first, with what the log has, of this pair alone", async () => {
    await addPredictions(store, [prediction()]);
    const others = [answer({ id: "x", version: "c" }), answer({ id: "y", challenger: "c" })];
    await addShadows(store, [answer(), answer({ id: "b", at: 2_000, ...refused }), ...others]);
    // What is there already stays as it is.
    await addShadows(store, [answer({ estimate: 1 })]);
    expect(await readShadows(store, pair, 10)).toEqual([
      { ...answer({ id: "b", at: 2_000, ...refused }), low: null, high: null, inputs: null },
      { ...answer(), low: 68_295.16, high: 112_190.22, inputs: '{"area":6000}' },
    ]);
    expect((await readShadows(store, pair, 1)).map(({ id }) => id)).toEqual(["b"]);
  });

  it("readShadows(store, pair, most) and findShadows(store, of, places) go through more than one page", async () => {
    const rows = Array.from({ length: 450 }, (_, index) => answer({ id: `i${index}`, at: 1_000 + (index >> 1) }));
    await addShadows(store, rows);
    expect((await readShadows(store, pair, 1_000)).length).toBe(450);
    expect((await readShadows(store, pair, 420)).length).toBe(420);
    const found = await findShadows(store, pair, [...rows, { at: 1, id: "none" }]);
    expect([found.size, found.get("i449")]).toEqual([450, rows[449]]);
  });

  it("forgetShadows(store, before) leaves the others", async () => {
    const rows = Array.from({ length: 250 }, (_, at) => answer({ id: `i${at}`, at }));
    await addShadows(store, rows);
    await forgetShadows(store, 240);
    expect((await readShadows(store, pair, 1_000)).map(({ at }) => at)).toEqual(
      Array.from({ length: 10 }, (_, index) => 249 - index),
    );
  });

  it("erase(store, estimate) forgets what the challenger answered to it", async () => {
    await addPredictions(store, [prediction()]);
    await addShadows(store, [answer(), answer({ id: "b" })]);
    await recordOutcomes(store, [report()]);
    expect(await erase(store, { model: "house-price", at: 1_000, id: "a" }, "owner")).toBe(3);
    expect((await readShadows(store, pair, 10)).map(({ id }) => id)).toEqual(["b"]);
  });
});
