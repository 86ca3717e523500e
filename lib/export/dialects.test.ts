import { parse } from "@polyglot-sql/sdk";
import { describe, expect, test } from "vitest";
import { dialects, type DialectName } from "./dialects";
import { isTableName } from "./sql";
import { exportText } from "../testing/exports";
import { exportedModels } from "../testing/exports";

/** Those that no test can run: their grammar is checked by a parser, their differences by what must stand in the text. */
const models = await exportedModels();
const everything = models.find(({ spec }) => spec.id === "everything-log")!;
const names = Object.keys(dialects) as DialectName[];
const parsers = {
  postgres: "postgresql",
  sqlite: "sqlite",
  duckdb: "duckdb",
  bigquery: "bigquery",
  snowflake: "snowflake",
  spark: "spark",
};

test.each(names)("every model for %s is one statement of its grammar", (name) => {
  for (const model of models) {
    const result = parse(
      exportText(model, { format: "sql", dialect: name, table: "my-project.sales.houses 1987" }),
      parsers[name] as never,
    );
    expect(result).toMatchObject({ success: true });
    expect(result.ast).toHaveLength(1);
  }
});

describe.each<[DialectName, string[]]>([
  [
    "bigquery",
    [
      "FROM `shop`.`houses` AS glasshouse_source",
      "SELECT glasshouse_source AS glasshouse_row,",
      "SELECT glasshouse_row.*,",
      "CAST(glasshouse_source.`size` AS FLOAT64) AS given_size",
      "LOWER(CAST(glasshouse_source.`select` AS STRING))",
      "WHEN 'Gaz d\\'été' THEN 0e0",
      "WHEN 'oil\\\\coal' THEN 1e0",
      "AS `low`",
    ],
  ],
  [
    "snowflake",
    [
      'FROM "SHOP"."HOUSES" AS glasshouse_source',
      "SELECT glasshouse_source.*,",
      "SELECT * EXCLUDE (glasshouse_given_size, ",
      'CAST(glasshouse_source."SIZE" AS DOUBLE) AS glasshouse_given_size',
      "WHEN 'oil\\\\coal' THEN '1e0'::DOUBLE",
      'AS "LOW"',
    ],
  ],
  [
    "spark",
    [
      "FROM `shop`.`houses` AS glasshouse_source",
      "SELECT struct(glasshouse_source.*) AS glasshouse_row,",
      "SELECT glasshouse_row.*,",
      "CAST(glasshouse_source.`size` AS DOUBLE) AS given_size",
      "WHEN 'Gaz d\\'été' THEN 0e0D",
      "GREATEST(",
    ],
  ],
])("the SELECT for %s", (name, parts) => {
  const sql = exportText(everything, { format: "sql", dialect: name, table: "shop.houses" });
  test.each(parts)("holds %s", (part) => expect(sql).toContain(part));
});

test.each(["houses", "shop.houses", "my-project.shop.houses", "houses of 1987", "Häuser"])("%j is a table", (table) => {
  expect(isTableName(table)).toBe(true);
});

test.each(["", ".", "a.", "a..b", "a.b.c.d", 'a"b', "a`b", "a;b", "a'b", "a\nb", "a\\b", "x".repeat(129)])(
  "%j is not a table",
  (table) => expect(isTableName(table)).toBe(false),
);
