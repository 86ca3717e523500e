import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findModel } from "../registry/registry";
import { exportText } from "../testing/exports";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = (...options: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "lib/cli/export.ts", ...options], { cwd: root, encoding: "utf8" });

test("export prints the model and nothing else", async () => {
  const { stdout, stderr, status } = run(
    "salary",
    "--format",
    "sql",
    "--dialect",
    "sqlite",
    "--table",
    "people",
    "--level",
    "0.9",
  );
  expect(stderr).toBe("");
  expect(stdout).toBe(
    exportText((await findModel("salary"))!, { format: "sql", dialect: "sqlite", table: "people", level: "0.9" }),
  );
  expect(status).toBe(0);
});

test.each([
  [[], "usage: npm run --silent export -- <model>"],
  [["salary", "--fromat", "sql"], "usage: npm run --silent export -- <model>"],
  [["wages", "--format", "json"], "model must be one of house-price, house-price-hedonic, salary"],
  [["salary", "--format", "excel"], "format must be one of sql, typescript, python, json"],
  [
    ["salary", "--format", "sql", "--dialect", "oracle", "--table", "t"],
    "dialect must be one of postgres, sqlite, duckdb",
  ],
])("export with %j exits with 2 and says what is allowed", (options, sentence) => {
  const { stdout, stderr, status } = run(...options);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
});
