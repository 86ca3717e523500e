import { FormulaError, expressionText, parseFormula, type Expression, type Formula } from "../formula/parse";
import { binary, number } from "../formula/build";
import { distinctNames, operandsOf } from "../formula/tree";

/** What a term is read by. */
interface Named {
  inputs: readonly { name: string; kind: string }[];
}

/** A factor of a term: a category, which stands for its columns, or a formula over everything else. */
export type Factor = { category: string } | { text: string; expression: Expression };

/**
 * A term of the regression as the product that it is: `region : age` and `region * age` are each column of region times
 * age. Most terms are one formula, or one category.
 */
export interface Term {
  text: string;
  factors: Factor[];
  /** The categories among the factors, in their order. */
  categories: string[];
  /** The product of the other factors; null where there are none. */
  formula: Formula | null;
}

/**
 * Read a term of a description.
 *
 * @throws FormulaError saying what is wrong, as in "region is a category and can only stand alone as a term, or …"
 */
export function parseTerm({ inputs }: Named, text: string): Term {
  const known = new Set(inputs.filter(({ kind }) => kind === "category").map(({ name }) => name));
  const parts = splitTerm(text);
  const factors = parts.flatMap((part): Factor[] => {
    const { expression } = parseFormula(part);
    if (!usesCategory(expression, known)) return [{ text: parts.length === 1 ? text : part.trim(), expression }];
    const taken: string[] = [];
    const rest = takeCategories(expression, known, taken);
    if (rest && usesCategory(rest, known)) {
      const misused = distinctNames(rest).find((name) => known.has(name));
      throw new FormulaError(({ categoryAlone }) => categoryAlone(misused!));
    }
    const levels = taken.map((category): Factor => ({ category }));
    return rest ? [...levels, { text: expressionText(rest), expression: rest }] : levels;
  });
  const categories = factors.flatMap((factor) => ("category" in factor ? [factor.category] : []));
  const twice = categories.find((name, index) => categories.indexOf(name) < index);
  if (twice !== undefined) throw new FormulaError(({ twiceInTerm }) => twiceInTerm(twice));
  const rest = factors.flatMap((factor) => ("category" in factor ? [] : [factor]));
  if (rest.length === 0) return { text, factors, categories, formula: null };
  const expression = rest.map((factor) => factor.expression).reduce((left, right) => binary("*", left, right));
  const formula = { text: rest.map((factor) => factor.text).join(" * "), expression, names: distinctNames(expression) };
  return { text, factors, categories, formula };
}

/** Whether the name of a category stands anywhere but in missing(…), which has a value for all inputs. */
function usesCategory(expression: Expression, categories: ReadonlySet<string>): boolean {
  if (expression.kind === "name") return categories.has(expression.name);
  if (expression.kind === "call" && (expression.function as string) === "missing") return false;
  return operandsOf(expression).some((part) => usesCategory(part, categories));
}

/**
 * What a product leaves without the categories that are multiplied in it.
 *
 * @param taken where they are added
 * @returns null where nothing is left
 */
function takeCategories(
  expression: Expression,
  categories: ReadonlySet<string>,
  taken: string[],
): Expression | null {
  if (expression.kind === "name" && categories.has(expression.name)) {
    taken.push(expression.name);
    return null;
  }
  if (expression.kind !== "binary" || !usesCategory(expression, categories)) return expression;
  const { operator, left, right } = expression;
  if (operator !== "*" && (operator !== "/" || usesCategory(right, categories))) return expression;
  const first = takeCategories(left, categories, taken);
  if (operator === "/") return binary("/", first ?? number(1), right);
  const second = takeCategories(right, categories, taken);
  return first && second ? binary("*", first, second) : (first ?? second);
}

/** The parts of a term between its colons; one within brackets, parentheses or quotes belongs to its part. */
export function splitTerm(text: string): string[] {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && "([".includes(character)) depth++;
    else if (!quoted && ")]".includes(character)) depth--;
    if (character === ":" && depth === 0 && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
