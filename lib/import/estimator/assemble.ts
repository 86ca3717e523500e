import { group } from "d3-array";
import type { Expression } from "../../formula/expression";
import { mapOperands } from "../../formula/tree";
import { ImportError } from "../import-error";
import type { ColumnDescription, InputDescription, Level, ModelDescription, Reading } from "./description";
import type { LinearSum } from "./regressors";
import type { Column, Workspace } from "./workspace";

/** Coefficients from here on are those of columns that repeat each other, or of a fit that did not converge. */
const HUGE_COEFFICIENT = 1e13;

/**
 * Put a description together of a linear sum over columns, whatever format it was read from.
 *
 * @param said what the format says of itself
 * @param workspace that made the columns
 * @throws ImportError where an input is taken both as a number and as a category
 */
export function assemble(
  said: Pick<ModelDescription, "regressor" | "release" | "writer" | "steps" | "notes">,
  sum: Pick<LinearSum, "coefficients" | "intercept" | "inverse"> & { columns: Column[] },
  workspace: Workspace,
): ModelDescription {
  const { coefficients, intercept, inverse } = sum;
  const columns = sum.columns.map((column) => ({ label: column.label, expression: workspace.numberOf(column) }));
  const { inputs, readings, unused } = inputsOf(columns, workspace);
  return {
    ...said,
    inputs,
    readings,
    columns,
    coefficients,
    intercept,
    inverse,
    notes: [
      ...said.notes,
      ...notesOf(said.regressor, coefficients, inverse),
      ...(unused.length > 0 ? [`The model takes inputs that it never uses: ${unused.join(", ")}.`] : []),
    ],
  };
}

/** Inputs that columns use, with what their readings say of them; positions of readings follow. */
function inputsOf(columns: ColumnDescription[], workspace: Workspace) {
  const counted = new Set<Reading>();
  const named = new Set<string>();
  const note = (part: Expression): Expression => {
    if (part.kind === "name") named.add(part.name);
    return mapOperands(part, note);
  };
  for (const { expression } of columns) {
    for (const reading of workspace.readingsOf(expression)) counted.add(reading);
    note(expression);
  }
  const used = workspace.readings.filter(({ id }) => named.has(id));
  const positions = [...new Set(used.map(({ input }) => input))].sort((a, b) => a - b);
  const byInput = group([...counted], ({ input }) => input);
  const inputs = positions.map((position): InputDescription => {
    const own = byInput.get(position) ?? [];
    const lookups = own.flatMap(({ lookup }) => lookup ?? []);
    const asNumber = own.some(({ lookup }) => lookup === null);
    const levels = distinct(lookups.flatMap((lookup) => lookup.levels));
    if (asNumber && levels.some((level) => typeof level === "string")) {
      throw new ImportError(`the model takes ${workspace.labelOf(position)} both as a number and as a category`);
    }
    const isCategory = lookups.length > 0 && !asNumber;
    return {
      id: workspace.ids[position]!,
      name: workspace.names[position] ?? null,
      kind: isCategory ? "category" : "number",
      levels: isCategory ? levels : [],
      optional: own.every(({ lookup, fill }) => hasValue(lookup ? lookup.missing : "missing", fill)),
      otherLevels: isCategory && lookups.every((lookup) => hasValue(lookup.unknown, fillOf(own, lookup))),
    };
  });
  const after = new Map(positions.map((position, index) => [position, index]));
  const readings = used.map((reading) => ({ ...reading, input: after.get(reading.input)! }));
  const unused = workspace.names.flatMap((_, index) => (after.has(index) ? [] : [workspace.labelOf(index)]));
  return { inputs, readings, unused: unused.slice(0, 20) };
}

const hasValue = (counts: number | string, fill: number | null) =>
  typeof counts === "number" || (counts === "missing" && fill !== null);

const fillOf = (readings: Reading[], lookup: Reading["lookup"]) =>
  readings.find((reading) => reading.lookup === lookup)?.fill ?? null;

const distinct = (levels: Level[]) => [...new Set(levels)];

function notesOf(name: string, coefficients: number[], inverse: ModelDescription["inverse"]): string[] {
  const notes: string[] = [];
  if (coefficients.length > 0 && coefficients.every((coefficient) => coefficient === 0)) {
    notes.push("All coefficients are 0: every estimate is the same.");
  }
  if (coefficients.some((coefficient) => Math.abs(coefficient) >= HUGE_COEFFICIENT)) {
    notes.push(
      name === "SGDRegressor"
        ? "Some coefficients are above 1e13: the fit has diverged, most often for want of a scaler."
        : "Some coefficients are above 1e13: columns repeat each other, and estimates lose digits.",
    );
  }
  if (inverse === "square") notes.push("The estimate is a square: a sum below 0 gives an estimate above 0.");
  return notes;
}
