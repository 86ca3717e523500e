import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readBasePath } from "./base-path.mjs";

test.each([undefined, "", "/glasshouse", "/a/b-c/d_e.f~g", "/v3", "/apis"])("readBasePath(%j) takes it", (value) => {
  expect(readBasePath(value)).toBe(value ?? "");
});

test.each(["/", "glasshouse", "/glasshouse/", "//a", "/a//b", "/a b", "/a?b", "/ä", "/..", "/a/./b", "https://a/b"])(
  "readBasePath(%j) says what a path needs",
  (value) => {
    expect(() => readBasePath(value)).toThrow(/^BASE_PATH must be a path such as \/glasshouse: begin it with \/.+$/);
  },
);

test.each(["/api", "/models/a", "/_next", "/ping", "/icon.svg"])(
  "readBasePath(%j) names an address of our own",
  (value) => {
    expect(() => readBasePath(value)).toThrow(/^BASE_PATH must not begin with \/[\w.]+, which is an address/);
  },
);

test("a build with a wrong BASE_PATH ends at once, with 2 and one line", () => {
  const build = fileURLToPath(new URL("build.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [build], {
    env: { ...process.env, BASE_PATH: "glasshouse/" },
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^BASE_PATH must be [^\n]+\n$/);
});
