import { writeTable } from "../csv/write-table";
import { writeText } from "../model/inputs/text";
import type { Inputs } from "../model/inputs/schema";
import type { Spec } from "../model/spec";

/** Rows of inputs as a table of CSV that the model reads: a column for each input, in the order of the spec. */
export function writeInputs(spec: Pick<Spec, "inputs">, rows: Inputs[]): string {
  return writeTable([spec.inputs.map(({ name }) => name), ...rows.map((row) => Object.values(writeText(spec, row)))]);
}
