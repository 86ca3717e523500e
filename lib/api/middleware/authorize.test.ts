import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { problemSchema } from "../problem/schema";
import { startApp, stopApp } from "../../testing/app";
import { HOUSE, house, toRequest } from "../../testing/api";

afterEach(stopApp);

const digest = (key: string) => createHash("sha256").update(key).digest("hex");
const API_KEYS = `${digest("first")}, ${digest("second").toUpperCase()}`;
const columns = Object.fromEntries(Object.entries(house).map(([name, value]) => [name, [value]]));

const bodies: Record<string, object> = {
  [HOUSE]: house,
  [`${HOUSE}/batch`]: { rows: [house] },
  "/invocations?model=house-price": { inputs: columns },
  "/v2/models/house-price/infer": {
    inputs: Object.entries(columns).map(([name, data]) => ({ name, shape: [1], datatype: "FP64", data })),
  },
};
const paths = Object.keys(bodies);

async function start() {
  const { app } = await startApp({ API_KEYS });
  return (path: string, headers: Record<string, string> = {}) =>
    app.request(path, toRequest({ name: "", status: 0, headers, body: JSON.stringify(bodies[path] ?? {}) }));
}

describe("where there are keys", () => {
  it.each(paths)("%s needs one of them", async (path) => {
    const ask = await start();
    expect((await ask(path, { authorization: "Bearer first" })).status).toBe(200);
    expect((await ask(path, { authorization: "bearer second" })).status).toBe(200);
    expect((await ask(path, { "x-api-key": "second" })).status).toBe(200);

    const without = await ask(path);
    expect(without.status).toBe(401);
    expect(without.headers.get("www-authenticate")).toBe('Bearer realm="api"');
    for (const key of ["third", "", "first ", digest("first")]) {
      expect((await ask(path, { "x-api-key": `${key}x` })).status).toBe(403);
    }
    expect((await ask(path, { authorization: "Basic first" })).status).toBe(401);
  });

  it("our own pages may still ask for a single prediction, and for nothing more", async () => {
    const ask = await start();
    const statuses = paths.map(async (path) => (await ask(path, { "sec-fetch-site": "same-origin" })).status);
    expect(await Promise.all(statuses)).toEqual([200, 401, 401, 401]);
    for (const site of ["same-site", "cross-site", "none"]) {
      expect((await ask(HOUSE, { "sec-fetch-site": site })).status).toBe(401);
    }
  });

  it("our own pages may do so on plain HTTP too, where browsers do not say whose page it is", async () => {
    const ask = await start();
    const { makeFormToken } = await import("../../service/form-token");
    const { token, cookie } = await makeFormToken(undefined, Date.now());
    const page = { cookie: `glasshouse-form=${cookie}`, "x-form-token": token };
    const behind = { host: "127.0.0.1:3000", origin: "http://intranet.test:8080" };
    const calls: [Record<string, string>, number][] = [
      [{ host: "intranet.test:8080", origin: "http://intranet.test:8080" }, 200],
      [{ ...behind, ...page }, 200],
      [behind, 401],
      [{ ...behind, "x-form-token": token }, 401],
      [{ ...behind, ...page, "sec-fetch-site": "cross-site" }, 401],
    ];
    for (const [headers, status] of calls) expect((await ask(HOUSE, headers)).status).toBe(status);
    expect((await ask(`${HOUSE}/batch`, { ...behind, ...page })).status).toBe(401);
  });

  it("the rest is open", async () => {
    const { app } = await startApp({ API_KEYS });
    for (const path of ["/api/models", "/api/models/salary", "/api/health/ready", "/v2/models/salary", "/ping"]) {
      expect((await app.request(path)).status).toBe(200);
    }
  });

  it("a refusal is a problem, or what the protocol has for one", async () => {
    const ask = await start();
    expect(problemSchema.parse(await (await ask(HOUSE)).json()).type).toBe("/docs#needs-key");
    expect(problemSchema.parse(await (await ask(HOUSE, { "x-api-key": "x" })).json()).type).toBe("/docs#wrong-key");
    expect(await (await ask(paths[2]!)).json()).toMatchObject({ error_code: "UNAUTHENTICATED" });
    expect(await (await ask(paths[2]!, { "x-api-key": "x" })).json()).toMatchObject({
      error_code: "PERMISSION_DENIED",
    });
    expect(await (await ask(paths[3]!)).json()).toEqual({ error: expect.stringContaining("must carry a key") });
  });
});

describe("where there is none", () => {
  it.each(paths)("%s is open, whatever is sent", async (path) => {
    const { app } = await startApp({ API_KEYS: "" });
    const request = toRequest({
      name: "",
      status: 0,
      headers: { "x-api-key": "x" },
      body: JSON.stringify(bodies[path]),
    });
    expect((await app.request(path, request)).status).toBe(200);
  });
});
