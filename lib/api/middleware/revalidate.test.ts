import { describe, expect, it, vi } from "vitest";
import { apiHeaders } from "../../service/security-headers";
import { startApp, stopApp } from "../../testing/app";
import { app } from "../app";

/** Counts down with each request, which is not what is looked at here. */
vi.stubEnv("RATE_LIMIT", "0");

const paths = ["/api/models", "/api/models/house-price", "/api/openapi.json"];

const tagOf = (response: Response) => response.headers.get("etag") ?? "";

describe.each(paths)("%s", (path) => {
  const ask = (ifNoneMatch: string, method = "GET") =>
    app.request(path, { method, headers: { "if-none-match": ifNoneMatch, "x-request-id": "order-17" } });

  it("has a strong tag that stays while the bytes do, and may be kept but must be asked about", async () => {
    const [first, second] = await Promise.all([app.request(path), app.request(path)]);
    expect(tagOf(first)).toMatch(/^"[0-9a-f]{40}"$/);
    expect(tagOf(second)).toBe(tagOf(first));
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect(await second.text()).toBe(await first.text());
  });

  it("is not sent again to one who has it", async () => {
    const tag = tagOf(await app.request(path));
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const response = await ask(known);
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
      expect(Object.fromEntries(response.headers)).toEqual({
        etag: tag,
        "cache-control": "no-cache",
        "x-request-id": "order-17",
        ...Object.fromEntries(Object.entries(apiHeaders).map(([name, value]) => [name.toLowerCase(), value])),
      });
    }
  });

  it("is sent to one who has another", async () => {
    const tag = tagOf(await app.request(path));
    for (const other of ['"other"', tag.slice(1, -1), ""]) expect((await ask(other)).status).toBe(200);
  });

  it("answers HEAD with the headers of GET, 304 included", async () => {
    const get = await app.request(path, { headers: { "x-request-id": "order-17" } });
    const head = await ask('"other"', "HEAD");
    expect(await head.text()).toBe("");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect((await ask(tagOf(get), "HEAD")).status).toBe(304);
  });
});

it("the list and each card have tags of their own", async () => {
  const tags = ["/api/models", "/api/models/house-price", "/api/models/salary"].map(async (path) =>
    tagOf(await app.request(path)),
  );
  expect(new Set(await Promise.all(tags)).size).toBe(3);
});

it("a problem has no tag", async () => {
  const response = await app.request("/api/models/nowhere");
  expect(response.headers.has("etag")).toBe(false);
});

it("a 304 keeps what a browser of another origin and the rate limit need", async () => {
  const { app } = await startApp({ CORS_ORIGINS: "https://example.com", RATE_LIMIT: "9" });
  const headers = { origin: "https://example.com" };
  const first = await app.request("/api/models", { headers });
  const second = await app.request("/api/models", { headers: { ...headers, "if-none-match": tagOf(first) } });
  expect(second.status).toBe(304);
  const names = (response: Response) => [...response.headers.keys()].filter((name) => name !== "content-type");
  expect(names(second)).toEqual(names(first));
  stopApp();
});
