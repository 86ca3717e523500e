import { CellEvidence } from "../csv/cell-evidence";
import { LINE_FEED, CARRIAGE_RETURN, type Dialect } from "../csv/dialect";
import { BYTE_ORDER_MARK } from "../csv/header";
import { openTable } from "../csv/table";
import { writeCell } from "../csv/write-table";
import { isNumeric } from "../model/inputs/kinds";
import { writeText } from "../model/inputs/text";
import type { Inputs } from "../model/inputs/value";
import type { Spec } from "../model/spec";
import { TableError, trainingColumns } from "./example-parser";

/** What became known about an estimate for these inputs. */
export interface KnownOutcome {
  inputs: Inputs;
  actual: number;
}

const encoder = new TextEncoder();

/**
 * The bytes of a training table with rows of reported outcomes below its own, which stay byte for byte. The new rows are
 * written as the table writes its cells: its delimiter, its mark before decimals, its end of a line. Columns that the model
 * does not read stay empty in them.
 *
 * @param chunks of the table
 * @param spec the model that the outcomes are of
 * @param outcomes with inputs that the model accepts
 * @throws TableError where the table has no column of an input, or rows have weights, which an outcome has not
 */
export async function* addOutcomes(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  spec: Spec,
  outcomes: AsyncIterable<KnownOutcome> | Iterable<KnownOutcome>,
): AsyncGenerator<Uint8Array> {
  const { header, blocks } = await openTable(chunks);
  const { inputs, target, weight } = trainingColumns(spec, header.names);
  if (weight >= 0) throw new TableError("the rows of the table have weights, and reported outcomes have none");
  const evidence = new CellEvidence(header, [...inputs.filter((_, index) => isNumeric(spec.inputs[index]!)), target]);
  const newline = encoder.encode(header.dialect.newline);
  if (header.marked) yield BYTE_ORDER_MARK;
  yield header.bytes;
  yield newline;
  for await (const block of blocks) {
    evidence.add(block);
    yield block;
    const last = block.at(-1);
    if (last !== LINE_FEED && last !== CARRIAGE_RETURN) yield newline;
  }
  const dialect = evidence.decide(spec.training?.decimal);
  for await (const { inputs: given, actual } of outcomes) {
    const cells = Array<string>(header.names.length).fill("");
    const text = writeText(spec, given);
    spec.inputs.forEach((input, index) => {
      const cell = text[input.name] ?? "";
      cells[inputs[index]!] = typeof given[input.name] === "number" ? writeDecimal(cell, dialect) : cell;
    });
    cells[target] = writeDecimal(String(actual), dialect);
    const line = cells.map((cell) => writeCell(cell, dialect.delimiter)).join(String.fromCharCode(dialect.delimiter));
    yield encoder.encode(line + dialect.newline);
  }
}

const writeDecimal = (number: string, { decimalComma }: Dialect) => (decimalComma ? number.replace(".", ",") : number);
