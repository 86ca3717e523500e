import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import type { Node } from "../pickle/nodes";
import { chosenNames } from "./compose";
import { namesInDicts } from "./dicts";
import type { ModelDescription } from "./description";
import { numberOf, textsOf, type Fitted } from "./fitted";
import { countBefore } from "./integer-levels";
import { inputsOf } from "./inputs";
import { tellParts, type Parts } from "./parts";
import { refusalOf } from "../refusals";
import { innermost, isTransformer, outermost, readRegression, scaleBack, type Regression } from "./regressor";
import { REGRESSORS } from "./regressors";
import { describeResult, resultOf } from "./results";
import { transform } from "./transformers";
import { Workspace } from "./workspace";

/** Coefficients from here on are those of columns that repeat each other, or of a fit that did not converge. */
const HUGE_COEFFICIENT = 1e13;

/**
 * Describe the linear model in the trees of one or several files.
 *
 * @param roots what each file holds, with the name of the file
 * @throws ImportError where there is not one linear model among them, saying what is there
 */
export function describeModel(roots: { key: string; node: Node }[]): ModelDescription {
  const [only] = roots;
  const result = roots.length === 1 ? resultOf(only!.node) : undefined;
  if (result) return describeResult(result);
  const parts = tellParts(roots);
  const workspace = new Workspace(namesOf(parts), transform);
  const start = workspace.start();
  const columns = parts.before ? workspace.transform(parts.before, start) : start;
  const inner = readRegression(parts.model, columns, workspace);
  const regression = parts.ofTarget ? scaleBack(parts.ofTarget, inner) : inner;
  const made = regression.columns.map((column) => ({ label: column.label, expression: workspace.numberOf(column) }));
  const { inputs, readings, unused } = inputsOf(made, workspace);
  return {
    regressor: regression.name,
    release: releaseOf(parts.model),
    steps: [...workspace.steps, REGRESSORS[regression.name]!.is].map((step, index, all) =>
      index === all.length - 1 ? `${regression.name}: ${step}` : step,
    ),
    inputs,
    readings,
    columns: made,
    coefficients: regression.coefficients,
    intercept: regression.intercept,
    inverse: regression.inverse,
    notes: [
      ...parts.notes,
      ...notesOf(regression),
      ...(unused.length > 0 ? [`The model takes inputs that it never uses: ${unused.join(", ")}.`] : []),
    ],
  };
}

/** Names of the inputs: those that the estimators keep, or a list beside them; null for each where there are none. */
function namesOf({ model, before, names: beside }: Parts): (string | null)[] {
  const takers = [...outermost(before ?? model)];
  for (const taker of takers) {
    if (taker.name === "DictVectorizer") return namesInDicts(taker);
    for (const attribute of ["feature_names_in_", "_feature_names_in", "_df_columns"]) {
      const names = textsOf(taker.get(attribute));
      if (names) return names;
    }
  }
  const count = takers
    .map((taker) => countBefore(taker, coefficientsOf(model)) ?? countOf(taker))
    .find((each) => each !== undefined);
  if (beside && (count === undefined || beside.length === count)) return beside;
  if (count === undefined) checkFitted(innermost(model));
  const transformer = takers.find(({ name }) => name === "ColumnTransformer");
  const chosen = transformer && chosenNames(transformer, count);
  if (chosen) return chosen;
  if (count === undefined)
    throw new ImportError(
      "the file does not say how many inputs its model takes; save it with scikit-learn 0.24 or later",
    );
  return Array.from({ length: count }, () => null);
}

function checkFitted(model: Fitted): void {
  if (Object.hasOwn(REGRESSORS, model.name)) model.need(model.name === "PLSRegression" ? "x_rotations_" : "coef_");
  else if (!isTransformer(model)) throw refusalOf(model.object.of);
}

const coefficientsOf = (model: Fitted) => itemsOf(innermost(model).get("coef_"))?.length ?? 0;

/** How many columns an estimator takes: releases before 0.24 say so by the length of what they learned. */
function countOf(taker: Fitted): number | undefined {
  const said = taker.get("n_features_in_") ?? taker.get("n_input_features_") ?? taker.get("_n_features");
  const count = numberOf(said);
  if (count !== undefined && Number.isSafeInteger(count) && count >= 0) return Math.min(count, 1e6);
  if (taker.name === "ColumnTransformer" || taker.name === "Pipeline") return undefined;
  const learned = ["mean_", "scale_", "statistics_", "categories_", "coef_"].map(
    (name) => itemsOf(taker.get(name))?.length,
  );
  return learned.find((each) => each !== undefined);
}

/** The release that wrote the model; see `BaseEstimator.__getstate__`. */
function releaseOf(model: Fitted): string | null {
  const release = model.get("_sklearn_version");
  return typeof release === "string" && /^[\w.+-]{1,40}$/.test(release) ? release : null;
}

function notesOf({ coefficients, note, inverse, name }: Regression): string[] {
  const notes = note ? [note] : [];
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
