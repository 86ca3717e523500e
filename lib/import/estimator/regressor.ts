import { ImportError } from "../import-error";
import { refusalOf } from "../refusals";
import { stepsBeside, stepsOf } from "./compose";
import type { Inverse } from "./description";
import { numpyFunction, type Fitted } from "./fitted";
import { REGRESSORS, type LinearSum } from "./regressors";
import { unscale } from "./scalers";
import { readerOf } from "./transformers";
import type { Column, Workspace } from "./workspace";

/** Estimators that hold the regressor: what they are for, and where they keep it. */
export const HOLDERS: Record<string, { does: string; keeps: string }> = {
  GridSearchCV: { does: "a search over parameters; its best model is read", keeps: "best_estimator_" },
  RandomizedSearchCV: { does: "a search over parameters; its best model is read", keeps: "best_estimator_" },
  HalvingGridSearchCV: { does: "a search over parameters; its best model is read", keeps: "best_estimator_" },
  HalvingRandomSearchCV: { does: "a search over parameters; its best model is read", keeps: "best_estimator_" },
  RANSACRegressor: { does: "a fit to the rows without outliers; the inner model is read", keeps: "estimator_" },
  TransformedTargetRegressor: {
    does: "a model of log, log1p, sqrt or a scale of the target; transforming it back is part of the estimate",
    keeps: "regressor_",
  },
};
const INVERSES: Record<string, Inverse> = { exp: "exp", expm1: "expm1", square: "square" };
const DEEPEST = 20;

const holderOf = (name: string) => (Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : undefined);

/** A regressor and the columns that its coefficients belong to. */
export interface Regression extends LinearSum {
  name: string;
  columns: Column[];
}

/** The regressor in an estimator, within pipelines and searches; itself where it is none of them. */
export function innermost(estimator: Fitted, depth = 0): Fitted {
  if (depth > DEEPEST) throw new ImportError("the model in the file has too many steps within steps to be read");
  const holder = holderOf(estimator.name);
  if (holder) return innermost(held(estimator, holder.keeps), depth + 1);
  if (estimator.name !== "Pipeline") return estimator;
  const last = stepsOf(estimator).at(-1);
  return last ? innermost(last, depth + 1) : estimator;
}

/** Whether an estimator prepares columns and estimates nothing. */
export const isTransformer = (estimator: Fitted): boolean => readerOf(innermost(estimator).name) !== undefined;

/** The first thing that columns meet in an estimator: it knows their names and number. */
export function* outermost(estimator: Fitted, depth = 0): Generator<Fitted> {
  yield estimator;
  if (depth > DEEPEST) return;
  const holder = holderOf(estimator.name);
  const inner = estimator.name === "Pipeline" ? stepsOf : estimator.name === "FeatureUnion" ? stepsBeside : () => [];
  const next = holder ? held(estimator, holder.keeps) : inner(estimator)[0];
  if (next) yield* outermost(next, depth + 1);
}

function held(estimator: Fitted, attribute: string): Fitted {
  if (attribute === "best_estimator_" && !estimator.has(attribute) && estimator.get("refit") === false) {
    estimator.refuse("it has no best model, since refit is False; save best_estimator_");
  }
  return estimator.part(attribute);
}

/** @throws ImportError where the estimator is no linear model, or its parts do not belong together */
export function readRegression(estimator: Fitted, columns: Column[], workspace: Workspace, depth = 0): Regression {
  if (depth > DEEPEST) throw new ImportError("the model in the file has too many steps within steps to be read");
  const { name } = estimator;
  if (name === "Pipeline") {
    const steps = stepsOf(estimator);
    const last = steps.pop() ?? estimator.refuse("it has no steps");
    const prepared = steps.reduce((current, step) => workspace.transform(step, current), columns);
    return readRegression(last, prepared, workspace, depth + 1);
  }
  const holder = holderOf(name);
  if (holder) {
    const inner = readRegression(held(estimator, holder.keeps), columns, workspace, depth + 1);
    return name === "TransformedTargetRegressor" ? backToTarget(estimator, inner) : inner;
  }
  const reader = Object.hasOwn(REGRESSORS, name) ? REGRESSORS[name] : undefined;
  if (!reader)
    throw readerOf(name)
      ? estimator.refuse("it prepares columns and estimates nothing")
      : refusalOf(estimator.object.of);
  const sum = reader.read(estimator);
  if (sum.coefficients.length !== columns.length) {
    estimator.refuse(`it has ${sum.coefficients.length} coefficients, and ${columns.length} columns reach it`);
  }
  if (![sum.intercept, ...sum.coefficients].every(Number.isFinite)) {
    estimator.refuse("its coefficients are no finite numbers: the fit has diverged");
  }
  return { ...sum, name, columns };
}

function backToTarget(estimator: Fitted, inner: Regression): Regression {
  const transformer = estimator.part("transformer_");
  if (transformer.name !== "FunctionTransformer") return scaleBack(transformer, inner);
  const back = numpyFunction(transformer.need("inverse_func"));
  if (back === null) {
    const there = numpyFunction(transformer.need("func"));
    return there === null ? inner : estimator.refuse("its target has no way back");
  }
  const inverse = back === undefined || !Object.hasOwn(INVERSES, back) ? undefined : INVERSES[back];
  if (!inverse) estimator.refuse(`the way back of its target must be ${Object.keys(INVERSES).join(", ")} of numpy`);
  if (inner.inverse !== "identity") estimator.refuse("its target is transformed twice");
  return { ...inner, inverse };
}

/** The same regression in the unit of the target before it was scaled. */
export function scaleBack(scaler: Fitted, inner: Regression): Regression {
  if (inner.inverse !== "identity") scaler.refuse("the target is transformed twice");
  const { factor, offset } = unscale(scaler);
  const coefficients = inner.coefficients.map((coefficient) => coefficient * factor);
  return { ...inner, coefficients, intercept: inner.intercept * factor + offset };
}
