import { describe, expect, it } from "vitest";
import { readTarget } from "./target";

describe("readTarget(target)", () => {
  it.each([
    "/",
    "/api/models",
    "/api/models/",
    "/models/house-price/estimate?area=%zz&b=/../%2e\\",
    "/_next/static/chunks/[root]~1.js".replace("[root]", "(root)"),
  ])("keeps %s, which is in its plain form, and every query", (target) => {
    expect(readTarget(target)).toEqual({ url: target });
  });

  it.each([
    ["/./api/models", "/api/models"],
    ["/%2e/api/models", "/api/models"],
    ["/x/../api/models", "/api/models"],
    ["/x/%2E%2e/api/models", "/api/models"],
    ["/../../api", "/api"],
    ["//api/models", "/api/models"],
    ["///api//models", "/api/models"],
    ["/.//api/./models/.", "/api/models/"],
    ["/api/models/x/..", "/api/models/"],
    ["/..", "/"],
    ["//evil.example/docs", "/evil.example/docs"],
    ["/%61%70i/models?x=%61", "/api/models?x=%61"],
    ["/.well-known/security.txt", "/.well-known/security.txt"],
    ["/docs#part", "/docs"],
    ["/docs?x#part", "/docs?x"],
    ["/[...slug]", "/[...slug]"],
  ])("makes %s the path %s", (target, url) => {
    expect(readTarget(target)).toEqual({ url });
  });

  it.each(["/%2561pi", "/api%2fmodels", "/..%2fapi", "/%5capi", "/caf%C3%A9", "/a%20b"])(
    "decodes %s no further: what is no letter, digit or one of -._~ stays written as it is",
    (target) => {
      expect(readTarget(target)).toEqual({ url: target });
    },
  );

  it.each([
    ["http://a.example/api/models?x", { url: "/api/models?x", host: "a.example" }],
    ["HTTPS://A.example:443/./docs", { url: "/docs", host: "A.example:443" }],
    ["http://a.example", { url: "/", host: "a.example" }],
    ["http://a.example?x", { url: "/?x", host: "a.example" }],
  ])("takes path and host from %s", (target, expected) => {
    expect(readTarget(target)).toEqual(expected);
  });

  it.each(["/%", "/%zz", "/api/%4", "/%C0%AE", "/%ff", "/%00", "/a%0d%0ab", "/%C2%85", "/%ED%A0%80"])(
    "refuses %s, which is no text in UTF-8",
    (target) => {
      expect(readTarget(target)).toEqual({ fault: expect.stringContaining("must be in UTF-8") });
    },
  );

  it.each(["/api\\models", "/\\evil.example", "/a/..\\api"])("refuses %s for its backslash", (target) => {
    expect(readTarget(target)).toEqual({ fault: expect.stringContaining("between its parts") });
  });

  it.each(["", "*", "a", "?x", "ftp://a/b", "http:///api", "a.example:443"])(
    "refuses %j, which is no path",
    (target) => {
      expect(readTarget(target)).toEqual({ fault: "the address must begin with / or http://" });
    },
  );

  it("reads a long target in one pass", () => {
    expect(readTarget(`/${"a/".repeat(8_000)}%`)).toHaveProperty("fault");
    expect(readTarget(`/${"../".repeat(5_000)}api`)).toEqual({ url: "/api" });
  });
});
