import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startAppWithStore } from "../../../testing/api-store";
import { filesAs } from "../../../testing/published";
import { proposalListSchema, proposalSchema, publishedSchema } from "./schema";

const PASSWORDS = { ADMIN_PASSWORD: "correct horse battery", REVIEWER_PASSWORD: "another pair of eyes" };

let started: Awaited<ReturnType<typeof startAppWithStore>>;
/** What each person sends along, from a page of ours. */
let owner: Record<string, string>;
let reviewer: Record<string, string>;
let publishKey: Record<string, string>;
beforeEach(async () => {
  started = await startAppWithStore({ ...PASSWORDS, APPROVALS: "1" });
  const { login, SESSION_COOKIE } = await import("../../../service/admin-session");
  const enter = async (password: string) => {
    const given = (await login(new Headers(), password)) as { session: string };
    return { cookie: `${SESSION_COOKIE}=${given.session}`, "sec-fetch-site": "same-origin" };
  };
  [owner, reviewer] = [await enter(PASSWORDS.ADMIN_PASSWORD), await enter(PASSWORDS.REVIEWER_PASSWORD)];
  publishKey = { "x-api-key": await (await import("../../../service/api-keys")).makeApiKey("ci", ["publish"]) };
});
afterEach(() => started.stop());

type Body = Record<string, unknown>;

async function call(path: string, headers: Record<string, string>, sent?: unknown) {
  const response = await started.app.request(path, {
    method: sent === undefined ? "GET" : "POST",
    headers: { ...headers, ...(sent !== undefined && { "content-type": "application/json" }) },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const MODEL = "/api/models/houses";

/** Publish as the champion, which proposes it. */
async function propose(times = 0, headers = publishKey): Promise<{ id: string; version: string }> {
  const files = await filesAs("houses", times, "house-price");
  const sent = { ...files, alias: "champion", note: "a trial" };
  const { status, body } = await call(`${MODEL}/versions`, headers, sent);
  expect(status, JSON.stringify(body)).toBe(202);
  const { alias, version, proposal } = publishedSchema.parse(body);
  expect(alias).toBeNull();
  return { id: proposal!.id, version };
}
const decide = (id: string, action: string, headers: Record<string, string>, reason = "looked at it") =>
  call(`${MODEL}/proposals/${id}/${action}`, headers, { reason });

describe("POST /api/models/{model}/proposals/{proposal}/confirm", () => {
  it("makes the version the champion by a second person alone, and the audit log names both", async () => {
    const { id, version } = await propose();
    for (const [headers, status] of [
      [owner, 401],
      [publishKey, 403],
      [{}, 401],
      [{ ...reviewer, "sec-fetch-site": "cross-site" }, 401],
    ] as const)
      expect((await decide(id, "confirm", headers)).status).toBe(status);
    expect((await decide(id, "confirm", publishKey)).body).toMatchObject({
      detail: "the key must be one that a reviewer has created, with the permission to review",
    });
    expect((await call(MODEL, {})).status).toBe(404);
    expect((await decide(id, "confirm", reviewer, " ")).body).toMatchObject({ errors: [{ pointer: "#/reason" }] });
    const done = await decide(id, "confirm", reviewer);
    expect(done).toMatchObject({ status: 200, body: { version, alias: "champion", proposal: null } });
    expect((await call(MODEL, {})).body).toMatchObject({ version });
    expect((await decide(id, "confirm", reviewer)).status).toBe(409);
    const nothing = await decide("nothing", "confirm", reviewer);
    expect(nothing).toMatchObject({ status: 404, body: { title: "there is no such proposal" } });
    const { entries } = (await call("/api/audit?model=houses", reviewer)).body as { entries: Body[] };
    expect(entries.map(({ actor, action }) => `${String(actor)}: ${String(action)}`)).toEqual([
      ...["reviewer: confirm", "key ci: propose", "key ci: publish"],
    ]);
  });

  it("takes a key that a reviewer makes, and the owner cannot make one", async () => {
    const { makeApiKey, readApiKeys, endApiKey } = await import("../../../service/api-keys");
    await expect(makeApiKey("mine", ["review"])).rejects.toThrow("not for the owner to make");
    await expect(makeApiKey("both", ["publish", "review"], "reviewer")).rejects.toThrow("not for the reviewer");
    const key = { "x-api-key": await makeApiKey("second", ["review"], "reviewer") };
    const { id } = await propose(0, owner);
    expect((await call(`${MODEL}/versions`, key)).body).toMatchObject({
      versions: [{ alias: null, proposal: { id } }],
    });
    expect((await decide(id, "confirm", key)).status).toBe(200);
    // Keys of others are none of a reviewer's business.
    expect((await readApiKeys("reviewer")).map(({ name }) => name)).toEqual(["second"]);
    const [ci] = (await readApiKeys()).filter(({ name }) => name === "ci");
    await endApiKey(ci!.id, "reviewer");
    expect((await readApiKeys()).find(({ name }) => name === "ci")!.revoked_at).toBeNull();
  });
});

describe("POST /api/models/{model}/proposals/{proposal}/withdraw", () => {
  it("is for the proposer, and the version waits no longer", async () => {
    const { id } = await propose();
    expect((await decide(id, "withdraw", reviewer)).status).toBe(401);
    expect((await decide(id, "withdraw", owner)).body).toMatchObject({ status: 409, code: "self" });
    const { status, body } = await decide(id, "withdraw", publishKey, "the wrong file");
    expect([status, proposalSchema.parse(body).status]).toEqual([200, "withdrawn"]);
    expect((await decide(id, "confirm", reviewer)).status).toBe(409);
  });
});

describe("POST /api/models/{model}/proposals/{proposal}/decline", () => {
  it("leaves the champion, and the list says who declined and why", async () => {
    const { id } = await propose();
    expect((await decide(id, "decline", owner)).status).toBe(401);
    const { status, body } = await decide(id, "decline", reviewer, "too early");
    expect([status, proposalSchema.parse(body).status]).toEqual([200, "declined"]);
    const listed = proposalListSchema.parse((await call(`${MODEL}/proposals`, owner)).body);
    expect(listed.proposals).toMatchObject([{ id, decidedBy: "reviewer", decision: "too early", madeBy: "key ci" }]);
    expect((await call(MODEL, {})).status).toBe(404);
    expect((await call("/api/models/nowhere/proposals", owner)).status).toBe(404);
    expect((await call("/api/models/salary/proposals", {})).status).toBe(401);
  });
});

describe("a reviewer", () => {
  it("reads what the owner reads, and neither publishes, promotes, rolls back nor erases", async () => {
    const { id, version } = await propose();
    await decide(id, "confirm", reviewer);
    for (const path of [`${MODEL}/versions`, `${MODEL}/proposals`, "/api/audit", `${MODEL}/monitoring`])
      expect((await call(path, reviewer)).status, path).toBe(200);
    const files = await filesAs("houses", 1, "house-price");
    const sent: [string, unknown][] = [
      [`${MODEL}/versions`, { ...files, alias: "challenger" }],
      [`${MODEL}/versions/${version}/promote`, { reason: "mine" }],
      [`${MODEL}/rollback`, { reason: "mine" }],
      ["/api/erase", { receipt: "x" }],
    ];
    for (const [path, body] of sent) expect((await call(path, reviewer, body)).status, path).toBe(401);
  });
});
