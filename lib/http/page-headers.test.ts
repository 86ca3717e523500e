import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { correctPageHeaders } from "./page-headers";

const OF_NEXT = "private, no-cache, no-store, max-age=0, must-revalidate";

function cacheControl(url: string, sent: string, headers: Record<string, string> = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, headers });
  const response = new ServerResponse(request);
  correctPageHeaders(request, response);
  response.setHeader("Cache-Control", sent);
  return response.getHeader("cache-control");
}

test.each(["/", "/models/house-price/estimate?area=1", "/docs", "/administration"])(
  "correctPageHeaders(request, response) lets the browser go back to %s without loading it again",
  (url) => {
    expect(cacheControl(url, OF_NEXT)).toBe("private, no-cache");
  },
);

test.each(["/admin/keys", "/admin", "/monitoring/salary", "/studio?x", "/pipeline", "/models/salary/versions/0123"])(
  "correctPageHeaders(request, response) leaves %s alone, which is the owner's",
  (url) => {
    expect(cacheControl(url, OF_NEXT)).toBe(OF_NEXT);
  },
);

test("correctPageHeaders(request, response) leaves every page of a session alone", () => {
  expect(cacheControl("/", OF_NEXT, { cookie: "a=b; glasshouse-admin=x" })).toBe(OF_NEXT);
});

test.each(["no-store", "public, max-age=31536000, immutable"])(
  "correctPageHeaders(request, response) leaves other headers alone: %s",
  (sent) => {
    expect(cacheControl("/", sent)).toBe(sent);
  },
);

test("correctPageHeaders(request, response) adds to what Next says a page varies by, once", () => {
  const request = Object.assign(new IncomingMessage(new Socket()), { url: "/", headers: {} });
  const response = new ServerResponse(request);
  correctPageHeaders(request, response);
  response.setHeader("Vary", "rsc, next-router-state-tree");
  expect(response.getHeader("vary")).toBe("Accept-Language, Cookie, rsc, next-router-state-tree");
  response.setHeader("Vary", String(response.getHeader("vary")));
  expect(response.getHeader("vary")).toBe("Accept-Language, Cookie, rsc, next-router-state-tree");
  response.setHeader("Vary", "Accept-Encoding");
  expect(response.getHeader("vary")).toBe("Accept-Encoding");
});
