import { group } from "d3-array";
import type { Expression } from "../../formula/expression";
import { mapOperands } from "../../formula/tree";
import { ImportError } from "../import-error";
import type { ColumnDescription, InputDescription, Level, Reading } from "./description";
import type { Workspace } from "./workspace";

/** Inputs that columns use, with what their readings say of them; positions of readings follow. */
export function inputsOf(columns: ColumnDescription[], workspace: Workspace) {
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
