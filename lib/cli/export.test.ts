import { expect, test } from "vitest";
import { findModel } from "../registry/registry";
import { exportText } from "../testing/exports";
import { runCommand } from "../testing/command";

test("export prints the model and nothing else", async () => {
  const { stdout, stderr, status } = runCommand([
    ...["export", "salary", "--format", "sql", "--dialect", "sqlite", "--table", "people", "--level", "0.9"],
  ]);
  expect(stderr).toBe("");
  expect(stdout).toBe(
    exportText((await findModel("salary"))!, { format: "sql", dialect: "sqlite", table: "people", level: "0.9" }),
  );
  expect(status).toBe(0);
});

test.each([
  [[], "missing required argument 'model'"],
  [["salary", "--fromat", "sql"], "unknown option '--fromat'\n(Did you mean --format?)"],
  [["wages", "--format", "json"], "there is no model wages; the models are house-price, house-price-hedonic, salary"],
  [["salary", "--format", "excel"], "format must be one of sql, typescript, python, json"],
  [
    ["salary", "--format", "sql", "--dialect", "oracle", "--table", "t"],
    "dialect must be one of postgres, sqlite, duckdb",
  ],
])("export with %j exits with 2 and says what is allowed", (options, sentence) => {
  const { stdout, stderr, status } = runCommand(["export", ...options]);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
});
