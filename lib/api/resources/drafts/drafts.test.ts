import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAppWithStore } from "../../../testing/api-store";
import { makeDraftThread, until } from "../../../testing/draft-thread";
import { problemSchema } from "../../problem/schema";
import { draftListSchema, draftSchema, type DraftAnswer } from "./schema";

const table = await readFile(fileURLToPath(new URL("../../../../model/house-price/training.csv", import.meta.url)));

describe("the API of drafts", { timeout: 60_000 }, () => {
  let started: Awaited<ReturnType<typeof startAppWithStore>>;
  let made: Awaited<ReturnType<typeof makeDraftThread>>;
  let keys: Record<"ci" | "other", string>;
  beforeAll(async () => {
    made = await makeDraftThread();
    started = await startAppWithStore({ RATE_LIMIT: "0", DRAFT_LIMIT: "40000" });
    const { makeApiKey } = await import("../../../service/api-keys");
    keys = { ci: await makeApiKey("ci", ["publish"]), other: await makeApiKey("other", ["publish"]) };
    (await import("../../../service/drafts/watch")).watchDrafts(made.thread);
  }, 60_000);
  afterAll(async () => {
    await (await import("../../../service/drafts/watch")).stopDrafts();
    await started.stop();
    await made.remove();
  });

  const call = (method: string, path: string, body?: BodyInit | object, headers: Record<string, string> = {}) => {
    const isJson = body !== undefined && !(body instanceof Uint8Array) && typeof body !== "string";
    return started.app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${keys.ci}`,
        ...(isJson && { "content-type": "application/json" }),
        ...headers,
      },
      body: isJson ? JSON.stringify(body) : (body as BodyInit | undefined),
    });
  };
  const csv = { "content-type": "text/csv" };
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const read = async (id: string) => draftSchema.parse(await (await call("GET", `/api/drafts/${id}`)).json());
  const settled = (id: string) =>
    until(
      () => read(id),
      ({ status }) => status === "ready" || status === "failed",
    );
  const create = async (query: string, body: BodyInit = table, headers: Record<string, string> = csv) => {
    const response = await call("POST", `/api/drafts?${query}`, body, headers);
    expect(response.status).toBe(202);
    const draft = draftSchema.parse(await response.json());
    expect(response.headers.get("location")).toBe(`/api/drafts/${draft.id}`);
    return draft;
  };

  it("answers a retraining that the model does not allow as a conflict that names no draft", async () => {
    const retrain = async (id: string) => problemOf(await call("POST", `/api/models/${id}/retrain`, {}));
    const problem = { type: "/docs#conflict", title: "the published versions do not allow it", status: 409 };
    const detail = expect.stringMatching(/^no outcome has been reported/);
    expect(await retrain("house-price")).toEqual({ ...problem, detail, code: "idle" });
  });

  it("takes a table with gzip to a published version that answers", async () => {
    const { id } = await create("target=price&id=homes&file=homes.csv", gzipSync(table), {
      ...csv,
      "content-encoding": "gzip",
    });
    const draft = await settled(id);
    expect(draft).toMatchObject({ status: "ready", owner: "key ci", file: { name: "homes.csv", size: table.length } });
    const words = { title: "What a home costs", target: { label: "Sale price" } };
    const changed = await call("PATCH", `/api/drafts/${id}`, { expected: draft.revision, spec: words });
    expect(changed.status).toBe(200);
    const ready: DraftAnswer = await settled(id);
    const { inputs } = ready.spec as { inputs: { name: string; typical: unknown }[] };
    const home = Object.fromEntries(inputs.map(({ name, typical }) => [name, typical]));
    const tried = await call("POST", `/api/drafts/${id}/predict?level=0.9`, home);
    const estimate = (await tried.json()) as Record<string, unknown>;
    expect(estimate).toMatchObject({ model: "homes", interval: { level: 0.9 } });
    expect(estimate).not.toHaveProperty("receipt");
    expect((await call("POST", `/api/drafts/${id}/predict?level=2`, {})).status).toBe(422);
    const published = await call("POST", `/api/drafts/${id}/publish`, { alias: "champion", note: "first" });
    expect([published.status, await published.json()]).toMatchObject([
      201,
      { model: "homes", version: ready.model!.version },
    ]);
    expect((await call("GET", `/api/drafts/${id}`)).status).toBe(404);
    const card = (await (await call("GET", "/api/models/homes")).json()) as Record<string, unknown>;
    expect(card).toMatchObject({ title: "What a home costs", version: ready.model!.version });
    const asked = await call("POST", "/api/models/homes/predict?level=0.9", home);
    expect(((await asked.json()) as Record<string, unknown>).estimate).toBe(estimate.estimate);

    const gone = async (path: string) => (await call("DELETE", path)).status;
    const address = `/api/models/homes/versions/${ready.model!.version}`;
    const refused = await call("DELETE", `${address}?reason=old`);
    expect([refused.status, (await problemOf(refused)).detail]).toEqual([
      409,
      expect.stringContaining("is the champion"),
    ]);
    expect(await gone("/api/models/homes")).toBe(422);
    expect(await gone("/api/models/salary?reason=old")).toBe(409);
    expect(await gone("/api/models/nowhere?reason=old")).toBe(404);
    expect(await gone("/api/models/homes?reason=made+to+try")).toBe(204);
    expect((await call("GET", "/api/models/homes")).status).toBe(404);
  });

  it("writes a draft, and what it guesses or cannot read, in the language of the request", async () => {
    const { id } = await create("target=price&id=haus&file=haus.csv&language=de");
    const draft = await settled(id);
    expect(draft).toMatchObject({ status: "ready", options: { language: "de" }, spec: { language: "de" } });
    expect(draft.spec).toMatchObject({ summary: expect.stringMatching(/^Eine Schätzung aus \d+ Eingaben: Price\.$/) });
    expect(draft.guesses!.notes.join(" ")).toContain("Für price ist keine Einheit bekannt");
    expect((await call("DELETE", `/api/drafts/${id}`)).status).toBe(204);

    const ragged = await create("target=b&id=haus&language=de", "a,b\n1,2\n1,2,3\n");
    expect((await settled(ragged.id)).fault).toEqual({
      pointer: null,
      detail: "Zeile 3: die Zeile muss 2 Spalten haben wie die erste Zeile; sie hat 3",
      language: "de",
    });
    expect((await call("DELETE", `/api/drafts/${ragged.id}`)).status).toBe(204);
  });

  it("refuses what cannot be a draft, in words, and keeps nothing of it", async () => {
    const refusal = async (query: string, body: BodyInit = table, headers: Record<string, string> = csv) => {
      const response = await call("POST", `/api/drafts?${query}`, body, headers);
      return [response.status, (await problemOf(response)).errors ?? []] as const;
    };
    expect(await refusal("id=homes")).toMatchObject([
      422,
      [{ parameter: "target", detail: expect.stringContaining("the table has price, lotsize, bedrooms") }],
    ]);
    expect(await refusal("target=price&id=Homes&color=red")).toMatchObject([422, [{ parameter: "color" }]]);
    expect(await refusal("target=price&id=homes&language=fr")).toMatchObject([
      422,
      [{ parameter: "language", detail: "language must be en or de" }],
    ]);
    expect(await refusal("target=price&id=Homes")).toMatchObject([422, [{ parameter: "id" }]]);
    expect((await refusal("target=price&id=homes", "{}", { "content-type": "application/json" }))[0]).toBe(415);
    expect(await refusal("target=price&id=homes", "x", { "content-type": "application/zip" })).toMatchObject([
      422,
      [{ parameter: "file" }],
    ]);
    const large = Buffer.concat([table, table]);
    const [status] = await refusal("target=price&id=homes", large);
    const [zipped] = await refusal("target=price&id=homes", gzipSync(large), { ...csv, "content-encoding": "gzip" });
    expect([status, zipped]).toEqual([413, 413]);
    const { drafts } = draftListSchema.parse(await (await call("GET", "/api/drafts")).json());
    expect(drafts).toEqual([]);
  });

  it("lets a draft be stopped, begun again and deleted by its maker alone, and be edited by one at a time", async () => {
    const { id } = await create("target=price&id=homes&file=homes.csv");
    const stopped = draftSchema.parse(await (await call("POST", `/api/drafts/${id}/cancel`)).json());
    expect(stopped.status).toBe("failed");
    const conflict = await call("POST", `/api/drafts/${id}/publish`, { alias: "champion" });
    expect([conflict.status, (await problemOf(conflict)).type]).toEqual([409, "/docs#draft-conflict"]);
    const early = await call("POST", `/api/drafts/${id}/predict`, {});
    expect(early.status).toBe(409);
    expect((await call("POST", `/api/drafts/${id}/train`)).status).toBe(202);
    const { revision } = await settled(id);
    const both = await Promise.all(
      ["One", "Two"].map((title) => call("PATCH", `/api/drafts/${id}`, { expected: revision, spec: { title } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const wrong = await call("PATCH", `/api/drafts/${id}`, { spec: { inputs: 1 } });
    expect([wrong.status, (await problemOf(wrong)).errors]).toMatchObject([422, [{ pointer: "#/spec/inputs" }]]);
    const theirs = { authorization: `Bearer ${keys.other}` };
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/train"],
      ["POST", "/cancel"],
    ] as const) {
      const body = method === "PATCH" ? { spec: {} } : undefined;
      const response = await call(method, `/api/drafts/${id}${path}`, body, theirs);
      expect([response.status, (await problemOf(response)).type]).toEqual([404, "/docs#no-such-draft"]);
    }
    expect((await call("DELETE", `/api/drafts/${id}`)).status).toBe(204);
    expect((await call("DELETE", `/api/drafts/${id}`)).status).toBe(404);
  });
});
