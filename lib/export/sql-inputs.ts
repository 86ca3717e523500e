import { SECONDS_OF_DAY } from "../formula/calendar";
import { SMALLEST, type Range } from "../formula/range";
import { SOURCE, type Dialect } from "./dialects";
import { assumedValue } from "../model/inputs/kinds";
import type { GivenValue } from "../model/inputs/value";
import { clip, INDICATOR, type PlannedInput } from "./plan";
import type { Columns } from "./sql-columns";

/** Add the columns of an input: as it is in the table, as a number that is null unless allowed, and its indicators. */
export function addInput(
  columns: Columns,
  { input, name, range: allowed, limit, levels, missing }: PlannedInput,
): void {
  const range = clip(allowed, limit);
  const { dialect } = columns;
  const { number } = dialect;
  const asGiven = `given_${input.name}`;
  const given = columns.nameOf(asGiven);
  const source = `${SOURCE}.${dialect.quote(input.name)}`;
  const uses = [asGiven];
  const double = (cases: string) => `CAST(CASE ${cases} END AS ${dialect.double})`;

  const assumed = assumedValue(input);
  const orAssumed = (read: string, literal: (value: GivenValue) => string) =>
    assumed === undefined ? read : `CASE WHEN ${source} IS NULL THEN ${literal(assumed)} ELSE ${read} END`;
  if (missing) {
    columns.add(missing, double(`WHEN ${source} IS NULL THEN ${number(1)} ELSE ${number(0)}`), { range: INDICATOR });
  }

  switch (input.kind) {
    case "number":
    case "integer":
      columns.add(
        asGiven,
        orAssumed(readNumber(dialect, source), (value) => number(Number(value))),
      );
      columns.require(name, checkNumber(dialect, given, range, input.kind === "integer"), { uses, range });
      break;
    case "date": {
      const date = orAssumed(source, (value) => dialect.string(String(value)));
      columns.add(asGiven, `CAST(${dialect.dates.seconds(date)} AS ${dialect.double}) / ${number(SECONDS_OF_DAY)}`);
      columns.require(name, checkNumber(dialect, given, range, !input.time), { uses, range });
      columns.dates.set(name, date);
      break;
    }
    case "boolean": {
      // As a text, since a column may be of a type for it or hold 0 and 1, and no engine compares both with one literal.
      columns.add(
        asGiven,
        orAssumed(`LOWER(${readText(dialect, source)})`, (value) => dialect.string(String(value))),
      );
      const cases = ["false", "0", "0.0", "true", "1", "1.0"].map(
        (text, index) => `WHEN ${dialect.string(text)} THEN ${number(index < 3 ? 0 : 1)}`,
      );
      columns.require(name, double(`${given} ${cases.join(" ")}`), { uses, range });
      break;
    }
    case "category": {
      columns.add(
        asGiven,
        orAssumed(readText(dialect, source), (value) => dialect.string(String(value))),
      );
      const { groups, others } = levels ?? {
        groups: [{ indicator: null, levels: input.levels }],
        others: "not allowed",
      };
      const cases = groups.flatMap((group, index) =>
        index === others ? [] : group.levels.map((level) => `WHEN ${dialect.string(level)} THEN ${number(index)}`),
      );
      if (typeof others === "number") {
        const isText = `TRIM(${given}) <> ${dialect.string("")} AND LENGTH(${given}) <= 200`;
        const rest =
          cases.length === 0 ? number(others) : `CASE ${given} ${cases.join(" ")} ELSE ${number(others)} END`;
        columns.require(name, double(`WHEN ${isText} THEN ${rest}`), { uses });
      } else columns.require(name, double(`${given} ${cases.join(" ")}`), { uses });
      groups.forEach(({ indicator }, index) => {
        if (!indicator) return;
        const test = `WHEN ${columns.nameOf(name)} = ${number(index)} THEN ${number(1)} ELSE ${number(0)}`;
        columns.add(indicator, double(test), { uses: [name], range });
      });
    }
  }
}

function readNumber({ double, untyped, string }: Dialect, source: string): string {
  const cast = `CAST(${source} AS ${double})`;
  if (!untyped) return cast;
  return `CASE WHEN TYPEOF(${source}) IN (${string("integer")}, ${string("real")}) THEN ${cast} END`;
}

/** Texts are equal where all their characters are, whatever the column's own rules of comparison. */
function readText({ text, untyped }: Dialect, source: string): string {
  return `CAST(${source} AS ${text})${untyped ? " COLLATE BINARY" : ""}`;
}

/** NaN is beyond any bounds, or not comparable with them: it counts as missing in either case. */
function checkNumber({ number }: Dialect, given: string, { low, high, smallest }: Range, whole: boolean): string {
  const allowed = `${given} BETWEEN ${number(low)} AND ${number(high)}${whole ? ` AND ${given} = FLOOR(${given})` : ""}`;
  const value =
    smallest > SMALLEST ? given : `CASE WHEN ABS(${given}) < ${number(SMALLEST)} THEN ${number(0)} ELSE ${given} END`;
  return `CASE WHEN ${allowed} THEN ${value} END`;
}
