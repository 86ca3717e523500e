import { ImportError } from "../import-error";
import { itemsOf } from "../pickle/arrays";
import { PyArray, PyDict, PyObject, type Node } from "../pickle/nodes";
import type { Inverse } from "./description";
import { numberOf, numbersOf, textsOf } from "./fitted";
import type { LinearSum } from "./regressors";

/** Models of statsmodels whose results are read: what they are, for the reference. */
export const RESULTS: Record<string, string> = {
  OLS: "least squares",
  WLS: "least squares with weights",
  GLS: "least squares with correlated errors",
  GLSAR: "least squares with errors that follow each other",
  RLM: "robust regression",
  GLM: "a generalized linear model with an identity or log link",
};
const LINKS: Record<string, Inverse> = { Log: "exp", log: "exp", Identity: "identity", identity: "identity" };

/** The results in a wrapper of statsmodels; undefined for anything else. */
export function resultOf(node: Node): PyObject | undefined {
  if (!(node instanceof PyObject) || !/^statsmodels\.\w+\.\w+$/.test(node.of.module)) return undefined;
  const inner = node.get("_results");
  return inner instanceof PyObject ? inner : node;
}

/** What a result of statsmodels says. */
export interface Result extends LinearSum {
  /** The class of its model. */
  name: string;
  /** Whether its columns are terms of a formula. */
  isFormula: boolean;
  /** Names of the columns beside the constant; null where the file has none. */
  names: string[] | null;
  notes: string[];
}

/**
 * Read a result of statsmodels: parameters by the names of their columns, where the file has them.
 *
 * @param result as `resultOf` gives it
 * @throws ImportError where it is none of a linear model, or the link is another one
 */
export function readResult(result: PyObject): Result {
  const model = result.get("model");
  const name = model instanceof PyObject ? model.of.name : "";
  if (!(model instanceof PyObject) || !Object.hasOwn(RESULTS, name)) throw refusal("it is no result of a linear model");
  const params = result.get("params");
  const numbers = numbersOf(params);
  if (!numbers || (params instanceof PyArray && params.shape.length > 1)) throw refusal("it has no list of parameters");
  if (!numbers.every(Number.isFinite)) throw refusal("its parameters are no finite numbers");
  const data = model.get("data");
  const names = (data instanceof PyObject ? namesIn(data.get("orig_exog"), numbers.length) : undefined) ?? null;
  const formula = model.get("formula");
  const isFormula = typeof formula === "string";
  if (isFormula && !names) throw refusal("it has a formula, and no names of its columns");
  const constant = data instanceof PyObject ? numberOf(data.get("const_idx")) : undefined;
  const isIntercept = (index: number) =>
    names ? names[index] === "Intercept" || (names[index] === "const" && index === constant) : index === constant;
  const inverse = name === "GLM" ? linkOf(model) : "identity";
  return {
    name,
    isFormula,
    names: names?.filter((_, index) => !isIntercept(index)) ?? null,
    coefficients: numbers.filter((_, index) => !isIntercept(index)),
    intercept: numbers.reduce((sum, value, index) => (isIntercept(index) ? sum + value : sum), 0),
    inverse,
    estimatesMean: inverse !== "identity",
    notes: notesOf(formula, names === null && constant !== undefined),
  };
}

function linkOf(model: PyObject): Inverse {
  const family = model.get("family");
  if (!(family instanceof PyObject) || family.of.name === "Binomial") throw refusal("its family is none of amounts");
  const link = family.get("_link") ?? family.get("link");
  const name = link instanceof PyObject ? link.of.name : "";
  if (!Object.hasOwn(LINKS, name))
    throw refusal(`its link is ${name.slice(0, 30) || "not there"}; log and identity are`);
  const offset = model.get("_offset_exposure");
  const hasOffset = [model.get("_has_offset"), model.get("_has_exposure")].includes(true);
  if (hasOffset || (offset !== undefined && offset !== null && numberOf(offset) !== 0)) {
    throw refusal("it takes an offset or an exposure beside its columns");
  }
  return LINKS[name]!;
}

/** The names of columns in a table of pandas: the first index of texts that is as long. */
function namesIn(node: Node | undefined, count: number, depth = 0): string[] | undefined {
  if (node === null || typeof node !== "object" || depth > 6) return undefined;
  if (node instanceof PyObject && !/^pandas(\.|$)/.test(node.of.module)) return undefined;
  const texts = node instanceof PyObject || node instanceof PyArray ? textsOf(node) : undefined;
  if (texts?.length === count) return texts;
  const inner =
    node instanceof PyObject
      ? [...node.args, node.state]
      : node instanceof PyDict
        ? node.entries.map(([, value]) => value)
        : node instanceof PyArray
          ? []
          : (itemsOf(node) ?? []);
  for (const each of inner.slice(0, 20)) {
    const found = namesIn(each, count, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function notesOf(formula: Node | undefined, isAssumed: boolean): string[] {
  const target = typeof formula === "string" ? formula.split("~")[0]!.trim() : "";
  return [
    ...(/[^\w\s]/.test(target) ? [`The estimate is of ${target.slice(0, 80)}, as the formula has it.`] : []),
    ...(isAssumed ? ["The constant column is taken to be 1, as add_constant makes it."] : []),
  ];
}

const refusal = (reason: string) => new ImportError(`the result of statsmodels in the file cannot be read: ${reason}`);
