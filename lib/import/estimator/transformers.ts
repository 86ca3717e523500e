import { numpyFunction, type Fitted } from "./fitted";
import { columnTransformer, pipeline, union } from "./compose";
import { vectorize } from "./dicts";
import { oneHot, ordinal, target } from "./encoders";
import { isOfIntegers, ofIntegers } from "./integer-levels";
import { impute } from "./imputer";
import { polynomial } from "./polynomial";
import { power } from "./power";
import { refusalOf } from "../refusals";
import { applyFunction, FUNCTION_NAMES_READ, scale } from "./scalers";
import { select } from "./selection";
import { labelsOf, type Column, type Transform, type Workspace } from "./workspace";

/** A step that is read: what it does, as a list of steps and the reference have it, and how. */
interface Reader {
  does: string;
  apply: Transform;
}

const chosen = (by: string): Reader => ({ does: `keeps the columns chosen by ${by}`, apply: select });

/** Steps that prepare columns, by the name of their class. */
export const TRANSFORMERS: Record<string, Reader> = {
  StandardScaler: { does: "subtracts the mean and divides by the standard deviation", apply: scale },
  MinMaxScaler: { does: "scales the training range to 0 to 1, or to another range", apply: scale },
  MaxAbsScaler: { does: "divides by the greatest absolute value", apply: scale },
  RobustScaler: { does: "subtracts the median and divides by the interquartile range", apply: scale },
  PowerTransformer: { does: "applies a Yeo-Johnson or Box-Cox power", apply: power },
  SimpleImputer: { does: "fills missing values, and may add a column that marks them", apply: impute },
  Imputer: { does: "fills missing values, in releases before 0.22", apply: impute },
  OneHotEncoder: {
    does: "makes a column of 0 and 1 for each level; dropped and infrequent levels stay so",
    apply: (step, columns, workspace) => (isOfIntegers(step) ? ofIntegers : oneHot)(step, columns, workspace),
  },
  OrdinalEncoder: { does: "numbers the levels", apply: ordinal },
  TargetEncoder: { does: "replaces each level by the mean of a numeric target", apply: target },
  PolynomialFeatures: { does: "makes products of columns", apply: polynomial },
  FunctionTransformer: {
    does: `computes a function of numpy: ${FUNCTION_NAMES_READ.join(", ")}`,
    apply: (step, columns, workspace) => applyFunction(step, functionOf(step), columns, workspace),
  },
  VarianceThreshold: chosen("their variance"),
  SelectKBest: chosen("their scores"),
  SelectFpr: chosen("their p-values"),
  SelectFwe: chosen("their p-values"),
  SelectPercentile: chosen("their scores"),
  SelectFdr: chosen("their p-values"),
  GenericUnivariateSelect: chosen("their scores or p-values"),
  SelectFromModel: chosen("their coefficients in another linear model"),
  SequentialFeatureSelector: chosen("adding or leaving out one at a time"),
  DictVectorizer: { does: "takes numbers and levels by their names", apply: vectorize },
  RFE: chosen("elimination"),
  RFECV: chosen("elimination"),
  Pipeline: { does: "applies steps one after the other", apply: pipeline },
  FeatureUnion: { does: "applies steps side by side", apply: union },
  ColumnTransformer: { does: "applies steps to chosen columns, by name or position", apply: columnTransformer },
};

const HOLDS_STEPS = ["Pipeline", "FeatureUnion", "ColumnTransformer"];

/** Apply one step of a file to columns. @throws ImportError for a class that is not known here */
export function transform(step: Fitted, columns: Column[], workspace: Workspace): Column[] {
  const reader = readerOf(step.name);
  if (!reader) throw refusalOf(step.object.of);
  if (!HOLDS_STEPS.includes(step.name)) workspace.steps.push(`${step.name} of ${labelsOf(columns)}`);
  return reader.apply(step, columns, workspace);
}

export const readerOf = (name: string): Reader | undefined =>
  Object.hasOwn(TRANSFORMERS, name) ? TRANSFORMERS[name] : undefined;

function functionOf(step: Fitted): string | null {
  for (const options of ["kw_args", "inv_kw_args"]) {
    const given = step.get(options) ?? null;
    if (given !== null && !(typeof given === "object" && "entries" in given && given.entries.length === 0)) {
      step.refuse("its function takes further arguments");
    }
  }
  const name = numpyFunction(step.need("func"));
  return name === undefined ? step.refuse("its function is none of numpy") : name;
}
