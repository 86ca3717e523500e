import { FROM_TABLE, ImportError } from "./import-error";
import { familyOf } from "./pickle/names";
import type { PyGlobal } from "./pickle/nodes";

/** What the classes of a package of scikit-learn are, where they are no linear model. */
const KINDS: Record<string, string> = {
  tree: "a decision tree",
  ensemble: "an ensemble of other models, most often of trees",
  neighbors: "a model that looks up neighbours",
  neural_network: "a neural network",
  gaussian_process: "a Gaussian process",
  kernel_ridge: "a model of kernels",
  isotonic: "a monotone step function",
  dummy: "a constant",
  svm: "a model of support vectors",
  cluster: "a clustering, which estimates no target",
};
/** Packages whose classes prepare columns. */
const STEPS: Record<string, string> = {
  preprocessing: "a step that is not read yet",
  impute: "a step that is not read yet",
  feature_selection: "a selection that is not read yet",
  feature_extraction: "a step over texts or dicts that is not read yet",
  decomposition: "a step of components that is not read yet",
};
/** Steps that another one can replace. */
const INSTEAD: Record<string, string> = {
  QuantileTransformer: "which looks up a table of quantiles; use a PowerTransformer or a StandardScaler instead",
  KNNImputer: "which looks up neighbours; use a SimpleImputer instead",
  IterativeImputer: "which fits a model for each column; use a SimpleImputer instead",
};
const CLASSIFIERS = /Classifier(CV)?$|^LogisticRegression|^Perceptron$|SVC$|NB$/;

/** The refusal of a class of scikit-learn, by what it is. */
export function refusalOf(global: PyGlobal): ImportError {
  const { name } = global;
  const family = familyOf(global) ?? "";
  if (CLASSIFIERS.test(name)) {
    return new ImportError(
      `the file contains a ${name}, which chooses a class; only models that estimate a number can be served`,
    );
  }
  if (/^MultiTask/.test(name)) {
    return new ImportError(
      `the file contains a ${name}, which estimates several targets; fit and save a model for each of them`,
    );
  }
  if (Object.hasOwn(INSTEAD, name)) return new ImportError(`the file contains a ${name}, ${INSTEAD[name]}`);
  const step = STEPS[family];
  if (step) return new ImportError(`the file contains a ${name}, ${step}; docs/import.md lists the steps that are`);
  const kind = KINDS[family] ?? "no linear model";
  return new ImportError(`the file contains a ${name}, ${kind}; ${FROM_TABLE}`);
}
