import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadModel } from "../families";
import type { MonitoringReport } from "../monitoring/report";
import { HOUSE, house } from "../testing/api";
import { startAppWithStore } from "../testing/api-store";
import { bareFilesOf, filesOf, makeModelDir, type ModelFiles } from "../testing/model-dir";

const SECRET_KEY = "0123456789abcdef0123456789abcdef";

/** Signed with the key by the first release, on 31 January 2026. */
const OLD_RECEIPT =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJjMGZmZWUwMTIzNDU2Nzg5IiwiaWF0IjoxNzY5ODYwODAwLCJtb2RlbCI6ImhvdXNlLXByaWNlIiwidmVyc2lvbiI6ImZmNjc0ZTdhMDYzMiIsImFydGlmYWN0IjoiZmY2NzRlN2EwNjMyZDczZjIxNDVjNWI0YWM0MGI0ZDYxNDY5OTRlZTBlZGExNjliMDIzZTQwODgyMmY0MzAyMSIsImlucHV0cyI6eyJhcmVhIjo2MDAwLCJiZWRyb29tcyI6MywiYmF0aHJvb21zIjoyLCJzdG9yaWVzIjoyLCJndWVzdF9yb29tcyI6ZmFsc2UsImJhc2VtZW50Ijp0cnVlLCJwYXJraW5nIjoxfSwiZXN0aW1hdGUiOjkwMjQyLjY5MDcxNDUyMzUsImludGVydmFsIjp7ImxldmVsIjowLjgsImxvdyI6NjgyOTUuMTYzOTI3MzQyNzksImhpZ2giOjExMjE5MC4yMTc1MDE3MDQyMn19.4fFX8rMou0J_1qyj-5NMAOyKzqXlxOlO3mqp3LEOZBo";
const OLD_VERSION = "ff674e7a0632";

let store: Awaited<ReturnType<typeof startAppWithStore>>;
let started: typeof store;
const folders: string[] = [];

/** Stop the service, and start it with other models and the store that it had. */
async function deploy(...models: ModelFiles[]): Promise<void> {
  const MODEL_DIR = await makeModelDir(...models);
  folders.push(MODEL_DIR);
  if (started !== store) await started.stop();
  started = await startAppWithStore({ MODEL_DIR, DATA_DIR: store.DATA_DIR, SECRET_KEY });
}

beforeEach(async () => {
  started = store = await startAppWithStore();
  await deploy(await filesOf("house-price"));
});
afterEach(async () => {
  await started.stop();
  await store.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function post(path: string, body: unknown) {
  const headers = { "content-type": "application/json" };
  const response = await started.app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function predict(): Promise<{ version: string; receipt: string }> {
  return (await post(HOUSE, house)).body as { version: string; receipt: string };
}

async function get(path: string) {
  const response = await started.app.request(path);
  return { tag: response.headers.get("etag"), text: await response.text() };
}

/** The report of the model as it is served now. */
async function monitored(now = new Date()): Promise<MonitoringReport> {
  const { drainPredictionLog } = await import("../service/prediction-log");
  const { findModel } = await import("../registry/registry");
  const { monitorStored } = await import("../monitoring/stored");
  const { withStore } = await import("../store/store");
  await drainPredictionLog();
  const model = (await findModel("house-price"))!;
  return withStore((each) => monitorStored(each, model, 30, now));
}

async function check(receipt: string) {
  const { checkReceipt } = await import("../service/check-receipt");
  return checkReceipt(receipt);
}

async function relabelled(): Promise<ModelFiles> {
  const files = await filesOf("house-price");
  Object.assign(files.spec.inputs[0]!, { label: "Size of the plot", unit: "square feet", max: 5_500 });
  return files;
}

async function retrained(): Promise<ModelFiles> {
  const files = await filesOf("house-price");
  files.bundle.predictor.coefficients[0]! += 1_000;
  return { ...files, bundle: { ...files.bundle, golden: [] } };
}

describe("a label, a unit and a bound of model.json mended without training again", () => {
  it("leave the version, and with it the outcomes, the log and the receipts of before", async () => {
    const { version, receipt } = await predict();
    expect((await post("/api/outcomes", { receipt, actual: 95_000 })).body.status).toBe("stored");
    await deploy(await relabelled());
    expect(JSON.parse((await get("/api/models/house-price")).text)).toMatchObject({
      version,
      inputs: [{ label: "Size of the plot", unit: "square feet", max: 5_500 }, {}, {}, {}, {}, {}, {}],
    });
    const { volume, earlier } = await monitored();
    expect([volume.predictions, volume.outcomes, earlier]).toEqual([1, 1, []]);
    // The house is larger than the new bound, which says what is accepted from now on, not what was answered.
    expect((await post(HOUSE, house)).status).toBe(422);
    expect((await check(receipt)).finding).toBe("genuine");
    expect((await post("/api/outcomes", { receipt, actual: 96_000 })).body.status).toBe("corrected");
  });

  it("change the documents that show them, and their tags", async () => {
    const paths = ["/api/openapi.json", "/api/models/house-price"];
    const before = await Promise.all(paths.map(get));
    await deploy(await relabelled());
    const after = await Promise.all(paths.map(get));
    expect(after.map(({ text }) => text.includes("Size of the plot"))).toEqual([true, true]);
    expect(after.map(({ tag }, index) => tag === before[index]!.tag)).toEqual([false, false]);
  });

  it("writtenDocument(resources, models) is written anew for them in the same process", async () => {
    const { writtenDocument } = await import("./openapi/written-document");
    const { catalogue } = await import("./catalogue");
    const [model, mended] = [await filesOf("house-price"), await relabelled()].map(({ spec, bundle }) =>
      loadModel(spec, bundle),
    );
    expect([mended!.version, mended!.revision === model!.revision]).toEqual([model!.version, false]);
    expect(writtenDocument(catalogue, [model!])).toBe(writtenDocument(catalogue, [model!]));
    expect(writtenDocument(catalogue, [mended!]).text).toContain("Size of the plot");
  });
});

describe("another coefficient", () => {
  it("is another version, beside which the counts and outcomes of the one before are still shown", async () => {
    const { version, receipt } = await predict();
    await post(HOUSE, { ...house, area: 500, bedrooms: 10, bathrooms: 1, stories: 1, basement: false, parking: 0 });
    await monitored();
    await deploy(await retrained());
    expect((await predict()).version).not.toBe(version);
    expect((await post("/api/outcomes", { receipt, actual: 95_000 })).body.status).toBe("stored");
    expect(await check(receipt)).toEqual({
      finding: "unknown",
      detail: expect.stringMatching(/^genuine, but not recomputed: .*another version is published here$/),
    });
    const { volume, earlier } = await monitored();
    expect([volume.predictions, volume.outcomes]).toEqual([1, 0]);
    expect(earlier).toMatchObject([{ version, predictions: 2, refusals: 1, outcomes: 1 }]);
    expect(earlier[0]!.measures.coverage?.value).toBe(1);
  });
});

describe("a receipt of the first release", () => {
  it("is genuine though it cannot be recomputed, and takes an outcome that counts for its version", async () => {
    const { finding, detail } = await check(OLD_RECEIPT);
    expect(finding).toBe("unknown");
    expect(detail).toBe(
      "genuine, but not recomputed: house-price, version ff674e7a0632, estimated $90,242.70 on 2026-01-31T12:00:00.000Z, and another version is published here",
    );
    const [header, , signature] = OLD_RECEIPT.split(".");
    const forged = await check(`${header}.${OLD_RECEIPT.split(".")[1]!.replace("J", "K")}.${signature}`);
    expect(forged.finding).toBe("not genuine");
    expect((await post("/api/outcomes", { receipt: OLD_RECEIPT, actual: 95_000 })).body).toEqual({
      status: "stored",
      model: "house-price",
      estimate: 90242.6907145235,
    });
    const { earlier } = await monitored(new Date("2026-02-10T12:00:00Z"));
    expect(earlier).toMatchObject([{ version: OLD_VERSION, predictions: 0, outcomes: 1 }]);
    expect(earlier[0]!.measures.coverage?.value).toBe(1);
  });

  it("is genuine where its model is not published any more", async () => {
    await deploy(await filesOf("salary"));
    expect(await check(OLD_RECEIPT)).toEqual({
      finding: "unknown",
      detail: expect.stringContaining("no model of that name is published here"),
    });
    expect((await post("/api/outcomes", { receipt: OLD_RECEIPT, actual: 95_000 })).status).toBe(200);
  });
});

describe("a model without intervals", () => {
  it("signs receipts without a range, which verify, and whose outcomes measure no coverage", async () => {
    await deploy(await bareFilesOf("house-price"));
    const { receipt } = await predict();
    expect(JSON.parse(Buffer.from(receipt.split(".")[1]!, "base64url").toString())).toHaveProperty("interval", null);
    expect((await check(receipt)).finding).toBe("genuine");
    const unlikely = await post("/api/outcomes", { receipt, actual: 9_000_000 });
    expect(unlikely.status).toBe(409);
    expect((await post("/api/outcomes", { receipt, actual: 95_000 })).body.status).toBe("stored");
    const { withStore } = await import("../store/store");
    expect(
      await withStore((each) => each.selectFrom("outcome").select(["low", "high", "level", "actual"]).execute()),
    ).toEqual([{ low: null, high: null, level: null, actual: 95_000 }]);
    const { performance } = await monitored();
    expect(performance.outcomes).toBe(1);
    expect(performance.measures.map(({ measure }) => measure)).toEqual(["mdape", "within10"]);
  });
});
