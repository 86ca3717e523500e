import { expressionText, FormulaError, parseFormula } from "../formula/parse";
import { localeOf, catalogue } from "../language/locale";
import { writerOf } from "./format";
import { valueInWords } from "./inputs/words";
import { INTERCEPT } from "./predictor";
import type { Spec } from "./spec";
import { splitTerm } from "./terms";

/** The intercept, and the mark before decimals. */
const WORDS = catalogue({ en: { intercept: "intercept", point: "." }, de: { intercept: "Achsenabschnitt", point: "," } });

/** Operators as mathematics writes them. */
const SIGNS = { "/": "÷", "*": "×", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠" };

/** A number of more digits was computed, such as the mean that a scaler subtracts; of such a number 4 digits are shown. */
const [WRITTEN, SHOWN] = [6, 4];

const shorten = (value: number) =>
  String(value === Number(value.toPrecision(WRITTEN)) ? value : Number(value.toPrecision(SHOWN)));

/** A label inside of a sentence, in the language of a description. */
const inSentence = (spec: Spec, label: string) => writerOf(localeOf(spec)).inSentence(label);

/** A formula as a person reads it: "lot area ÷ bedrooms". */
export function formulaInWords(spec: Spec, formula: string): string {
  const labels = new Map([...spec.inputs, ...spec.derived].map(({ name, label }) => [name, inSentence(spec, label)]));
  const { point } = WORDS[localeOf(spec)];
  const text = expressionText(
    parseFormula(formula).expression,
    (name) => labels.get(name) ?? name,
    (value) => shorten(value).replace(".", point),
  );
  return Object.entries(SIGNS).reduce((words, [operator, sign]) => words.replaceAll(` ${operator} `, ` ${sign} `), text);
}

/**
 * A term of an artifact as a person reads it: "lot area", "log(bedrooms)", "heating: gas", "heating: gas × lot area". A
 * column that a predictor brings with it may have any name, and keeps it.
 */
export function termInWords(spec: Spec, term: string): string {
  if (term === INTERCEPT) return WORDS[localeOf(spec)].intercept;
  if (spec.terms.length > 0) return partsInWords(spec, term);
  try {
    return partsInWords(spec, term);
  } catch (error) {
    if (error instanceof FormulaError) return term;
    throw error;
  }
}

function partsInWords(spec: Spec, term: string): string {
  const words: string[] = [];
  let rest = term;
  while (rest !== "") {
    const level = findLevelPart(spec, rest);
    const part = level?.part ?? splitTerm(rest)[0]!;
    words.push(level?.words ?? formulaInWords(spec, part));
    // Behind the colon.
    rest = rest.slice(part.length + 1);
  }
  return words.join(" × ");
}

/** The level that a text begins with, as in "heating[gas]"; a level may hold any character. */
function findLevelPart(spec: Spec, text: string): { part: string; words: string } | undefined {
  const name = /^([a-z0-9_]+)\[/.exec(text)?.[1];
  const input = spec.inputs.find((each) => each.name === name);
  if (input?.kind !== "category") return undefined;
  for (const level of [...input.levels, input.other?.label ?? "other"]) {
    const part = `${name}[${level}]`;
    if (text === part || text.startsWith(`${part}:`)) {
      return { part, words: `${inSentence(spec, input.label)}: ${valueInWords(input, level)}` };
    }
  }
  return undefined;
}
