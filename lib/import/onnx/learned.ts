import { binary, number, variable } from "../../formula/build";
import type { Counts, Level } from "../estimator/description";
import { lookUp } from "../estimator/encoders";
import type { Column } from "../estimator/workspace";
import type { Operator } from "./arithmetic";
import { weigh, withNumber } from "../estimator/sums";
import type { Operation, Value } from "./values";

const cellsOf = (cells: Column[]): Value[] => [{ kind: "cells", cells }];

const regressor: Operator = (operation) => {
  const after = operation.attribute("post_transform")?.text ?? "NONE";
  if (after !== "NONE") operation.refuse(`it applies ${after.slice(0, 40)} to its sum`);
  if (operation.whole("targets", 1) !== 1)
    operation.refuse("it estimates several targets; export a model for each of them");
  const [intercept = 0] = operation.attribute("intercepts")?.floats ?? [];
  const coefficients = operation.attribute("coefficients")?.floats ?? [];
  return [{ kind: "cells", cells: [weigh(operation.cells(), coefficients, intercept, operation)] }];
};

const scaler: Operator = (operation) => {
  const columns = operation.columns();
  const [offsets, scales] = [listed(operation, "offset", 0, columns), listed(operation, "scale", 1, columns)];
  return cellsOf(
    columns.map((column, index) => {
      const centred = withNumber(column, "-", offsets[index]!, false, operation);
      return withNumber(centred, "*", scales[index]!, false, operation) as Column;
    }),
  );
};

/** Numbers of an attribute for each column, where it has one for all too. */
function listed(operation: Operation, name: string, otherwise: number, columns: Column[]): number[] {
  const own = operation.attribute(name)?.floats ?? [];
  if (own.length > 1 && own.length !== columns.length) {
    operation.refuse(`it has ${own.length} numbers, and ${columns.length} columns reach it`);
  }
  return columns.map((_, index) => own[own.length === 1 ? 0 : index] ?? otherwise);
}

const imputer: Operator = (operation) => {
  const columns = operation.columns();
  const mark = operation.attribute("replaced_value_float")?.number ?? 0;
  if (!Number.isNaN(mark) || operation.attribute("imputed_value_int64s")) {
    operation.refuse("it takes a number for a missing value; leave such cells empty and fit it again");
  }
  const values = listed(operation, "imputed_value_floats", NaN, columns);
  if (values.some(Number.isNaN)) operation.refuse("it has no value for a column");
  return cellsOf(columns.map((column, index) => operation.workspace.fill(column, values[index]!)));
};

const oneHot: Operator = (operation) => {
  const [column, other] = operation.columns();
  if (!column || other) return operation.refuse("it takes several columns at once");
  const levels = levelsOf(operation, "cats_strings", "cats_int64s");
  const unknown = operation.whole("zeros", 1) === 0 ? "refused" : -1;
  const codes = levels.map((_, code) => code);
  operation.workspace.spend(levels.length);
  const name = variable(lookUp(column, operation.workspace, operation, levels, codes, unknown));
  return cellsOf(
    levels.map((level, code) => ({
      kind: "value",
      label: `${column.label} = ${String(level).slice(0, 100)}`,
      expression: binary("==", name, number(code)),
    })),
  );
};

function levelsOf(operation: Operation, ...names: string[]): Level[] {
  const found = names.flatMap((name) => operation.attribute(name) ?? []);
  const levels = found
    .map(({ texts, wholes, floats }) => [...texts, ...wholes, ...floats])
    .find(({ length }) => length > 0);
  return levels ?? operation.refuse("it names no levels");
}

/** A number for each level. What it has for others is taken where it says so, and not where that is its own idea. */
const labels: Operator = (operation) => {
  const columns = operation.columns();
  const levels = levelsOf(operation, "keys_strings", "keys_int64s", "keys_floats", "classes_strings");
  const given = operation.attribute("values_floats")?.floats ?? operation.attribute("values_int64s")?.wholes;
  if (operation.attribute("values_strings")) operation.refuse("it replaces levels by texts");
  const values = given ?? levels.map((_, code) => code);
  if (values.length !== levels.length) operation.refuse("it has not one number for each level");
  const others = operation.attribute("default_float") ?? operation.attribute("default_int64");
  const unknown: Counts =
    others?.number === undefined ? "refused" : Number.isNaN(others.number) ? "missing" : others.number;
  const counts = values.map((value): Counts => (Number.isNaN(value) ? "missing" : value));
  return cellsOf(
    columns.map((column) => {
      operation.workspace.spend(levels.length);
      const id = lookUp(column, operation.workspace, operation, levels, counts, unknown);
      return { kind: "value", label: column.label, expression: variable(id) };
    }),
  );
};

/** The operators of this file with what the reference says of them. */
export const LEARNED: Record<string, { does: string; apply: Operator }> = {
  LinearRegressor: { does: "the sum of columns times coefficients, and an intercept", apply: regressor },
  Scaler: { does: "subtracts a number and multiplies by another", apply: scaler },
  Imputer: { does: "fills missing values", apply: imputer },
  OneHotEncoder: { does: "a column of 0 and 1 for each level", apply: oneHot },
  LabelEncoder: { does: "a number for each level", apply: labels },
};
