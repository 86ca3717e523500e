import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RELEASE } from "./release";

test("the release that is told is the package's version", () => {
  expect(RELEASE).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});
