import { expect, test } from "vitest";
import { wayBack } from "./way-back";

const CARD = "http://localhost/models/house-price/card";

test.each([
  ["/models/house-price/estimate?area=6000&basement=yes", null],
  ["/", CARD],
])("wayBack(%j, %j) is the page that the form names", (to, referer) => {
  expect(wayBack(to, referer)).toBe(to);
});

test("wayBack(null, referer) is the page that the browser names, on whatever host the site is", () => {
  expect(wayBack(null, `${CARD}?a=1#data`)).toBe("/models/house-price/card?a=1");
  expect(wayBack(null, "https://models.example.com/docs")).toBe("/docs");
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "evil.example",
  "",
  "//",
])("wayBack(%j, referer) leads to no other site", (to) => {
  expect(wayBack(to, null)).toBe("/");
  expect(wayBack(to, "http://localhost//evil.example")).toBe("/");
  expect(wayBack(to, CARD)).toBe("/models/house-price/card");
});

test("wayBack(to) writes no line into a header", () => {
  expect(wayBack("/docs?a=1\r\nSet-Cookie: a=b", null)).not.toMatch(/[\r\n]/);
});

test.each(["", "about:client", "null", "http://localhost"])("wayBack(null, %j) is the first page", (referer) => {
  expect(wayBack(null, referer)).toBe("/");
});
