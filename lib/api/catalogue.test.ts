import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findModel } from "../registry/registry";
import { from, startApp, stopApp } from "../testing/app";
import { catalogue } from "./catalogue";
import { listOperations } from "./openapi/operations";
import type { Auth } from "./middleware/authorize";
import type { AnyResource } from "./resource";

const model = (await findModel("house-price"))!;
const addressOf = ({ path }: AnyResource) =>
  path.replace(":model", model.spec.id).replace(":version", model.version).replace(":id", "d4Tz0vGq81Lb");
const named = (resources: AnyResource[]) =>
  resources.map((resource) => [`${resource.method.toUpperCase()} ${resource.path}`, resource] as const);

/** Keys by what they are for; there is none for the owner here. */
const keys: Partial<Record<Auth, string>> = { predict: "key", "predict-or-page": "key", metrics: "token" };

let app: Awaited<ReturnType<typeof startApp>>["app"];
beforeAll(async () => {
  const API_KEYS = createHash("sha256").update("key").digest("hex");
  ({ app } = await startApp({ API_KEYS, METRICS_TOKEN: "token", RATE_LIMIT: "3" }));
});
afterAll(stopApp);

/** Addresses of clients, each a new one. */
let clients = 0;
const newClient = () => `10.0.${++clients >> 8}.${clients & 255}`;
const call = (resource: AnyResource, init: RequestInit = {}, client = newClient()) =>
  app.request(addressOf(resource), { method: resource.method.toUpperCase(), ...init }, from(client));

describe("the catalogue", () => {
  it("declares each method of an address once, and documents each resource", () => {
    const declared = catalogue.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(declared).size).toBe(declared.length);
    const documented = listOperations(catalogue, [model]).map(({ resource }) => resource);
    expect(new Set(documented)).toEqual(new Set(catalogue));
  });

  it("is what the app routes", () => {
    const routed = app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routed)).toEqual(new Set(named(catalogue).map(([name]) => name)));
  });
});

describe.each(named(catalogue.filter(({ auth }) => auth !== "open")))("%s", (_, resource) => {
  it("refuses a call without a key", async () => {
    const response = await call(resource);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer realm="(api|metrics)"$/);
  });

  it("refuses a key that is not for it", async () => {
    const { status } = await call(resource, { headers: { authorization: "Bearer another" } });
    expect(status).toBe(resource.auth === "metrics" ? 401 : 403);
  });

  it.runIf(keys[resource.auth])("lets its key through", async () => {
    const { status } = await call(resource, { headers: { authorization: `Bearer ${keys[resource.auth]}` } });
    expect([401, 403]).not.toContain(status);
  });
});

describe.each(named(catalogue))("%s", (_, resource) => {
  const others = catalogue.filter(({ path }) => path === resource.path).map(({ method }) => method);
  const allowed = others.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  const allow = [...allowed, "OPTIONS"].join(", ");

  it.each(["PUT", "PATCH", "DELETE"].filter((method) => !allowed.includes(method)))(
    "is 405 to %s, with the methods that it takes",
    async (method) => {
      const response = await call(resource, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
      const body = (await response.json()) as Record<string, unknown>;
      expect(body).toEqual(
        resource.dialect?.schema.parse(body) ?? expect.objectContaining({ type: "/docs#method-not-allowed" }),
      );
    },
  );

  it("names them to OPTIONS", async () => {
    const response = await call(resource, { method: "OPTIONS" });
    expect([response.status, response.headers.get("allow"), await response.text()]).toEqual([204, allow, ""]);
  });
});

describe.each(named(catalogue.filter(({ probe, auth }) => probe && auth === "open")))("%s", (_, resource) => {
  it("answers without a key and past the rate limit", async () => {
    for (let count = 0; count < 5; count++) {
      const { status, headers } = await call(resource, {}, "192.0.2.1");
      expect([status, headers.get("ratelimit")]).toEqual([200, null]);
    }
  });
});

describe.each(named(catalogue.filter(({ probe }) => !probe)))("%s", (_, resource) => {
  it("is refused past the rate limit", async () => {
    const client = newClient();
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await call(resource, {}, client)).status);
    expect(statuses.indexOf(429)).toBe(3);
  });
});
