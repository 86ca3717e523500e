import { CsvError } from "../../csv/dialect";
import { readRecords } from "../../csv/read-records";
import { ImportError } from "../import-error";
import { quoted } from "../text";
import { namedSum, type NamedSum } from "./named-sum";
import { COLUMNS, plainKey } from "./vocabulary";

const POINT = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const COMMA = /^\s*[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?\s*$/i;
/** What R writes for a column that repeats others, and takes as 0. */
const LEFT_OUT = /^\s*NA\s*$/;

type Cell = string | number | null;

/**
 * Coefficients in CSV: a row for each term, as `tidy`, `coef` and `params` are written; or one row, with a column for each
 * term.
 *
 * @throws ImportError where the text is no such table
 */
export function sumOfCsv(text: string): NamedSum {
  const lines: string[][] = [];
  let comma = false;
  try {
    for (const { names, record, dialect } of readRecords(text, () => false)) {
      if (lines.length === 0) lines.push(names);
      lines.push(names.map((_, column) => record.text(column).trim()));
      comma = dialect.delimiter !== ",".charCodeAt(0);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportError(`the table of coefficients cannot be read: ${error.message}`);
    throw error;
  }
  const numberOf = (cell: string): number | undefined => {
    if (POINT.test(cell)) return Number(cell);
    return comma && COMMA.test(cell) ? Number(cell.replace(",", ".")) : undefined;
  };
  const rows = lines.map((line) => line.map((cell) => numberOf(cell) ?? cell));
  const [first = [], second = []] = rows;
  const isWide = rows.length === 2 && second.every(isNumber) && first.every((cell) => !isNumber(cell));
  if (isWide) return namedSum(first.map((name, column) => [String(name), second[column] as number]));
  // Without a line of names, the first line is a term like any other.
  const isBare = first.length === 2 && !isNumber(first[0]!) && isNumber(first[1]!) && first[0] !== "";
  return isBare ? sumOfRows(["name", "value"], rows) : sumOfRows(lines[0] ?? [], rows.slice(1));
}

/** @param rows texts and numbers below the names of columns */
export function sumOfRows(names: string[], rows: Cell[][]): NamedSum {
  const keys = names.map(plainKey);
  const isText = (column: number) => rows.every((row) => typeof row[column] === "string");
  const texts = keys.flatMap((_, column) => (isText(column) ? [column] : []));
  const others = keys.flatMap((_, column) => (isText(column) ? [] : [column]));
  const term = texts.length === 1 && keys.length === 2 ? texts[0] : columnOf(COLUMNS.names, keys, texts);
  const value = others.length === 1 ? others[0] : columnOf(COLUMNS.values, keys, others);
  if (rows.length === 0 || term === undefined || value === undefined) {
    throw new ImportError(
      "this is not a table of coefficients: it needs a column of names, such as term, and one of numbers, such as estimate; a table of rows is fitted instead (in the folder of Glasshouse, npm run new -- table.csv --target price)",
    );
  }
  const left: string[] = [];
  const pairs = rows.flatMap((row): [string, number][] => {
    const [name, coefficient] = [String(row[term]), row[value]];
    if (typeof coefficient === "number") return [[name, coefficient]];
    if (typeof coefficient !== "string" || !LEFT_OUT.test(coefficient)) {
      throw new ImportError(`the coefficient of ${quoted(name)} is ${quoted(String(coefficient))} and no number`);
    }
    left.push(name);
    return [];
  });
  const sum = namedSum(pairs);
  if (left.length > 0)
    sum.notes.push(`Left out, since the file has no coefficient for them: ${left.slice(0, 20).join(", ")}.`);
  return sum;
}

/** The column of the first name that is there. */
function columnOf(known: readonly string[], keys: string[], among: number[]): number | undefined {
  for (const name of known) {
    const found = among.find(
      (column) => keys[column] === name || (name === "unnamed" && keys[column]!.startsWith(name)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

const isNumber = (cell: Cell): cell is number => typeof cell === "number";
