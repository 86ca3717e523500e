import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import type { Node } from "../pickle/nodes";
import { assemble } from "./assemble";
import { chosenNames } from "./compose";
import type { ModelDescription } from "./description";
import { namesInDicts } from "./dicts";
import { numberOf, textsOf, type Fitted } from "./fitted";
import { countBefore } from "./integer-levels";
import { tellParts, type Parts } from "./parts";
import { refusalOf } from "../refusals";
import { innermost, isTransformer, outermost, readRegression, scaleBack } from "./regressor";
import { REGRESSORS } from "./regressors";
import { describeResult, resultOf } from "./results";
import { transform } from "./transformers";
import { Workspace } from "./workspace";

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
  return assemble(
    {
      regressor: regression.name,
      release: releaseOf(parts.model),
      steps: [...workspace.steps, `${regression.name}: ${REGRESSORS[regression.name]!.is}`],
      notes: [...parts.notes, ...(regression.note ? [regression.note] : [])],
    },
    regression,
    workspace,
  );
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
