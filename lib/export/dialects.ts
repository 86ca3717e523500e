import { sqlDates, type SqlDates } from "./sql-dates";

/** What is written differently in each engine's SQL. */
export interface Dialect {
  title: string;
  /** The type of a double, and of a text. */
  double: string;
  text: string;
  quote(name: string): string;
  string(value: string): string;
  /** A literal of a double: written with an exponent, which no engine takes for an integer or a decimal. */
  number(value: number): string;
  min: string;
  max: string;
  dates: SqlDates;
  /**
   * What a subquery ends with so that the engine computes its columns once: some would rather write their text into
   * every place that uses them, which doubles the work at each step.
   */
  fence: string;
  /** What stands for the row of the table from the first step on, how it is taken apart again, and from what. */
  carry: string;
  restore(helpers: string[]): string;
  join(table: string): string;
  /** What the names of computed columns begin with, where they stand beside those of the table. */
  prefix: string;
  /** Whether any column can hold a text. */
  untyped?: boolean;
}

/** The table itself, and its row beside what is computed of it; no table has columns of these names. */
export const SOURCE = "glasshouse_source";
const ROW = "glasshouse_row";

const doubled = (mark: string) => (name: string) => mark + name.replaceAll(mark, mark + mark) + mark;
const exponential = (value: number) => value.toExponential().replace("+", "");
/** For engines where a backslash in a string begins an escape. */
const escaped = (value: string) =>
  `'${value.replace(/[\\']/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;

const standard = {
  double: "DOUBLE",
  quote: doubled('"'),
  string: doubled("'"),
  number: exponential,
  min: "LEAST",
  max: "GREATEST",
  fence: "",
  carry: `${SOURCE} AS ${ROW}`,
  restore: () => `${ROW}.*`,
  join: () => "",
  prefix: "",
};

export const dialects = {
  postgres: {
    ...standard,
    title: "PostgreSQL",
    double: "double precision",
    text: "text",
    dates: sqlDates.postgres,
    fence: " OFFSET 0",
    restore: () => `(${ROW}).*`,
  },
  sqlite: {
    ...standard,
    title: "SQLite",
    double: "REAL",
    text: "TEXT",
    min: "MIN",
    max: "MAX",
    dates: sqlDates.sqlite,
    fence: " LIMIT -1 OFFSET 0",
    // It has neither rows as values nor a star without some columns, so each row is found again by its number.
    carry: `${SOURCE}._rowid_ AS ${ROW}`,
    restore: () => `${SOURCE}.*`,
    join: (table: string) => ` JOIN ${table} AS ${SOURCE} ON ${SOURCE}._rowid_ = ${ROW}`,
    untyped: true,
  },
  duckdb: { ...standard, title: "DuckDB", text: "VARCHAR", dates: sqlDates.duckdb },
  bigquery: {
    ...standard,
    title: "BigQuery",
    double: "FLOAT64",
    text: "STRING",
    dates: sqlDates.bigquery,
    quote: doubled("`"),
    string: escaped,
  },
  snowflake: {
    ...standard,
    title: "Snowflake",
    text: "VARCHAR",
    dates: sqlDates.snowflake,
    // A name that was not quoted when it was made is in upper case there.
    quote: (name: string) => doubled('"')(/^[a-z_][a-z0-9_$]*$/.test(name) ? name.toUpperCase() : name),
    string: escaped,
    // A number with an exponent may be read as a decimal; a text that is cast is not.
    number: (value: number) => `'${exponential(value)}'::DOUBLE`,
    carry: `${SOURCE}.*`,
    prefix: "glasshouse_",
    restore: (helpers: string[]) => `* EXCLUDE (${helpers.join(", ")})`,
  },
  spark: {
    ...standard,
    title: "Spark",
    text: "STRING",
    dates: sqlDates.spark,
    quote: doubled("`"),
    string: escaped,
    number: (value: number) => `${exponential(value)}D`,
    carry: `struct(${SOURCE}.*) AS ${ROW}`,
  },
} satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
