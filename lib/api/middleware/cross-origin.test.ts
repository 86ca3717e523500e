import { afterEach, describe, expect, it } from "vitest";
import { startApp, stopApp } from "../../testing/app";
import { HOUSE } from "../../testing/api";

afterEach(stopApp);

const ORIGIN = "https://example.com";
const preflight = (origin: string) => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
});

describe("a page of another site", () => {
  it("may not call the API unless its origin is listed", async () => {
    for (const CORS_ORIGINS of ["", "https://other.example"]) {
      const { app } = await startApp({ CORS_ORIGINS });
      const { headers } = await app.request("/api/models", { headers: { origin: ORIGIN } });
      expect(headers.get("access-control-allow-origin")).toBeNull();
      const asked = await app.request(HOUSE, preflight(ORIGIN));
      expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("may call it from an origin that is listed, and read the headers that matter", async () => {
    const { app } = await startApp({ CORS_ORIGINS: `https://other.example, ${ORIGIN}` });
    const asked = await app.request(HOUSE, preflight(ORIGIN));
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(asked.headers.get("access-control-allow-methods")).toContain("POST");
    expect(asked.headers.get("access-control-allow-headers")).toMatch(/content-type.*x-api-key/i);

    const { headers } = await app.request("/api/models", { headers: { origin: ORIGIN } });
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("access-control-expose-headers")).toContain("RateLimit");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("vary")).toContain("Origin");
  });

  it("may read why it was refused", async () => {
    const { app } = await startApp({ CORS_ORIGINS: ORIGIN, RATE_LIMIT: "1" });
    const ask = () => app.request("/api/models", { headers: { origin: ORIGIN } });
    await ask();
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  });

  it("may come from anywhere where every origin is allowed", async () => {
    const { app } = await startApp({ CORS_ORIGINS: "*" });
    const { headers } = await app.request("/api/models", { headers: { origin: ORIGIN } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });
});

it("OPTIONS that asks for no leave still says what an address takes", async () => {
  const { app } = await startApp({ CORS_ORIGINS: ORIGIN });
  const options = await app.request(HOUSE, { method: "OPTIONS", headers: { origin: ORIGIN } });
  expect(options.headers.get("allow")).toBe("POST, OPTIONS");
});
