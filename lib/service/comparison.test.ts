import { rm } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadModel } from "../families";
import type { Model } from "../model/model";
import type { Inputs } from "../model/inputs/value";
import { recordOutcomes } from "../store/outcomes";
import { addPredictions } from "../store/predictions";
import { addShadows } from "../store/shadow";
import type { Store } from "../store/store";
import { house } from "../testing/api";
import { postgresRunsHere } from "../testing/postgres";
import { filesAs, putVersion } from "../testing/published";
import { dialects, prediction, report, type TestedStore } from "../testing/store";
import { compareVersions } from "./comparison";

const LATER = 9_000_000_000_000;
const inputsOf = (index: number): Inputs => ({ ...house, area: 3_000 + 150 * index, guest_rooms: false });

describe.for(Object.entries(dialects))("compareVersions(store, …) in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  let champion: Model;
  let challenger: Model;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
    const files = [await filesAs("houses", 0, "house-price"), await filesAs("houses", 4_000_000, "house-price")];
    [champion, challenger] = files.map(({ spec, bundle }) => loadModel(spec, bundle)) as [Model, Model];
    await putVersion(store, files[0]!);
    await putVersion(store, files[1]!, "challenger");
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["shadow", "prediction", "outcome"] as const) await store.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
    if (tested.place.DATA_DIR) await rm(tested.place.DATA_DIR, { recursive: true, force: true });
  });

  const of = { model: "houses" };
  /** An outcome of the champion's estimate, which is 4,000 too low; the challenger, whose estimates are as much higher, is right. */
  async function outcome(index: number, changes: Parameters<typeof report>[0] = {}) {
    const inputs = inputsOf(index);
    const encoded = champion.reading.encode(inputs);
    const point = { center: NaN, reach: 0, size: 1 };
    champion.predictor.evaluate(encoded, point);
    const estimate = point.center;
    return report({
      ...{ ...of, version: champion.version, receipt: `r${index}`, predicted_at: index, reported_at: LATER },
      ...{ inputs: JSON.stringify(inputs), estimate, low: estimate - 20_000, high: estimate + 20_000, level: 0.8 },
      ...{ actual: estimate + 4_000 + 10 * (index % 7), ...changes },
    });
  }
  const outcomes = (count: number, from = 0, changes = {}) =>
    Promise.all(Array.from({ length: count }, (_, index) => outcome(from + index, changes)));

  it("has both estimate the stored inputs anew, or takes what was answered in shadow", async () => {
    await recordOutcomes(store, await outcomes(12));
    const without = await outcomes(3, 100, { inputs: null });
    await recordOutcomes(store, without);
    await addShadows(
      store,
      without.slice(0, 2).map(({ receipt: id, predicted_at: at, estimate }) => ({
        ...{ ...of, version: champion.version, challenger: challenger.version, at, id, estimate },
        ...{ challenger_estimate: estimate + 4_000, challenger_low: 0, challenger_high: 1e6, level: 0.8 },
      })),
    );
    const { outcomes: found, contests } = await compareVersions(store, champion, challenger);
    expect(found).toMatchObject({
      ...{ verdict: "the challenger is closer", outcomes: 14, fromInputs: 12, fromShadow: 2, without: 1 },
      ...{ closer: { count: 14, rows: 14 }, champion: { ranges: { inside: 14 } } },
    });
    expect(contests).toHaveLength(14);
  });

  it("counts no outcome that was first reported before the version was there, nor one of another version", async () => {
    await recordOutcomes(store, await outcomes(5, 0, { reported_at: 1 }));
    // A correction of what was known before brings nothing new.
    await recordOutcomes(store, await outcomes(5, 0, { reported_at: LATER, actual: 50_000 }));
    await recordOutcomes(store, await outcomes(2, 50, { version: "another" }));
    expect((await compareVersions(store, champion, challenger)).outcomes).toMatchObject({ outcomes: 0, without: 0 });
    await recordOutcomes(store, await outcomes(1, 70));
    await recordOutcomes(store, await outcomes(1, 70, { actual: 60_000 }));
    expect((await compareVersions(store, champion, challenger)).outcomes).toMatchObject({ outcomes: 1, fromInputs: 1 });
  });

  it("says how far apart the two are in shadow, with the inputs of the largest differences", async () => {
    const answer = (id: string, changes: object) => ({
      ...{ ...of, version: champion.version, challenger: challenger.version, at: 1_000, id, estimate: 90_000 },
      ...{ challenger_estimate: 94_000, challenger_low: 80_000, challenger_high: 99_000, level: 0.8, ...changes },
    });
    await addPredictions(store, [prediction({ ...of, id: "far", version: champion.version })]);
    await addShadows(store, [
      ...["a", "b", "c"].map((id) => answer(id, {})),
      answer("far", { challenger_estimate: 120_000 }),
      answer("no", { challenger_estimate: null }),
      answer("yes", { estimate: null }),
    ]);
    const { shadow, inputs } = await compareVersions(store, champion, challenger);
    expect(shadow).toMatchObject({
      ...{ predictions: 6, both: 4, refusedByChallenger: 1, refusedByChampion: 1 },
      difference: { median: 4_000, size: 4_000, sizeShare: expect.closeTo(4 / 90, 9) },
      ranges: { predictions: 1, beyond: 1 },
      detail:
        "on 6 predictions in shadow, half of the challenger’s estimates are within $4,000 (4.4%) of the champion’s; the median difference is +$4,000 (+4.4%); 1 of 1 are outside the champion’s range; the challenger alone refused 1; the champion alone refused 1",
    });
    expect(shadow.largest[0]).toMatchObject({ id: "far", champion: 90_000, challenger: 120_000 });
    expect([...inputs]).toEqual([["far", { area: 6_000 }]]);
  });
});
