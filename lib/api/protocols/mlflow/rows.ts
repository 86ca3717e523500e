import { z } from "zod";
import { CsvError } from "../../../csv/dialect";
import { readRecords } from "../../../csv/read-records";
import { readValue } from "../../../model/inputs/text";
import type { Spec } from "../../../model/spec";
import { MOST_ROWS, NEEDS_FEWER_ROWS } from "../../request/most-rows";

/** What rows need that cannot be read. */
export class RowsError extends Error {}

type Row = Record<string, unknown>;

const FORMATS = ["dataframe_split", "dataframe_records", "instances", "inputs"] as const;

const split = z.object({ columns: z.array(z.string()), data: z.array(z.array(z.unknown())) });
const records = z.array(z.record(z.string(), z.unknown()));
const columns = z.record(z.string(), z.array(z.unknown()));
const single = z.record(z.string(), z.unknown());

/**
 * The rows of a JSON body as MLflow's scoring takes it: an object with one of four members. `instances` and `inputs`
 * may be a list of objects, or an object of lists; a list of bare numbers says nothing of which is which.
 *
 * Source: https://mlflow.org/docs/latest/ml/deployment/deploy-model-locally/#accepted-input-formats
 *
 * @throws RowsError
 */
export function readJsonRows(body: unknown): Row[] {
  const sent = single.safeParse(body);
  const formats = FORMATS.filter((format) => sent.success && Object.hasOwn(sent.data, format));
  const [format] = formats;
  if (!sent.success || !format || formats.length > 1) {
    throw new RowsError(`the body must be an object with exactly one of ${FORMATS.join(", ")}`);
  }
  const value = sent.data[format];
  switch (format) {
    case "dataframe_split":
      return readSplit(value);
    case "dataframe_records":
      return read(records, value, "dataframe_records must be a list of objects");
    case "instances":
    case "inputs":
      return Array.isArray(value)
        ? read(records, value, `${format} must be objects, since a list does not say which number is which`)
        : readColumns(value, format);
  }
}

/** Of more rows than a call may have, none is looked at. */
function refuseMany(rows: unknown): void {
  if (Array.isArray(rows) && rows.length > MOST_ROWS) throw new RowsError(NEEDS_FEWER_ROWS);
}

function read<Value>(schema: z.ZodType<Value>, value: unknown, needs: string): Value {
  refuseMany(value);
  const result = schema.safeParse(value);
  if (!result.success) throw new RowsError(needs);
  return result.data;
}

function readSplit(value: unknown): Row[] {
  refuseMany((value as { data?: unknown } | null)?.data);
  const { columns, data } = read(split, value, "dataframe_split must be an object with the lists columns and data");
  return data.map((cells) => {
    if (cells.length !== columns.length) throw new RowsError("each row of data must be as long as columns");
    return Object.fromEntries(columns.map((name, index) => [name, cells[index]]));
  });
}

function readColumns(value: unknown, format: string): Row[] {
  const row = read(single, value, `${format} must be a list of objects, or an object of lists`);
  const lists = columns.safeParse(row);
  if (!lists.success) return [row];
  const [first = [], ...others] = Object.values(lists.data);
  refuseMany(first);
  if (others.some(({ length }) => length !== first.length)) {
    throw new RowsError(`the lists of ${format} must be of the same length`);
  }
  return first.map((_, index) =>
    Object.fromEntries(Object.entries(lists.data).map(([name, list]) => [name, list[index]])),
  );
}

/**
 * The rows of a CSV body, whose first line names the columns; of more than a call may have, one too many.
 *
 * @throws RowsError
 */
export function readCsvRows(spec: Spec, text: string): Row[] {
  const derived = spec.derived.map(({ name, label, unit }) => ({ name, label, unit, kind: "number" as const }));
  const features = [...spec.inputs, ...derived];
  const numbers = new Set(
    features.filter(({ kind }) => kind === "number" || kind === "integer").map(({ name }) => name),
  );
  const missing = spec.training?.missing;
  const rows: Row[] = [];
  try {
    for (const { names, record, dialect } of readRecords(text, (name) => numbers.has(name))) {
      const cells = features.map((feature) => {
        const column = names.lastIndexOf(feature.name);
        return [feature.name, readValue(feature, record.text(column), { dialect, column, missing })];
      });
      if (rows.push(Object.fromEntries(cells)) > MOST_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RowsError("the body must be CSV: the names of the inputs, and lines with as many values");
  }
  return rows;
}
