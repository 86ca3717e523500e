import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUSE, house } from "../../../testing/api";
import { startAppWithStore } from "../../../testing/api-store";
import { filesAs } from "../../../testing/published";
import { problemSchema } from "../../problem/schema";
import { publishedSchema, versionListSchema } from "./schema";

const ADMIN_PASSWORD = "correct horse battery";

let started: Awaited<ReturnType<typeof startAppWithStore>>;
let key: string;
beforeEach(async () => {
  started = await startAppWithStore({ ADMIN_PASSWORD });
  key = await (await import("../../../service/api-keys")).makeApiKey("ci", ["publish"]);
});
afterEach(() => started.stop());

type Body = Record<string, unknown>;

async function call(path: string, sent?: unknown, headers: Record<string, string> = { "x-api-key": key }) {
  const response = await started.app.request(path, {
    method: sent === undefined ? "GET" : "POST",
    headers: { ...headers, ...(sent !== undefined && { "content-type": "application/json" }) },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const VERSIONS = "/api/models/houses/versions";
const files = (times = 0) => filesAs("houses", times, "house-price");

/** Publish, and give the version. */
async function publish(times: number, more: Body = {}): Promise<string> {
  const { status, body } = await call(VERSIONS, { ...(await files(times)), alias: "champion", ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return publishedSchema.parse(body).version;
}

describe("POST /api/models/{model}/versions", () => {
  it("is 201 with the version, which every call finds at once", async () => {
    const version = await publish(0, { note: "first" });
    expect((await call(HOUSE.replace("house-price", "houses"), house, {})).body).toMatchObject({
      model: "houses",
      version,
    });
    const { models } = (await call("/api/models")).body as { models: Body[] };
    expect(models.find(({ id }) => id === "houses")).toMatchObject({ version, title: "Model houses" });
    const { body } = await call(VERSIONS);
    expect(versionListSchema.parse(body).versions).toMatchObject([{ version, alias: "champion", author: "key ci" }]);
  });

  it("says in words what is wrong with what was sent", async () => {
    const { spec, bundle } = await files();
    const cases: [Body, number, string][] = [
      [{ spec, bundle }, 422, 'alias must be "champion" or "challenger"'],
      [{ bundle, alias: "champion" }, 422, "spec is required: what model.json holds"],
      [
        { spec: { ...spec, id: "other" }, bundle, alias: "champion" },
        422,
        "id of the description must be that of the address, houses",
      ],
      [
        { spec: { ...spec, colour: "green" }, bundle, alias: "champion" },
        422,
        'model.json: Unrecognized key: "colour"',
      ],
      [
        { spec, bundle: { ...bundle, format: 1 }, alias: "champion" },
        422,
        "artifact.json: it is of format 1, of an earlier release; train the model again",
      ],
      [{ spec, bundle, alias: "champion", note: "x".repeat(1_001) }, 422, "note must be at most 1,000 characters"],
    ];
    for (const [sent, status, detail] of cases)
      expect(await call(VERSIONS, sent)).toMatchObject({ status, body: { detail } });
    const taken = await call("/api/models/house-price/versions", {
      ...(await filesAs("house-price", 1, "house-price")),
      alias: "champion",
    });
    expect(taken).toMatchObject({ status: 409, body: { type: "/docs#conflict", code: "taken" } });
    expect(problemSchema.parse(taken.body).detail).toContain("a folder in MODEL_DIR has the name house-price");
  });

  it("is for keys with the scope publish, and for the owner on a page of ours", async () => {
    const { makeApiKey } = await import("../../../service/api-keys");
    const sent = { ...(await files()), alias: "champion" };
    for (const scope of ["predict", "admin"] as const) {
      const other = { "x-api-key": await makeApiKey(scope, [scope]) };
      expect((await call(VERSIONS, sent, other)).status).toBe(403);
      expect((await call("/api/models/house-price/versions", undefined, other)).status).toBe(403);
    }
    const { login, SESSION_COOKIE } = await import("../../../service/admin-session");
    const { session } = (await login(new Headers(), ADMIN_PASSWORD)) as { session: string };
    const cookie = `${SESSION_COOKIE}=${session}`;
    expect((await call(VERSIONS, sent, { cookie })).status).toBe(401);
    expect((await call(VERSIONS, sent, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(401);
    expect((await call(VERSIONS, sent, { cookie, "sec-fetch-site": "same-origin" })).status).toBe(201);
    expect((await call(VERSIONS, undefined, { cookie })).body).toMatchObject({ versions: [{ author: "owner" }] });
  });
});

describe("GET /api/models/{model}/versions", () => {
  it("of a folder has the version that it holds, and is 404 where there is nothing", async () => {
    expect((await call("/api/models/house-price/versions")).body).toMatchObject({
      versions: [{ alias: "champion", origin: "folder", publishedAt: null }],
    });
    expect((await call("/api/models/nowhere/versions")).status).toBe(404);
  });
});

describe("POST /api/models/{model}/versions/{version}/promote and …/rollback", () => {
  it("change the champion, with a reason, and the audit log tells the story", async () => {
    const first = await publish(0);
    const second = await publish(1, { alias: "challenger" });
    const promote = (sent: Body) => call(`${VERSIONS}/${second}/promote`, sent);
    expect((await promote({})).body).toMatchObject({
      status: 422,
      detail: "reason is required: it is kept in the audit log",
    });
    expect((await promote({ reason: 1 })).body).toMatchObject({ status: 422, detail: "reason must be a text" });
    expect((await promote({ reason: "" })).body).toMatchObject({ errors: [{ pointer: "#/reason" }] });
    expect((await promote({ reason: "better", expected: second })).body).toMatchObject({ status: 409 });
    expect((await promote({ reason: "better", expected: first })).body).toMatchObject({
      version: second,
      before: first,
    });
    const back = await call("/api/models/houses/rollback", { reason: "it is off" });
    expect(back).toMatchObject({ status: 200, body: { version: first, before: second } });
    expect((await call("/api/models/houses/rollback", { reason: "more" })).status).toBe(409);
    expect((await call(`${VERSIONS}/000000000000/promote`, { reason: "x" })).body).toMatchObject({
      ...{ status: 404, title: "there is no such model or version" },
      detail: "there is no version 000000000000 of houses",
    });

    const admin = await (await import("../../../service/api-keys")).makeApiKey("boss", ["admin"]);
    expect((await call("/api/audit")).status).toBe(403);
    const { body } = await call("/api/audit?model=houses", undefined, { "x-api-key": admin });
    const entries = body.entries as Body[];
    expect(entries.map(({ action }) => action)).toEqual(["rollback", "promote", "publish", "publish"]);
    expect(entries[1]).toMatchObject({ actor: "key ci", version: second, detail: { reason: "better", before: first } });
    const all = await call("/api/audit?before=0.a", undefined, { "x-api-key": admin });
    expect(all.body).toEqual({ entries: [], next: null });
    expect((await call("/api/audit?before=x", undefined, { "x-api-key": admin })).status).toBe(422);
  });
});

describe("?version=", () => {
  it("of the champion is for everybody, of another version for who may publish, and 404 where there is none", async () => {
    const first = await publish(0);
    const second = await publish(1, { alias: "challenger" });
    const paths: [string, unknown?][] = [
      ["/api/models/houses"],
      ["/api/models/houses/predict", house],
      ["/api/models/houses/predict/batch", { rows: [house] }],
    ];
    for (const [path, sent] of paths) {
      const ask = (version: string, headers?: Record<string, string>) =>
        call(`${path}?version=${version}`, sent, headers);
      expect((await ask(first, {})).status, path).toBe(200);
      const refused = await ask(second, {});
      expect([refused.status, refused.body.detail], path).toEqual([403, expect.stringContaining("scope publish")]);
      expect((await ask("000000000000")).status, path).toBe(404);
      const { status, body } = await ask(second);
      expect(status, path).toBe(200);
      expect(JSON.stringify(body), path).toContain(second);
    }
  });

  it("gives receipts that verify, and take an outcome, whatever the champion is by then", async () => {
    const first = await publish(0);
    const { receipt } = (await call("/api/models/houses/predict", house)).body;
    const second = await publish(1, { note: "next" });
    const { checkReceipt } = await import("../../../service/check-receipt");
    expect(await checkReceipt(String(receipt))).toMatchObject({
      finding: "genuine",
      detail: expect.stringContaining(`houses, version ${first}, estimated`),
    });
    const { body } = await call("/api/outcomes", { receipt, actual: 95_000 });
    expect(body).toMatchObject({ status: "stored", model: "houses" });
    const { withStore } = await import("../../../store/store");
    const rows = await withStore((store) => store.selectFrom("outcome").select("version").execute());
    expect(rows).toEqual([{ version: first }]);
    expect((await call("/api/models/houses")).body.version).toBe(second);
  });
});
