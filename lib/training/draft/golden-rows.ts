import { CsvError } from "../../csv/dialect";
import { readRecords } from "../../csv/read-records";
import { ImportError } from "../../import/import-error";
import { encodeValue, acceptValue, isNumeric, faultOf } from "../../model/inputs/kinds";
import { findTrainingColumn } from "../../model/inputs/columns";
import { readValue } from "../../model/inputs/text";
import { toUnit, type Model } from "../../model/model";
import { emptyPoint } from "../../model/predictor";
import { agreesWithPrinted, readPrinted } from "../../model/printed";
import { formatQuantity } from "../../model/format";
import type { Bundle } from "../../model/bundle";
import type { Spec } from "../../model/spec";

type Golden = Bundle["golden"][number];

/** A row whose answer the library printed, beside what the model here gives. */
export interface CheckedRow {
  /** Counted from 1. */
  row: number;
  printed: string;
  estimate: number;
  agrees: boolean;
  golden: Golden;
}

/** What the column of the answers may be called beside the target. */
const ANSWERS = /^(prediction|predicted|predict|y_pred|y_hat|yhat|answer|estimate)s?$/i;
const MOST_ROWS = 1000;

/**
 * Read rows of inputs with the answers that a notebook printed, and compare them with those of the model.
 *
 * @param text a CSV table with a column for each input, and one of answers
 * @param headers the inputs as the file of the model calls them, where that differs from their names
 * @throws ImportError where a column is missing or a cell cannot be read
 */
export function checkGolden(text: string, model: Model, headers: string[] = []): CheckedRow[] {
  const { spec } = model;
  const checked: CheckedRow[] = [];
  let columns: { inputs: number[]; answer: number } | undefined;
  try {
    const records = readRecords(text, (name) => spec.inputs.some((input) => isNumeric(input) && input.name === name));
    for (const { names, record, dialect } of records) {
      const row = checked.length + 1;
      if (row > MOST_ROWS) throw new ImportError(`golden rows: at most ${formatQuantity(MOST_ROWS)} rows are allowed`);
      columns ??= columnsOf(spec, names, headers);
      const { inputs, answer } = columns;
      const encoded = spec.inputs.map((input, index) => {
        const sent = readValue(input, record.text(inputs[index]!), { dialect, column: inputs[index]! });
        const value = acceptValue(input, sent);
        if (value === undefined) throw new ImportError(`golden row ${row}: ${faultOf(input, sent)}`);
        return encodeValue(input, value);
      });
      const printed = record.text(answer).trim();
      const compared = compareRow(model, encoded, printed);
      if (!compared)
        throw new ImportError(
          `golden row ${row}: the answer must be a number as it was printed; it is ${JSON.stringify(printed)}`,
        );
      checked.push({ row, ...compared });
    }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportError(`golden rows: ${error.message}`);
    throw error;
  }
  if (checked.length === 0) throw new ImportError("golden rows: the table has no rows");
  return checked;
}

/**
 * Compare an answer as it was printed with that of the model; undefined where the text is no number.
 *
 * @param encoded the inputs as `model.reading` encodes them
 */
export function compareRow(model: Model, encoded: number[], printed: string): Omit<CheckedRow, "row"> | undefined {
  const wanted = readPrinted(printed);
  if (!wanted) return undefined;
  const point = emptyPoint();
  model.predictor.evaluate(encoded, point);
  const estimate = toUnit(model.spec, point.center);
  const golden = { inputs: encoded, center: point.center, size: point.size, printed };
  return { printed, estimate, agrees: agreesWithPrinted(estimate, wanted), golden };
}

function columnsOf(spec: Spec, names: string[], headers: string[]) {
  const inputs = spec.inputs.map((input, index) => {
    const exact = names.indexOf(headers[index] ?? input.name);
    const found = exact >= 0 ? exact : findTrainingColumn(spec, names, input);
    if (typeof found === "object") throw new ImportError(`golden rows: ${found.fault}`);
    return found;
  });
  const target = findTrainingColumn(spec, names, spec.target);
  const rest = names.flatMap((_, column) => (inputs.includes(column) ? [] : [column]));
  const called = rest.filter((column) => ANSWERS.test(names[column]!.trim()));
  const answer =
    typeof target === "number" ? target : called.length === 1 ? called[0] : rest.length === 1 ? rest[0] : undefined;
  if (answer === undefined) {
    throw new ImportError(
      `golden rows: there must be a column with the answers, called prediction or ${spec.target.name}; there are ${names.join(", ")}`,
    );
  }
  return { inputs, answer };
}
