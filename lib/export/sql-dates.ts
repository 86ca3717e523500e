import type { DatePart } from "../formula/expression";

/** How an engine's SQL reads a column of dates, of points in time, or of their ISO texts. */
export interface SqlDates {
  /** Whole seconds since 1 January 1970, by the clock that the column shows. */
  seconds(source: string): string;
  part(part: DatePart, source: string): string;
}

/** With the fields of EXTRACT, which are the engine's words for parts. */
function extracting(timestamp: (source: string) => string, weekday: string): SqlDates["part"] {
  const fields = { year: "YEAR", month: "MONTH", weekday, hour: "HOUR" };
  return (part, source) => `EXTRACT(${fields[part]} FROM ${timestamp(source)})`;
}

const castTo =
  (type: string, cast = "CAST") =>
  (source: string) =>
    `${cast}(${source} AS ${type})`;

const asTimestamp = castTo("timestamp");
const triedTimestamp = castTo("TIMESTAMP", "TRY_CAST");
const asDatetime = castTo("DATETIME", "SAFE_CAST");
const asWallClock = castTo("TIMESTAMP_NTZ");

export const sqlDates = {
  postgres: {
    seconds: (source) => `FLOOR(EXTRACT(EPOCH FROM ${asTimestamp(source)}))`,
    part: extracting(asTimestamp, "ISODOW"),
  },
  duckdb: {
    seconds: (source) => `FLOOR(EPOCH(${triedTimestamp(source)}))`,
    part: extracting(triedTimestamp, "ISODOW"),
  },
  sqlite: {
    // It takes 31 days for any month, numbers for days of another era, and 'now' for a date.
    seconds: (source) =>
      `CASE WHEN TYPEOF(${source}) = 'text' AND LENGTH(${source}) IN (10, 16, 19)` +
      ` AND ${source} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND DATE(${source}) = SUBSTR(${source}, 1, 10)` +
      ` THEN STRFTIME('%s', ${source}) END`,
    part: (part, source) => {
      const field = { year: "%Y", month: "%m", weekday: "%w", hour: "%H" }[part];
      const value = `CAST(STRFTIME('${field}', ${source}) AS INTEGER)`;
      return part === "weekday" ? `(${value} + 6) % 7 + 1` : value;
    },
  },
  bigquery: {
    seconds: (source) => `DATETIME_DIFF(${asDatetime(source)}, DATETIME '1970-01-01 00:00:00', SECOND)`,
    part: (part, source) => {
      const value = extracting(asDatetime, "DAYOFWEEK")(part, source);
      return part === "weekday" ? `MOD(${value} + 5, 7) + 1` : value;
    },
  },
  snowflake: {
    seconds: (source) => `DATE_PART(EPOCH_SECOND, ${asWallClock(source)})`,
    part: extracting(asWallClock, "DAYOFWEEKISO"),
  },
  spark: {
    // By the parts of the clock, since UNIX_TIMESTAMP goes by the time zone of the session.
    seconds: (source) =>
      `CAST(DATEDIFF(CAST(${source} AS DATE), DATE '1970-01-01') AS BIGINT) * 86400` +
      ` + HOUR(${asTimestamp(source)}) * 3600 + MINUTE(${asTimestamp(source)}) * 60 + SECOND(${asTimestamp(source)})`,
    part: extracting(asTimestamp, "DAYOFWEEK_ISO"),
  },
} satisfies Record<string, SqlDates>;
