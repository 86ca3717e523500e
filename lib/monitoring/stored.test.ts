import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { predict } from "../model/answer/predict";
import type { Model } from "../model/model";
import { readStanding } from "../store/alerts";
import { recordOutcomes } from "../store/outcomes";
import { addPredictions } from "../store/predictions";
import type { Store } from "../store/store";
import type { PredictionRow } from "../store/tables";
import { house } from "../testing/api";
import { bareModel, publishedModel } from "../testing/models";
import { postgresRunsHere } from "../testing/postgres";
import { dialects, prediction, report, type TestedStore } from "../testing/store";
import { readNotServed } from "./earlier";
import { monitoringReportSchema } from "./report";
import { lastDays, monitorStored } from "./stored";
import { watchModel } from "./watch";

const now = new Date("2026-02-10T12:00:00.000Z");
const daysAgo = (days: number) => now.getTime() - days * 86_400_000;
const EARLIER = "aaaaaaaaaaaa";
const EARLIEST = "bbbbbbbbbbbb";
const without = { low: null, high: null, level: null };

describe.for(Object.entries(dialects))("a model's rows in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let model: Model;
  beforeAll(async () => {
    model = await publishedModel("house-price");
    tested = await make();
    store = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["prediction", "tally", "outcome", "standing_alert", "alert_event"] as const) {
      await store.deleteFrom(table).execute();
    }
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });

  /** Rows of the log of a version, of inputs that only it may know. */
  const logged = (version: string, ...rows: Partial<PredictionRow>[]) =>
    addPredictions(
      store,
      rows.map((row, index) => prediction({ inputs: '{"plot":1}', id: `${version}${index}`, version, ...row })),
    );
  const inputs = JSON.stringify({ ...house, guest_rooms: false });

  it("monitorStored(store, model, days, now) tells the served version in full, and of others counts and outcomes", async () => {
    await logged(model.version, { at: daysAgo(1), inputs, warnings: '[{"code":"far"}]' });
    await logged(
      EARLIER,
      { at: daysAgo(5), weight: 2.5 },
      { at: daysAgo(4), estimate: null, refusal: "too_far", warnings: '[{"code":"far"}]', weight: 10 },
      { at: daysAgo(3), warnings: '[{"code":"far"}]' },
      { at: daysAgo(31) },
    );
    await logged(EARLIEST, { at: daysAgo(32) });
    await logged(EARLIER, { at: daysAgo(2), model: "salary", id: "of another model" });
    const { version } = model;
    await recordOutcomes(store, [
      report({ receipt: "a", version, predicted_at: daysAgo(1), inputs }),
      report({ receipt: "b", version: EARLIER, predicted_at: daysAgo(6), actual: 1 }),
      report({ receipt: "c", version: EARLIER, predicted_at: daysAgo(3), ...without }),
      report({ receipt: "d", version: EARLIER, predicted_at: daysAgo(40) }),
      report({ receipt: "e", version: EARLIEST, predicted_at: daysAgo(20), ...without }),
      report({ receipt: "f", version: EARLIEST, predicted_at: daysAgo(20), kind: "opinion", actual: null }),
    ]);
    await recordOutcomes(store, [report({ receipt: "b", version: EARLIER, predicted_at: daysAgo(6) })]);

    const told = await monitorStored(store, model, 30, now);
    expect(monitoringReportSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
    expect(told.version).toBe(version);
    expect(told.volume).toEqual({ predictions: 1, refusals: 0, warned: 1, logged: 1, outcomes: 1 });
    expect(told.performance.outcomes).toBe(1);
    expect(told.earlier).toMatchObject([
      {
        ...{ version: EARLIER, predictions: 13.5, refusals: 10, warned: 1, logged: 3, outcomes: 2 },
        from: new Date(daysAgo(6)).toISOString(),
        to: new Date(daysAgo(3)).toISOString(),
      },
      {
        ...{ version: EARLIEST, predictions: 0, refusals: 0, warned: 0, logged: 0, outcomes: 1 },
        from: new Date(daysAgo(20)).toISOString(),
        to: new Date(daysAgo(20)).toISOString(),
      },
    ]);
    const error = (95_000 - 90_242.69) / 95_000;
    expect(told.earlier.map(({ measures }) => measures.mdape!.value)).toEqual([
      expect.closeTo(error, 12),
      expect.closeTo(error, 12),
    ]);
    // Of two outcomes one has a range, of the other version none has.
    expect(told.earlier.map(({ measures }) => measures.coverage?.value)).toEqual([1, undefined]);
  });

  it("monitorStored(store, model, …) of a model without intervals measures everything but coverage", async () => {
    const bare = await bareModel("house-price");
    await recordOutcomes(store, [
      report({ version: bare.version, predicted_at: daysAgo(1), inputs, ...without }),
      report({ receipt: "b", predicted_at: daysAgo(1) }),
    ]);
    const { performance, periods, earlier } = await monitorStored(store, bare, 30, now);
    expect(performance.measures.map(({ measure, claimed }) => [measure, claimed])).toEqual([
      ["mdape", null],
      ["within10", null],
    ]);
    expect(Object.keys(periods[0]!.measures)).not.toContain("coverage");
    expect(earlier.map(({ version, outcomes }) => [version, outcomes])).toEqual([["0123456789ab", 1]]);
  });

  it("readNotServed(store, served, span) gives the models besides those, with their versions", async () => {
    await logged(
      EARLIER,
      { at: daysAgo(1) },
      { at: daysAgo(40), model: "long gone" },
      { at: daysAgo(2), model: "boats" },
    );
    await recordOutcomes(store, [report({ model: "ships", predicted_at: daysAgo(3) })]);
    const found = await readNotServed(store, ["house-price"], lastDays(30, now));
    expect(found.map(({ model: id, versions }) => [id, versions.map(({ version }) => version)])).toEqual([
      ["boats", [EARLIER]],
      ["ships", ["0123456789ab"]],
    ]);
  });

  it("watchModel(store, model, …) fires and clears alerts of the served version alone", async () => {
    const standing = (version: string) => readStanding(store, { model: "house-price", version });
    const watch = (version: string, at: Date) => watchModel(store, { ...model, version }, at, false);
    // Houses on the largest lots alone, forty times.
    const { estimate } = predict(model, { ...house, guest_rooms: false, area: 15_000 });
    const large = { inputs: JSON.stringify({ ...house, guest_rooms: false, area: 15_000 }), estimate };
    const rows = Array.from({ length: 40 }, (_, index) => ({ at: daysAgo(1) + index, ...large }));
    await logged(EARLIER, ...rows);
    await watch(EARLIER, now);
    const since = { drift: now.getTime() };
    expect(await standing(EARLIER)).toEqual(since);

    const later = new Date(now.getTime() + 60_000);
    await watch(model.version, later);
    expect(await standing(model.version)).toEqual({});
    await logged(model.version, ...rows);
    await watch(model.version, later);
    expect(await standing(model.version)).toEqual({ drift: later.getTime() });
    const quiet = { ...model, spec: { ...model.spec, alerts: [] } };
    await watchModel(store, quiet, later, false);
    expect([await standing(model.version), await standing(EARLIER)]).toEqual([{}, since]);
  });
});
