import { binary, call, number } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import type { Fitted } from "./fitted";
import type { Column, Transform, Workspace } from "./workspace";

/** A scale as arithmetic on one column: x becomes ((x · times) − minus) / by + plus, of which most parts are none. */
interface Scaling {
  minus?: number;
  by?: number;
  times?: number;
  plus?: number;
}

/** What a fitted scaler does to each of its columns. */
const SCALINGS: Record<string, (step: Fitted) => Scaling[]> = {
  StandardScaler: (step) => {
    const mean = step.get("with_mean") === false ? null : step.numbersOrNone("mean_");
    const scale = step.get("with_std") === false ? null : step.numbersOrNone("scale_");
    if (!mean && !scale) step.need("n_samples_seen_");
    return pair(mean, scale);
  },
  RobustScaler: (step) => pair(step.numbersOrNone("center_"), step.numbersOrNone("scale_")),
  MaxAbsScaler: (step) => step.numbers("scale_").map((by) => ({ by })),
  MinMaxScaler: (step) => {
    const plus = step.numbers("min_");
    return step.numbers("scale_").map((times, index) => ({ times, plus: plus[index] ?? NaN }));
  },
};

/** Nothing to subtract and nothing to divide by leaves every column as it is. */
function pair(minus: number[] | null, by: number[] | null): Scaling[] {
  return (minus ?? by ?? []).map((_, index) => ({ minus: minus?.[index], by: by?.[index] }));
}

export const scale: Transform = (step, columns, workspace) => {
  const scalings = SCALINGS[step.name]!(step);
  if (scalings.length === 0) return columns.map((column) => workspace.map(column, (value) => value));
  checkCount(step, scalings.length, columns);
  return columns.map((column, index) =>
    workspace.map(column, (value) => clip(step, applyScaling(value, scalings[index]!))),
  );
};

function applyScaling(value: Expression, { minus, by, times, plus }: Scaling): Expression {
  let scaled = value;
  if (times !== undefined) scaled = binary("*", scaled, number(times));
  if (minus !== undefined) scaled = binary("-", scaled, number(minus));
  if (by !== undefined) scaled = binary("/", scaled, number(by));
  return plus === undefined ? scaled : binary("+", scaled, number(plus));
}

function clip(step: Fitted, value: Expression): Expression {
  if (step.get("clip") !== true) return value;
  const [low, high] = step.numbers("feature_range");
  return call("min", number(high!), call("max", number(low!), value));
}

/** The way back of a scaler of one column, as in y = factor · scaled + offset. */
export function unscale(step: Fitted): { factor: number; offset: number } {
  const scalings = SCALINGS[step.name]?.(step) ?? step.refuse("only a scaler can stand for the target here");
  if (scalings.length > 1) step.refuse("it scales several columns, and the target is one");
  if (step.get("clip") === true) step.refuse("a target that is clipped has no way back");
  const { minus = 0, by = 1, times = 1, plus = 0 } = scalings[0] ?? {};
  return { factor: by / times, offset: minus - (plus * by) / times };
}

/** @throws ImportError where a step was fitted to another number of columns than reach it */
export function checkCount(step: Fitted, count: number, columns: Column[]): void {
  if (count !== columns.length) step.refuse(`it was fitted to ${count} columns, and ${columns.length} reach it`);
}

export const FUNCTIONS: Record<string, (value: Expression) => Expression> = {
  log: (value) => call("log", value),
  log1p: (value) => call("log1p", value),
  log2: (value) => binary("/", call("log", value), number(Math.LN2)),
  log10: (value) => binary("/", call("log", value), number(Math.LN10)),
  exp: (value) => call("exp", value),
  expm1: (value) => binary("-", call("exp", value), number(1)),
  sqrt: (value) => call("sqrt", value),
  square: (value) => binary("*", value, value),
  abs: (value) => call("abs", value),
  absolute: (value) => call("abs", value),
  negative: (value) => ({ kind: "unary", operator: "-", operand: value }),
  reciprocal: (value) => binary("/", number(1), value),
};

/** The functions of numpy that a FunctionTransformer may hold. */
export const FUNCTION_NAMES_READ: readonly string[] = Object.keys(FUNCTIONS);

/** @param name of the function of numpy; null leaves columns as they are */
export function applyFunction(step: Fitted, name: string | null, columns: Column[], workspace: Workspace): Column[] {
  if (name === null) return columns;
  const change =
    FUNCTIONS[name] ?? step.refuse(`it computes ${name}; ${FUNCTION_NAMES_READ.join(", ")} of numpy are known`);
  return columns.map((column) => workspace.map(column, change, `${name}(${column.label})`));
}
