import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { addApiKey, listApiKeys, noteUse, revokeApiKey } from "./api-keys";
import { erase } from "./erase";
import { causeInWords, NoStoreError, StoreAwayError } from "./faults";
import { countOutcomes, readOutcomes, recordOutcomes } from "./outcomes";
import { DAY, startOfDay } from "./days";
import { addPredictions, countPredictions, countRows, forgetPredictions, readPredictions } from "./predictions";
import { sharedSecret } from "./secrets";
import { openStore, type Store } from "./store";
import type { PredictionRow } from "./tables";
import type { TallyChange } from "./tallies";
import { dialects, historyOf, prediction, report, type TestedStore } from "../testing/store";

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

describe.for(Object.entries(dialects))("the store in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["prediction", "tally", "page_view", "outcome", "api_key"] as const)
      await store.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });

  it("gives predictions of a span of time back as they were, oldest first, to the last bit", async () => {
    const rows = [
      prediction({ at: 3_000, id: "b", estimate: 0.1 + 0.2, low: 5e-324, high: 1.7976931348623157e308 }),
      prediction({ at: 2_000, id: "c", inputs: null, estimate: null, low: null, high: null, refusal: "too_far" }),
      prediction({ at: 3_000, id: "a", weight: 12.5 }),
    ];
    await addPredictions(store, [...rows, prediction({ at: 1_999 }), prediction({ at: 3_001 })]);
    await addPredictions(store, [prediction({ model: "salary", at: 2_500 })]);
    expect(await all(readPredictions(store, { model: "house-price" }, { from: 2_000, to: 3_001 }))).toEqual([
      rows[1],
      rows[2],
      rows[0],
    ]);
  });

  it("reads more predictions than it holds at once, many of the same millisecond among them", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) =>
      prediction({ at: Math.floor(index / 1_200), id: String(index).padStart(4, "0") }),
    );
    await addPredictions(store, rows);
    expect((await all(readPredictions(store, { model: "house-price" }, ALWAYS))).map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id),
    );
  });

  it("keeps a prediction that is written twice once", async () => {
    await addPredictions(store, [prediction()]);
    await addPredictions(store, [prediction(), prediction({ id: "b" })]);
    expect(await all(readPredictions(store, { model: "house-price" }, ALWAYS))).toHaveLength(2);
  });

  /** Counts weights, as the service does with what it knows of the model. */
  const weigh = (rows: PredictionRow[]): TallyChange[] =>
    rows.map(({ model, version, at, weight }) => ({
      ...{ model, version, day: startOfDay(at) },
      apply: (before) => ({ ...before, rows: before.rows + 1, predictions: before.predictions + weight }),
    }));

  it("counts predictions by what they stand for, those that are new alone, and forgets those before a time", async () => {
    const late = 2 * DAY;
    await addPredictions(store, [prediction({ weight: 10 }), prediction({ at: late, weight: 2.5 })], weigh);
    await addPredictions(store, [prediction({ weight: 10 })], weigh);
    expect(await countPredictions(store, "house-price", ALWAYS)).toBe(12.5);
    expect(await countPredictions(store, "salary", ALWAYS)).toBe(0);
    expect(await countRows(store, "house-price", 0, 200_000)).toBe(1);
    expect(await forgetPredictions(store, late)).toBe(1);
    expect(await countPredictions(store, "house-price", ALWAYS)).toBe(2.5);
  });

  it("loses no count where several add to the same day at once", async () => {
    const other = await tested.open();
    const rows = Array.from({ length: 40 }, (_, index) => prediction({ id: String(index), at: (index % 3) * DAY }));
    await Promise.all(
      [0, 10, 20, 30].map((start, index) =>
        addPredictions(index % 2 ? store : other, rows.slice(start, start + 10), weigh),
      ),
    );
    expect(await countPredictions(store, "house-price", ALWAYS)).toBe(40);
    await other.destroy();
  });

  it("logs a page that is looked at once a day, whatever instance answers", async () => {
    const other = await tested.open();
    const look = (place: Store, id: string, at: number, once = "key") =>
      addPredictions(place, [{ ...prediction({ id, at }), once }], weigh);
    await Promise.all([look(store, "a", 1), look(other, "b", 2), look(store, "c", 3)]);
    await look(store, "d", 4, "another key");
    await look(store, "e", DAY);
    expect(await countPredictions(store, "house-price", ALWAYS)).toBe(3);
    expect(await all(readPredictions(store, { model: "house-price" }, ALWAYS))).toHaveLength(3);
    await other.destroy();
  });

  it("forgets many old predictions of several models, many of one moment among them", async () => {
    const rows = Array.from({ length: 1_300 }, (_, index) =>
      prediction({ model: index % 2 ? "a" : "b", at: Math.floor(index / 1_000), id: String(index).padStart(4, "0") }),
    );
    await addPredictions(store, rows);
    expect(await forgetPredictions(store, 1)).toBe(1_000);
    expect(await all(readPredictions(store, { model: "a" }, ALWAYS))).toHaveLength(150);
  });

  it("takes the same report twice as one, and a correction in the place of what it keeps", async () => {
    expect(await recordOutcomes(store, [report()])).toEqual(["stored"]);
    expect(await recordOutcomes(store, [report({ reported_at: 1_800_000_000_000 })])).toEqual(["known"]);
    expect(await recordOutcomes(store, [report({ actual: 96_000 })])).toEqual(["corrected"]);
    expect(await recordOutcomes(store, [report({ actual: 95_000 })])).toEqual(["corrected"]);
    const history = await historyOf(store, "a");
    expect(history.map(({ revision, actual }) => [revision, actual])).toEqual([
      [1, 95_000],
      [2, 96_000],
      [3, 95_000],
    ]);
    expect(await all(readOutcomes(store, { model: "house-price" }, "actual", ALWAYS))).toEqual([
      { ...report(), revision: 3 },
    ]);
    expect(await countOutcomes(store, "house-price", "actual", ALWAYS)).toBe(1);
  });

  it("keeps an opinion beside the actual value", async () => {
    const opinion = report({ kind: "opinion", actual: null, opinion: "too high", note: "needs a new roof" });
    expect(await recordOutcomes(store, [report(), opinion])).toEqual(["stored", "stored"]);
    expect(await all(readOutcomes(store, { model: "house-price" }, "opinion", ALWAYS))).toEqual([
      { ...opinion, revision: 1 },
    ]);
    expect(await all(readOutcomes(store, { model: "house-price" }, "actual", ALWAYS))).toHaveLength(1);
  });

  it("reads more outcomes than it holds at once, by the time of their estimates", async () => {
    const reports = Array.from({ length: 1_500 }, (_, index) =>
      report({ receipt: String(index).padStart(4, "0"), predicted_at: Math.floor(index / 1_100) }),
    );
    await recordOutcomes(store, reports.toReversed());
    const read = await all(readOutcomes(store, { model: "house-price" }, "actual", ALWAYS));
    expect(read.map(({ receipt }) => receipt)).toEqual(reports.map(({ receipt }) => receipt));
    expect(await all(readOutcomes(store, { model: "house-price" }, "actual", { from: 1, to: 2 }))).toHaveLength(400);
  });

  it("records all of a list or none", async () => {
    await expect(recordOutcomes(store, [report(), report({ receipt: "b", version: null! })])).rejects.toThrow();
    expect(await historyOf(store, "a")).toEqual([]);
  });

  it("loses no correction when many are made at once", async () => {
    const other = await tested.open();
    const actuals = Array.from({ length: 20 }, (_, index) => index + 1);
    const told = await Promise.allSettled(
      actuals.map((actual) => recordOutcomes(actual % 2 ? store : other, [report({ actual })])),
    );
    const acknowledged = actuals.filter((_, index) => told[index]!.status === "fulfilled");
    const history = await historyOf(store, "a");
    expect(history.map(({ actual }) => actual).sort((a, b) => a! - b!)).toEqual(acknowledged);
    expect(history.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(acknowledged.map((_, i) => i + 1));
    await other.destroy();
  });

  it("forgets an estimate and all that was said about it, and nothing else", async () => {
    await addPredictions(store, [prediction(), prediction({ id: "b" })], weigh);
    await recordOutcomes(store, [report(), report({ actual: 1 }), report({ receipt: "b" })]);
    expect(await erase(store, { model: "house-price", at: 1_000, id: "a" }, "owner")).toBe(3);
    expect(await erase(store, { model: "house-price", at: 1_000, id: "a" }, "owner")).toBe(0);
    // What was counted of its day is gone with it, until it is counted again from the rows that are left.
    expect(await countPredictions(store, "house-price", ALWAYS)).toBe(0);
    expect(await all(readPredictions(store, { model: "house-price" }, ALWAYS))).toHaveLength(1);
    expect(await historyOf(store, "b")).toHaveLength(1);
  });

  it("makes a secret once, for all instances that ask for it at once", async () => {
    const others = await Promise.all([tested.open(), tested.open()]);
    const secrets = await Promise.all([store, ...others].map((each) => sharedSecret(each, "receipts")));
    expect(new Set(secrets).size).toBe(1);
    expect(Buffer.from(secrets[0]!, "base64url")).toHaveLength(32);
    expect(await sharedSecret(store, "logins")).not.toBe(secrets[0]);
    await Promise.all(others.map((each) => each.destroy()));
  });

  it("keeps keys, when they were used last, and that they were revoked", async () => {
    const key = { id: "k1", name: "Ann's script", scopes: "predict", digest: "ab".repeat(32), made_at: 5 };
    await addApiKey(store, key);
    await noteUse(store, "k1", 20);
    await noteUse(store, "k1", 10);
    expect(await revokeApiKey(store, "k1", 30)).toBe(true);
    expect(await revokeApiKey(store, "k1", 40)).toBe(false);
    expect(await listApiKeys(store)).toEqual([{ ...key, used_at: 20, revoked_at: 30 }]);
  });

  it("opens while others are opening it, and keeps what is there", async () => {
    await recordOutcomes(store, [report()]);
    const others = await Promise.all(Array.from({ length: 4 }, () => tested.open()));
    for (const other of others) expect(await historyOf(other, "a")).toHaveLength(1);
    await Promise.all(others.map((each) => each.destroy()));
  });
});

describe("a store that cannot be had", () => {
  it("says which variables to set when nothing is configured", async () => {
    await expect(openStore({})).rejects.toThrow(NoStoreError);
    await expect(openStore({})).rejects.toThrow(/DATABASE_URL.*DATA_DIR/);
  });

  it.each([
    ["is a file", "file", "the folder of the store cannot be written"],
    ["is below a file", "file/below", "the folder of the store cannot be written"],
    ["holds a damaged file", "damaged", "the file of the store is damaged"],
    ["holds an empty file, which was cut", "empty", "the file of the store is damaged"],
    ["holds a folder of the file's name", "folder", "the folder of the store cannot be written"],
  ])("is away, and not missing, where the folder %s", async (_, name, words) => {
    const folder = await mkdtemp(join(tmpdir(), "glasshouse-store-"));
    await writeFile(join(folder, "file"), "");
    await mkdir(join(folder, "damaged"));
    await writeFile(join(folder, "damaged", "glasshouse.db"), Buffer.alloc(8_192, 7));
    await mkdir(join(folder, "empty"));
    await writeFile(join(folder, "empty", "glasshouse.db"), "");
    await mkdir(join(folder, "folder", "glasshouse.db"), { recursive: true });
    const fault = await openStore({ DATA_DIR: join(folder, name) }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreAwayError);
    expect(causeInWords(fault as StoreAwayError)).toBe(words);
    await rm(folder, { recursive: true });
  });

  it("is away where no database listens", async () => {
    const nowhere = "postgres://nobody@127.0.0.1:1/nothing";
    await expect(openStore({ DATABASE_URL: nowhere })).rejects.toThrow(StoreAwayError);
  });
});
