import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { letBrowsersKeep } from "./keep-pages";

const OF_NEXT = "private, no-cache, no-store, max-age=0, must-revalidate";

function cacheControl(url: string, sent: string, headers: Record<string, string> = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, headers });
  const response = new ServerResponse(request);
  letBrowsersKeep(request, response);
  response.setHeader("Cache-Control", sent);
  return response.getHeader("cache-control");
}

test.each(["/", "/models/house-price/estimate?area=1", "/docs", "/administration"])(
  "letBrowsersKeep(request, response) lets the browser go back to %s without loading it again",
  (url) => {
    expect(cacheControl(url, OF_NEXT)).toBe("private, no-cache");
  },
);

test.each(["/admin/keys", "/admin", "/monitoring/salary", "/studio?x", "/pipeline", "/models/salary/versions/0123"])(
  "letBrowsersKeep(request, response) leaves %s alone, which is the owner's",
  (url) => {
    expect(cacheControl(url, OF_NEXT)).toBe(OF_NEXT);
  },
);

test("letBrowsersKeep(request, response) leaves every page of a session alone", () => {
  expect(cacheControl("/", OF_NEXT, { cookie: "a=b; glasshouse-admin=x" })).toBe(OF_NEXT);
});

test.each(["no-store", "public, max-age=31536000, immutable"])(
  "letBrowsersKeep(request, response) leaves other headers alone: %s",
  (sent) => {
    expect(cacheControl("/", sent)).toBe(sent);
  },
);
