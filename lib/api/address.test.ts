import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { isApiAddress } from "./address";
import { app } from "./app";

test.each([
  "/api",
  "/api/",
  "/api/models",
  "/api?x",
  "/v2",
  "/v2/health/live",
  "/metrics",
  "/invocations?model=salary",
])("%s is the API's", (url) => {
  expect(isApiAddress(url)).toBe(true);
});

test.each(["/", "", "*", "/models/salary", "/apis", "/v20", "//api/models", "/_next/static/x.js", "/docs/v2"])(
  "%s is not the API's",
  (url) => {
    expect(isApiAddress(url)).toBe(false);
  },
);

test("Next alone has a door to each route of the API", () => {
  const routes = app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path);
  const doors = ["", "/[[...path]]"].map((rest) => (path: string) => `app/${path.split("/")[1]}${rest}/route.ts`);
  const missing = routes.filter((path) => !doors.some((door) => existsSync(door(path))));
  expect(routes.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
