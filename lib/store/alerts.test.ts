import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { listAlertEvents, readStanding, recordAlerts, settleAlertEvent, takeAlertEvent } from "./alerts";
import { changeLease, takeLease } from "./lease";
import type { Store } from "./store";
import { dialects, type TestedStore } from "../testing/store";

const fired = { rule: "drift", event: "fired", at: 1_000, detail: "lot area is not as in training" } as const;
const firing = { before: {}, after: { drift: 1_000 }, changes: [fired] };
const served = { model: "house-price", version: "0123456789ab" };
const cleared = { rule: "drift", event: "cleared", at: 5_000, detail: "nothing differs" } as const;
const clearing = { before: { drift: 1_000 }, after: {}, changes: [cleared] };

describe.for(Object.entries(dialects))("alerts in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
    other = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["standing_alert", "alert_event", "lease"] as const) await store.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await Promise.all([store.destroy(), other.destroy()]);
    await tested.remove();
  });

  it("fires once and clears once, however many found the same", async () => {
    await Promise.all([store, other, store].map((each) => recordAlerts(each, served, firing, true)));
    expect(await readStanding(store, served)).toEqual({ drift: 1_000 });
    expect(await readStanding(store, { ...served, model: "salary" })).toEqual({});
    await Promise.all([store, other].map((each) => recordAlerts(each, served, clearing, true)));
    expect(await readStanding(store, served)).toEqual({});
    expect((await listAlertEvents(store, 10)).map(({ event }) => event)).toEqual(["cleared", "fired"]);
  });

  it("readStanding(store, served) and recordAlerts(store, served, …) know the alerts of one version alone", async () => {
    const other = { ...served, version: "ba9876543210" };
    await recordAlerts(store, served, firing, true);
    expect(await readStanding(store, other)).toEqual({});
    await recordAlerts(store, other, { ...firing, after: { drift: 2_000 } }, true);
    await recordAlerts(store, other, { ...clearing, before: { drift: 2_000 } }, true);
    expect(await readStanding(store, other)).toEqual({});
    expect(await readStanding(store, served)).toEqual({ drift: 1_000 });
    const events = await listAlertEvents(store, 10, "house-price");
    expect(events.map(({ version, event }) => `${version} ${event}`).sort()).toEqual([
      "0123456789ab fired",
      "ba9876543210 cleared",
      "ba9876543210 fired",
    ]);
  });

  it("an event is taken by one, by anybody again when it was not settled, and never after it was", async () => {
    await recordAlerts(store, served, firing, true);
    const take = (from: Store, now: number) => takeAlertEvent(from, now, (attempts) => now + attempts * 100);
    expect(await take(store, 999)).toBeUndefined();
    const taken = await Promise.all([take(store, 1_000), take(other, 1_000)]);
    expect(taken.filter((event) => event !== undefined)).toMatchObject([{ attempts: 1, next_at: 1_100 }]);
    const again = await take(other, 1_100);
    expect(again).toMatchObject({ attempts: 2, next_at: 1_300, rule: "drift" });
    await settleAlertEvent(store, again!.id, 1_200);
    expect(await take(store, 9_999)).toBeUndefined();
    expect(await listAlertEvents(store, 1, "house-price")).toMatchObject([{ told_at: 1_200, next_at: null }]);
  });

  it("where nobody is to be told, events are kept and never due", async () => {
    await recordAlerts(store, served, firing, false);
    expect(await takeAlertEvent(store, 9_999, () => 0)).toBeUndefined();
    expect((await listAlertEvents(store, 10)).length).toBe(1);
  });

  it("a lease is one's until its time, and can be made shorter", async () => {
    const taken = await Promise.all([store, other, store].map((each) => takeLease(each, "alerts", 1_000, 2_000)));
    expect(taken.filter(Boolean)).toEqual([true]);
    expect(await takeLease(other, "alerts", 1_999, 3_000)).toBe(false);
    await changeLease(store, "alerts", 1_500);
    expect(await takeLease(other, "alerts", 1_500, 3_000)).toBe(true);
  });
});
