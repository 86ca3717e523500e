import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresRunsHere } from "../testing/postgres";
import { dialects, type TestedStore } from "../testing/store";
import { version } from "../testing/store-rows";
import { addAudit, listAudit } from "./audit";
import {
  addVersion,
  changeModels,
  dropAlias,
  findVersion,
  listAliases,
  listVersions,
  packVersion,
  readAlias,
  readFormerChampion,
  readModelsChange,
  readOutlines,
  readVersion,
  setAlias,
} from "./published-models";
import type { Store } from "./store";
import type { AliasName } from "./tables";

const key = (name: string, revision = "r") => ({ model: "price", version: name, revision });
const aliased = (alias: AliasName, name: string, revision = "r") => ({
  ...{ ...key(name, revision), alias, set_at: 5, set_by: "owner" },
});

describe.for(Object.entries(dialects))("versions in %s", { timeout: 60_000 }, ([name, make]) => {
  if (name === "PostgreSQL" && !postgresRunsHere) return it.skip("has no binaries for this platform");
  let tested: TestedStore;
  let store: Store;
  beforeAll(async () => {
    tested = await make();
    store = await tested.open();
  }, 120_000);
  beforeEach(async () => {
    for (const table of ["alias", "version", "audit"] as const) await store.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await store.destroy();
    await tested.remove();
  });

  const add = async (...changes: Parameters<typeof version>[0][]) => {
    for (const change of changes) await addVersion(store, await packVersion(version(change)));
  };

  it("readVersion(store, key) gives the files back as they were", async () => {
    const text = `{"title":"Größe in m², ${"long ".repeat(1_000)}"}`;
    await add({ spec: text, bundle: `${text} ` });
    expect(await readVersion(store, key("a"))).toMatchObject({ spec: text, bundle: `${text} ` });
    expect(await readVersion(store, key("b"))).toBeUndefined();
    const [line] = await listVersions(store, "price");
    expect(line).toMatchObject({ spec_size: Buffer.byteLength(text), bundle_size: Buffer.byteLength(text) + 1 });
  });

  it("addVersion(store, row) leaves a version that is there as it is", async () => {
    await add({ note: "first" });
    expect(await addVersion(store, await packVersion(version({ note: "second", bundle: "2" })))).toBe(false);
    expect(await listVersions(store, "price")).toMatchObject([{ note: "first" }]);
    expect(await readVersion(store, key("a"))).toMatchObject({ bundle: "{}" });
  });

  it("setAlias(store, alias) lets a name mean a version that is there, and no other", async () => {
    await expect(setAlias(store, aliased("champion", "nowhere"))).rejects.toThrow(/foreign key/i);
    await add({});
    await setAlias(store, aliased("champion", "a"));
    await expect(store.deleteFrom("version").execute()).rejects.toThrow(/foreign key/i);
    expect(await readAlias(store, "price", "champion")).toMatchObject({ version: "a", number: 1, set_by: "owner" });
  });

  it("dropAlias(store, model, alias) gives the champion before back, and keeps no second challenger", async () => {
    await add({}, { version: "b", made_at: 2 }, { version: "c", made_at: 3 });
    for (const each of ["a", "b", "a"]) await setAlias(store, aliased("champion", each));
    for (const each of ["b", "c"]) await setAlias(store, aliased("challenger", each));
    expect(await listAliases(store)).toMatchObject([
      { alias: "challenger", version: "c" },
      { alias: "champion", version: "a", number: 3 },
    ]);
    expect(await readFormerChampion(store, "price")).toMatchObject({ version: "b" });
    await dropAlias(store, "price", "champion");
    await dropAlias(store, "price", "challenger");
    expect(await listAliases(store)).toMatchObject([{ alias: "champion", version: "b", number: 2 }]);
    expect((await listVersions(store, "price")).map((row) => [row.version, row.alias])).toEqual([
      ["c", null],
      ["b", "champion"],
      ["a", null],
    ]);
  });

  it("findVersion(store, name) gives the newest wording", async () => {
    await add({ revision: "z", made_at: 1 }, { revision: "y", made_at: 2 });
    expect(await findVersion(store, key("a"))).toEqual(key("a", "y"));
    expect(await findVersion(store, key("b"))).toBeUndefined();
  });

  it("readOutlines(store, keys) gives what a list shows of exactly these", async () => {
    await add({ spec: "{1}" }, { version: "b", spec: "{2}", figures: "[2]" }, { version: "c" });
    const read = await readOutlines(store, [key("a"), key("b"), key("nowhere")]);
    expect(read.sort((one, other) => one.version.localeCompare(other.version))).toEqual([
      { ...key("a"), spec: "{1}", figures: "{}", made_at: 1 },
      { ...key("b"), spec: "{2}", figures: "[2]", made_at: 1 },
    ]);
    expect(await readOutlines(store, [])).toEqual([]);
  });

  it("changeModels(store, work) counts each change, and keeps nothing of one that fails", async () => {
    const before = await readModelsChange(store);
    const row = await packVersion(version({}));
    const failing = changeModels(store, async (transaction) => {
      await addVersion(transaction, row);
      await addAudit(transaction, { at: 1, actor: "owner", action: "publish" });
      throw new Error("cut");
    });
    await expect(failing).rejects.toThrow("cut");
    expect([await readModelsChange(store), await listVersions(store, "price")]).toEqual([before, []]);
    expect(await listAudit(store, { limit: 5 })).toEqual([]);
    await changeModels(store, (transaction) => addVersion(transaction, row));
    expect(await readModelsChange(store)).toBe(before + 1);
  });

  it("changeModels(store, work) lets one change end before the next begins, on two connections", async () => {
    const other = await tested.open();
    await add({}, { version: "b" });
    const numbers = await Promise.all(
      [store, other, store, other].map((each) =>
        changeModels(each, async (transaction) => {
          await setAlias(transaction, aliased("champion", "a"));
          return (await readAlias(transaction, "price", "champion"))!.number;
        }),
      ),
    );
    await other.destroy();
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
  });

  it("listAudit(store, page) gives what was done, the last first, page by page", async () => {
    for (const at of [1, 2, 2, 3]) {
      await addAudit(store, { at, actor: "key ci", action: "promote", model: "price", version: "a", detail: { at } });
    }
    await addAudit(store, { at: 9, actor: "owner", action: "login" });
    const all = await listAudit(store, { limit: 10 });
    expect(all.map(({ at }) => at)).toEqual([9, 3, 2, 2, 1]);
    expect(all[1]).toMatchObject({ actor: "key ci", action: "promote", detail: '{"at":3}' });
    const first = await listAudit(store, { limit: 2, model: "price" });
    const next = await listAudit(store, { limit: 5, before: first[1]!, model: "price" });
    expect([...first, ...next]).toEqual(all.slice(1));
  });
});
