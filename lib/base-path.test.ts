import fc from "fast-check";
import { expect, test } from "vitest";
import { basePath, withBase, withoutBase } from "./base-path";

const BASE = "/glasshouse";

test.each([
  ["/", "/glasshouse"],
  ["/?a=1", "/glasshouse?a=1"],
  ["/#all-models", "/glasshouse#all-models"],
  ["/docs#Estimate", "/glasshouse/docs#Estimate"],
  ["/models/salary?a=/b", "/glasshouse/models/salary?a=/b"],
  ["//elsewhere", "/glasshouse//elsewhere"],
  ["#answer", "#answer"],
  ["*", "*"],
  ["http://elsewhere/docs", "http://elsewhere/docs"],
])("withBase(%j) is %j", (path, address) => {
  expect(withBase(path, BASE)).toBe(address);
});

test.each([
  ["/glasshouse", "/"],
  ["/glasshouse/", "/"],
  ["/glasshouse?a=1", "/?a=1"],
  ["/glasshouse/docs", "/docs"],
  ["/glasshouse/glasshouse/docs", "/glasshouse/docs"],
  ["/docs", "/docs"],
  ["/", "/"],
  ["/glasshouses/docs", "/glasshouses/docs"],
  ["/Glasshouse/docs", "/Glasshouse/docs"],
  ["*", "*"],
  ["", ""],
])("withoutBase(%j) is %j", (address, path) => {
  expect(withoutBase(address, BASE)).toBe(path);
});

test("withoutBase(withBase(path)) is the path, and without a prefix both change nothing", () => {
  expect(basePath).toBe("");
  fc.assert(
    fc.property(fc.string(), (path) => {
      const address = `/${path}`;
      expect(withoutBase(withBase(address, BASE), BASE)).toBe(address);
      expect([withBase(address), withoutBase(address)]).toEqual([address, address]);
    }),
  );
});
