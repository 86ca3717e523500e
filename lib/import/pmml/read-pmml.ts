import { assemble } from "../estimator/assemble";
import type { ModelDescription } from "../estimator/description";
import { weigh, withNumber, type Cell, type Sum } from "../estimator/sums";
import { Workspace } from "../estimator/workspace";
import { FROM_TABLE, ImportError } from "../import-error";
import { Budget } from "../pickle/limits";
import { decodeText } from "../text";
import { Expressions } from "./expressions";
import { Fields } from "./fields";
import { readXml, type Element } from "./xml";

/** What models of PMML are, where they are no linear model. */
export const OTHER_MODELS: Record<string, string> = {
  TreeModel: "a decision tree",
  MiningModel: "an ensemble of other models, most often of trees",
  NeuralNetwork: "a neural network",
  SupportVectorMachineModel: "a model of support vectors",
  NearestNeighborModel: "a model that looks up neighbours",
  GaussianProcessModel: "a Gaussian process",
  NaiveBayesModel: "a model that chooses a class",
  ClusteringModel: "a clustering, which estimates no target",
  GeneralRegressionModel: "a general regression, which is not read yet",
  Scorecard: "a scorecard, which is not read yet",
  RuleSetModel: "a set of rules",
  TimeSeriesModel: "a time series",
  AssociationModel: "a set of rules",
};

const BEGINNING = 4_096;

/** Whether bytes begin as a file of PMML does. */
export function looksLikePmml(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return /^\s*</.test(text) && /<([\w-]+:)?PMML[\s>]/.test(text);
}

/**
 * Read a linear model in PMML: a RegressionModel with the fields that are derived for it.
 *
 * Source: PMML 4.4 of the Data Mining Group, dmg.org/pmml/v4-4-1.
 *
 * @throws ImportError where the file is none, saying what it is
 */
export function readPmml(bytes: Uint8Array): ModelDescription {
  const root = readXml(decodeText(bytes), new Budget());
  if (root.name !== "PMML") throw new ImportError("the file of XML is no PMML; only linear models in PMML are read");
  const model = modelOf(root);
  const dictionary = root.first("DataDictionary") ?? root.refuse("it has no DataDictionary");
  const fields = new Fields(dictionary, schemaOf(model), levelsIn(root));
  const workspace = new Workspace(fields.names);
  fields.begin(workspace);
  const expressions = new Expressions(fields, workspace);
  expressions.add(root.first("TransformationDictionary"));
  const notes: string[] = [];
  const { terms, intercept, inverse } = modelSum(model, fields, expressions, notes);
  const columns = [...terms.keys()];
  const coefficients = [...terms.values()];
  if (![intercept, ...coefficients].every(Number.isFinite)) {
    throw new ImportError("the coefficients in the file of PMML are no finite numbers: the fit has diverged");
  }
  return assemble(
    {
      regressor: algorithmOf(model),
      release: null,
      writer: `in PMML${writerOf(root)}`,
      steps: [...derivedIn(root), `${algorithmOf(model)}: a sum of columns and coefficients`],
      notes: [...fields.notes, ...notes],
    },
    { columns, coefficients, intercept, inverse, estimatesMean: model.get("normalizationMethod") === "exp" },
    workspace,
  );
}

/** The one model of a file. */
function modelOf(root: Element): Element {
  const models = root.children.filter(({ name }) => name === "RegressionModel" || Object.hasOwn(OTHER_MODELS, name));
  const [model, other] = models;
  if (!model) throw new ImportError("the file of PMML contains no model");
  if (other) throw new ImportError("the file of PMML contains several models; export the one to be served");
  return model;
}

const schemaOf = (model: Element) => model.first("MiningSchema") ?? model.refuse("it has no MiningSchema");

function modelSum(model: Element, fields: Fields, expressions: Expressions, notes: string[]): Sum {
  const { name } = model;
  const task = model.get("functionName") ?? "regression";
  if (task !== "regression") {
    throw new ImportError(
      `the file of PMML contains a model for ${task.slice(0, 40)}; only models that estimate a number can be served`,
    );
  }
  if (name === "MiningModel" && model.first("Segmentation")?.get("multipleModelMethod") === "modelChain") {
    return chainSum(model, fields, expressions, notes);
  }
  if (name !== "RegressionModel") {
    throw new ImportError(
      `the file of PMML contains a ${name.slice(0, 60)}, ${OTHER_MODELS[name] ?? "no linear model"}; ${FROM_TABLE}`,
    );
  }
  expressions.add(model.first("LocalTransformations"));
  const [table, second] = model.all("RegressionTable");
  if (!table || second) return model.refuse("it has not one RegressionTable");
  return toTarget(tableSum(table, expressions), model, expressions, notes);
}

/** Models one after the other: what one estimates is a field of the next. */
function chainSum(model: Element, fields: Fields, expressions: Expressions, notes: string[]): Sum {
  expressions.add(model.first("LocalTransformations"));
  const segments = model.first("Segmentation")!.all("Segment");
  const sums = segments.map((segment) => {
    if (!segment.first("True")) segment.refuse("it applies only to some rows");
    const inner =
      segment.children.find(({ name }) => /Model$|Network$/.test(name)) ?? segment.refuse("it contains no model");
    if (inner.name === "MiningModel") inner.refuse("it is inside another one");
    checkSchema(schemaOf(inner), schemaOf(model));
    const sum = modelSum(inner, fields, expressions, []);
    outputs(inner, sum, fields, expressions);
    return sum;
  });
  const last = sums.at(-1) ?? model.refuse("it has no segments");
  return toTarget(last, model, expressions, notes);
}

/** @throws ImportError where a model in a chain treats missing or unknown values in a way of its own */
function checkSchema(inner: Element, outer: Element): void {
  const known = new Map(outer.all("MiningField").map((field) => [field.get("name"), field]));
  for (const field of inner.all("MiningField")) {
    const own = TREATMENTS.find((each) => field.get(each) !== undefined);
    if (own && field.get(own) !== known.get(field.get("name"))?.get(own)) field.refuse(`it has a ${own} of its own`);
  }
}

const TREATMENTS = ["missingValueReplacement", "invalidValueTreatment", "outliers"];

/** What a model in a chain hands on. */
function outputs(model: Element, sum: Sum, fields: Fields, expressions: Expressions): void {
  for (const field of model.first("Output")?.all("OutputField") ?? []) {
    const feature = field.get("feature") ?? "predictedValue";
    if (feature === "predictedValue") fields.set(field.need("name"), sum);
    const [expression] = field.children.filter(({ name }) => name !== "Extension");
    if (feature === "transformedValue" && expression) fields.set(field.need("name"), expressions.cell(expression));
  }
}

/** The sum of a table of coefficients. */
function tableSum(table: Element, expressions: Expressions): Sum {
  const cells: Cell[] = [];
  const coefficients: number[] = [];
  const algebra = expressions.algebra(table);
  for (const predictor of table.children) {
    const { name } = predictor;
    if (name === "Extension") continue;
    coefficients.push(predictor.number("coefficient"));
    if (name === "NumericPredictor") {
      const cell = expressions.field(predictor.need("name"), predictor);
      const exponent = predictor.number("exponent", 1);
      cells.push(exponent === 1 ? cell : withNumber(cell, "^", exponent, false, algebra));
    } else if (name === "CategoricalPredictor") {
      // A missing value has none of the levels: PMML takes 0 for each.
      cells.push(expressions.indicator(predictor.need("name"), predictor.need("value"), -1, predictor));
    } else if (name === "PredictorTerm") {
      cells.push(expressions.product(predictor.all("FieldRef"), predictor));
    } else predictor.refuse("it is no predictor that is known");
  }
  const only = cells.length === 1 && coefficients[0] === 1 && table.number("intercept", 0) === 0 ? cells[0] : undefined;
  if (only?.kind === "sum") return only;
  return weigh(cells, coefficients, table.number("intercept", 0), algebra);
}

/** The sum after its normalization, and in the unit of the target. */
function toTarget(sum: Sum, model: Element, expressions: Expressions, notes: string[]): Sum {
  const method = model.get("normalizationMethod") ?? "none";
  let result: Cell = sum;
  if (method === "exp") result = expressions.exponential(result, model);
  else if (method !== "none") model.refuse(`its normalizationMethod is ${method.slice(0, 40)}; none and exp are read`);
  const targets = model.first("Targets")?.all("Target") ?? [];
  for (const target of targets) {
    const odd = ["castInteger", "min", "max"].find((attribute) => target.get(attribute) !== undefined);
    if (odd) target.refuse(`it has ${odd}`);
    const algebra = expressions.algebra(target);
    const [factor, constant] = [target.number("rescaleFactor", 1), target.number("rescaleConstant", 0)];
    if (factor !== 1) result = withNumber(result, "*", factor, false, algebra);
    if (constant !== 0) result = withNumber(result, "+", constant, false, algebra);
  }
  const computed =
    model
      .first("Output")
      ?.all("OutputField")
      .filter((field) => field.get("feature") === "transformedValue") ?? [];
  if (computed.length > 0) {
    notes.push(
      `The file computes ${computed.map((field) => field.need("name").slice(0, 60)).join(", ")} of the estimate, which is not read.`,
    );
  }
  return result as Sum;
}

/** The levels of fields that the model names, for a dictionary that does not list them. */
function levelsIn(root: Element): Map<string, string[]> {
  const used = new Map<string, string[]>();
  const visit = (element: Element) => {
    const name =
      element.name === "CategoricalPredictor"
        ? element.get("name")
        : element.name === "NormDiscrete"
          ? element.get("field")
          : undefined;
    const value = element.get("value");
    if (name !== undefined && value !== undefined) {
      const values = used.get(name);
      if (values) values.push(value);
      else used.set(name, [value]);
    }
    element.children.forEach(visit);
  };
  visit(root);
  return used;
}

const MOST_STEPS = 100;

/** The names of derived fields, which say what they do. */
function derivedIn(root: Element): string[] {
  const found: string[] = [];
  const visit = (element: Element) => {
    if (element.name === "DerivedField") found.push(`${(element.get("name") ?? "").slice(0, 200)}: derived`);
    element.children.forEach(visit);
  };
  visit(root);
  return found.slice(0, MOST_STEPS);
}

function algorithmOf(model: Element): string {
  const last = /([A-Za-z]\w{0,60})$/.exec(model.get("algorithmName") ?? "")?.[1];
  return last ?? "linear model";
}

function writerOf(root: Element): string {
  const application = root.first("Header")?.first("Application");
  const words = [application?.get("name"), application?.get("version")].filter((word) =>
    /^[\w.+ /()-]{1,60}$/.test(word ?? ""),
  );
  return words.length > 0 ? `, written by ${words.join(" ")}` : "";
}
