import { expressionText, parseFormula } from "../formula/parse";
import { INTERCEPT } from "./predictor";
import { inSentence } from "./format";
import type { Spec } from "./spec";

/** Operators as mathematics writes them. */
const SIGNS = { "/": "÷", "*": "×", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠" };

/** A formula as a person reads it: "lot area ÷ bedrooms". */
export function formulaInWords(spec: Spec, formula: string): string {
  const labels = new Map([...spec.inputs, ...spec.derived].map(({ name, label }) => [name, inSentence(label)]));
  const text = expressionText(parseFormula(formula).expression, (name) => labels.get(name) ?? name);
  return Object.entries(SIGNS).reduce((words, [operator, sign]) => words.replaceAll(` ${operator} `, ` ${sign} `), text);
}

/** A term of an artifact as a person reads it: "lot area", "log(bedrooms)", "heating: gas". */
export function termInWords(spec: Spec, term: string): string {
  if (term === INTERCEPT) return "intercept";
  const level = /^([a-z0-9_]+)\[(.*)\]$/.exec(term);
  if (!level) return formulaInWords(spec, term);
  const [, name, value] = level;
  return `${formulaInWords(spec, name!)}: ${value}`;
}
