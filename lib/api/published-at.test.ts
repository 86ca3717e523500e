import { afterEach, beforeEach, expect, test } from "vitest";
import { versionInWords } from "../../components/version-words";
import { HOUSE, house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";
import { filesAs, putVersion } from "../testing/published";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
beforeEach(async () => {
  started = await startAppWithStore({});
});
afterEach(() => started.stop());

test("GET /api/models, the card and receipts say when a version was published; a folder does not say", async () => {
  const { withStore } = await import("../store/store");
  const { refreshModels, findModel } = await import("../registry/registry");
  const before = Date.now();
  await withStore(async (store) => putVersion(store, await filesAs("houses", 0, "house-price")));
  await refreshModels();
  const get = async (path: string) => (await started.app.request(path)).json() as Promise<Record<string, unknown>>;

  const { models } = (await get("/api/models")) as { models: { id: string; publishedAt: string | null }[] };
  const dates = Object.fromEntries(models.map(({ id, publishedAt }) => [id, publishedAt]));
  expect(dates["house-price"]).toBeNull();
  expect(Date.parse(dates.houses!)).toBeGreaterThanOrEqual(before);
  expect((await get("/api/models/houses")).publishedAt).toBe(dates.houses);

  const sent = { method: "POST", body: JSON.stringify(house), headers: { "content-type": "application/json" } };
  const saidBy = async (id: string) => {
    const answer = await started.app.request(HOUSE.replace("house-price", id), sent);
    const { receipt } = (await answer.json()) as { receipt: string };
    return JSON.parse(Buffer.from(receipt.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
  };
  expect((await saidBy("houses")).published).toBe(dates.houses);
  expect(await saidBy("house-price")).not.toHaveProperty("published");

  const model = (await findModel("houses"))!;
  expect(versionInWords({ ...model, publishedAt: "2026-11-26T10:00:00.000Z" })).toBe(
    `Model houses, version ${model.version}, published on 26 Nov 2026.`,
  );
  expect(versionInWords((await findModel("house-price"))!)).toMatch(/^House price, version [0-9a-f]{12}\.$/);
});
