import type { Expression } from "../../formula/expression";
import { expressionText } from "../../formula/parse";
import { distinctNames, operandsOf } from "../../formula/tree";
import { INTERCEPT } from "../../model/predictor";
import type { Transform } from "../../model/scale";
import type { Inverse, ModelDescription } from "../estimator/description";
import { Categories } from "./categories";
import type { CodedModel } from "./coded-model";
import { nameOfFormula, unlike } from "./names";
import { describeNumber, fillsOf } from "./numbers";
import { Rewriter } from "./rewrite";

const TRANSFORMS: Record<Inverse, Transform> = { identity: "identity", exp: "log", expm1: "log1p", square: "sqrt" };
const LONGEST_NAME = 120;
/** Derived features of a description, and characters of their formulas. */
const MOST_DERIVED = 200;
const LONGEST_DERIVED = 500;

/**
 * Write the columns of a model as formulas over inputs by their new names and over readings of categories: numbers by level.
 *
 * @param names of the inputs, by their position
 * @throws ImportError where the model does something with a value that no form can ask for
 */
export function codeModel(description: ModelDescription, names: string[]): CodedModel {
  const categories = new Categories(description, names);
  const fills = fillsOf(description);
  const rewriter = new Rewriter(description, names, categories, fills);
  const expressions = description.columns.map(({ expression }) => rewriter.rewrite(expression));
  const inputs = description.inputs.map(({ kind, optional }, position) =>
    kind === "category"
      ? categories.describe(position)
      : describeNumber(names[position]!, optional ? fills.get(position) : undefined, expressions),
  );
  const terms = new Set([INTERCEPT]);
  const derived = new Map<string, string>();
  const columns = expressions.map((expression, index) => {
    const name = unlike(nameOfColumn(expression, description.columns[index]!.label, categories), terms);
    terms.add(name);
    const formula = expressionText(expression);
    if (!isPartial(expression) || !distinctNames(expression).every((each) => names.includes(each)))
      return { name, formula };
    const known = derived.get(formula);
    if (known === undefined && (derived.size >= MOST_DERIVED || formula.length > LONGEST_DERIVED))
      return { name, formula };
    const own = known ?? nameOfFormula(formula, [...names, ...derived.values()]);
    derived.set(formula, own);
    return { name, formula: own };
  });
  return {
    inputs,
    derived: [...derived].map(([formula, name]) => ({ name, formula })),
    coding: { readings: categories.readingsOf(new Set(expressions.flatMap(distinctNames))), columns },
    terms: [...terms],
    coefficients: [description.intercept, ...description.coefficients],
    transform: TRANSFORMS[description.inverse],
  };
}

/** The name of a column: an input, "fuel[diesel]", a short formula, or what the file calls it. */
function nameOfColumn(expression: Expression, label: string, categories: Categories): string {
  if (expression.kind === "binary" && expression.operator === "==" && expression.left.kind === "name") {
    const { left, right } = expression;
    if (categories.has(left.name) && right.kind === "number") {
      return categories.nameOfLevel(left.name, right.value) ?? label;
    }
  }
  if (distinctNames(expression).some((name) => categories.has(name))) return label;
  const text = expressionText(expression);
  return text.length <= LONGEST_NAME ? text : label;
}

/** Whether a formula has no value for some numbers, overflow aside. */
function isPartial(expression: Expression): boolean {
  if (expression.kind === "call" && ["log", "log1p", "sqrt"].includes(expression.function)) return true;
  if (expression.kind === "binary") {
    const { operator, right } = expression;
    if (operator === "/" && right.kind !== "number") return true;
    if (operator === "^" && !(right.kind === "number" && Number.isInteger(right.value) && right.value > 0)) return true;
  }
  return operandsOf(expression).some(isPartial);
}
