import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { dialects, type TestedStore } from "../testing/store";
import { addLimitCounts, forgetEndedLimits, forgetLimitCount } from "./limits";
import type { Store } from "./store";

const NOW = 1_700_000_000_000;

describe.for(Object.entries(dialects))("limits in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
  }, 120_000);
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });
  const row = (client: string, points: number, ends_at = NOW + 60_000) => ({ name: "rows", client, points, ends_at });

  it("addLimitCounts(store, rows, now) adds up, in the window that began first, and in a new one after it", async () => {
    expect(await addLimitCounts(store, [], NOW)).toEqual([]);
    expect(await addLimitCounts(store, [row("a", 3_000_000_000)], NOW)).toEqual([row("a", 3_000_000_000)]);
    const added = await addLimitCounts(store, [row("b", 1), row("a", 2_000_000_000, NOW + 61_000)], NOW + 1_000);
    expect(added).toEqual(expect.arrayContaining([row("a", 5_000_000_000), row("b", 1)]));
    const anew = row("a", 1, NOW + 120_000);
    expect(await addLimitCounts(store, [anew], NOW + 60_000)).toEqual([anew]);
  });

  it("addLimitCounts(store, rows, now) loses nothing of what instances add at once", async () => {
    const clients = ["x", "y", "z"];
    const orders = [clients, clients.toReversed()];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        addLimitCounts(
          store,
          orders[index % 2]!.map((client) => row(client, 1)),
          NOW,
        ),
      ),
    );
    const totals = await addLimitCounts(
      store,
      clients.map((client) => row(client, 0)),
      NOW,
    );
    expect(totals.map(({ points }) => points)).toEqual([40, 40, 40]);
  });

  it("forgetLimitCount(store, name, client) and forgetEndedLimits(store, now) leave the others", async () => {
    await addLimitCounts(store, [row("kept", 1), row("forgotten", 1), row("ended", 1, NOW + 10)], NOW);
    await forgetLimitCount(store, "rows", "forgotten");
    await forgetEndedLimits(store, NOW + 10);
    const clients = (await store.selectFrom("limit_count").select("client").execute()).map(({ client }) => client);
    expect(clients).toContain("kept");
    expect(clients).not.toContain("forgotten");
    expect(clients).not.toContain("ended");
  });
});
