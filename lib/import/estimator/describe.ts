import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import type { Node } from "../pickle/nodes";
import { assemble } from "./assemble";
import { chosenNames } from "./compose";
import type { ModelDescription } from "./description";
import { namesInDicts } from "./dicts";
import { Fitted, numberOf, textsOf } from "./fitted";
import { countBefore } from "./integer-levels";
import { tellParts, type Parts } from "./parts";
import { refusalOf } from "../refusals";
import { Terms } from "../terms/terms";
import { innermost, isTransformer, outermost, readRegression, scaleBack } from "./regressor";
import { REGRESSORS } from "./regressors";
import { RESULTS, type Result } from "./results";
import { transform } from "./transformers";
import { Workspace } from "./workspace";

/**
 * Describe the linear model in the trees of one or several files.
 *
 * @param roots what each file holds, with the name of the file
 * @throws ImportError where there is not one linear model among them, saying what is there
 */
export function describeModel(roots: { key: string; node: Node }[]): ModelDescription {
  const parts = tellParts(roots);
  const { model } = parts;
  return model instanceof Fitted ? describeEstimator(model, parts) : describeResult(model, parts);
}

function describeEstimator(model: Fitted, { before, ofTarget, names, notes }: Parts): ModelDescription {
  const workspace = new Workspace(namesOf(before ?? model, model, names), transform);
  const start = workspace.start();
  const columns = before ? workspace.transform(before, start) : start;
  const inner = readRegression(model, columns, workspace);
  const regression = ofTarget ? scaleBack(ofTarget, inner) : inner;
  return assemble(
    {
      regressor: regression.name,
      release: releaseOf(model),
      steps: [...workspace.steps, `${regression.name}: ${REGRESSORS[regression.name]!.is}`],
      notes: [...notes, ...(regression.note ? [regression.note] : [])],
    },
    regression,
    workspace,
  );
}

/** Describe a result of statsmodels, whose columns are terms of a formula, what a scaler makes of inputs, or the inputs. */
function describeResult(result: Result, { before, ofTarget, names: beside, notes }: Parts): ModelDescription {
  const { name, coefficients } = result;
  if (before && result.isFormula) before.refuse("it is given with a formula, which takes columns by their own names");
  const terms = result.isFormula ? new Terms(result.names!, "formula") : null;
  const listed = beside?.filter((each) => beside.length === coefficients.length || !/^(const|Intercept)$/.test(each));
  const own = result.names ?? (listed?.length === coefficients.length ? listed : coefficients.map(() => null));
  const workspace = new Workspace(before ? namesOf(before, null, listed ?? null) : (terms?.names ?? own), transform);
  const start = workspace.start();
  const columns = before ? workspace.transform(before, start) : (terms?.columns(workspace) ?? start);
  if (columns.length !== coefficients.length) {
    throw new ImportError(
      `the ${name} in the file has ${coefficients.length} coefficients beside its constant, and ${columns.length} columns reach it`,
    );
  }
  const regression = ofTarget ? scaleBack(ofTarget, { ...result, columns }) : { ...result, columns };
  return assemble(
    {
      regressor: name,
      library: "statsmodels",
      release: null,
      steps: [...workspace.steps, `${name}: ${RESULTS[name]}`],
      notes: [...notes, ...result.notes, ...(terms?.notes ?? [])],
    },
    regression,
    workspace,
  );
}

/**
 * Names of the inputs: those that the estimators keep, or a list beside them; null for each where there are none.
 *
 * @param first that the inputs meet
 * @param model that coefficients belong to, where it is an estimator
 */
function namesOf(first: Fitted, model: Fitted | null, beside: string[] | null): (string | null)[] {
  const takers = [...outermost(first)];
  for (const taker of takers) {
    if (taker.name === "DictVectorizer") return namesInDicts(taker);
    for (const attribute of ["feature_names_in_", "_feature_names_in", "_df_columns"]) {
      const names = textsOf(taker.get(attribute));
      if (names) return names;
    }
  }
  const count = takers
    .map((taker) => countBefore(taker, model ? coefficientsOf(model) : 0) ?? countOf(taker))
    .find((each) => each !== undefined);
  if (beside && (count === undefined || beside.length === count)) return beside;
  if (count === undefined && model) checkFitted(innermost(model));
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
