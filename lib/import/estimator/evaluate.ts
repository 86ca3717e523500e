import { compileFormula } from "../../formula/parse";
import type { Counts, InputDescription, Level, Lookup, ModelDescription, Reading } from "./description";

/** Values by the id of their input; null, NaN, or nothing at all where one is missing. */
export type Row = Readonly<Record<string, Level | null | undefined>>;

/** What a model is taken to answer: the estimate, or NaN where it has none for a row. */
export type Estimate = (row: Row) => number;

const INVERSES = {
  identity: (sum: number) => sum,
  exp: Math.exp,
  expm1: Math.expm1,
  square: (sum: number) => sum * sum,
};

/** Compile a description to the function that it describes. */
export function compileDescription(description: ModelDescription): Estimate {
  const { inputs, readings, coefficients, intercept } = description;
  const read = readings.map((reading) => readerOf(reading, inputs[reading.input]!));
  const positions = new Map(readings.map(({ id }, index) => [id, index]));
  const fills = new Map(readings.map(({ id, fill }) => [id, fill ?? undefined]));
  const columns = description.columns.map(({ expression }) =>
    compileFormula(
      { text: "", expression, names: [] },
      (name) => positions.get(name) ?? -1,
      (name) => fills.get(name),
    ),
  );
  const inverse = INVERSES[description.inverse];
  return (row) => {
    const values = read.map((each) => each(row));
    if (values.includes(undefined)) return NaN;
    const sum = columns.reduce((total, column, index) => total + coefficients[index]! * column(values as number[]), 0);
    return inverse(sum + intercept);
  };
}

/** The number of a reading for a row: NaN where it is missing, undefined where the row is refused for it. */
function readerOf({ lookup }: Reading, { id, kind }: InputDescription): (row: Row) => number | undefined {
  const isMissing = (value: Level | null | undefined) => value === null || value === undefined || Number.isNaN(value);
  if (!lookup) {
    return (row) => {
      const value = row[id];
      if (isMissing(value)) return NaN;
      if (typeof value === "string") return kind === "category" ? 0 : undefined;
      return Number(value);
    };
  }
  const values = new Map(lookup.levels.map((level, index) => [level, lookup.values[index]!]));
  return (row) => {
    const value = row[id];
    return numberOf(isMissing(value) ? lookup.missing : countsOf(value!, values, lookup));
  };
}

/** In Python, True is 1 and False is 0, in a list of levels too. */
function countsOf(level: Level, values: Map<Level, Counts>, { unknown }: Lookup): Counts {
  const other = typeof level === "boolean" ? Number(level) : level === 1 || level === 0 ? level === 1 : level;
  return values.get(level) ?? values.get(other) ?? unknown;
}

const numberOf = (counts: Counts) => (counts === "missing" ? NaN : counts === "refused" ? undefined : counts);
