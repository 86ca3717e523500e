import { binary, number } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { FUNCTIONS } from "../estimator/scalers";
import { ImportError } from "../import-error";
import { quoted } from "../text";

/**
 * Where names of terms come from. In a "formula", patsy or formulaic made them, and whatever is no known term is refused;
 * among "names", a person or another program wrote them down, and whatever is no known term is the name of a column.
 */
export type Origin = "formula" | "names";

/** A factor of a term: an input, and what is done to it. */
export interface Factor {
  /** The name of the input. */
  name: string;
  /** As a person would call it. */
  label: string;
  /** The level of a category that it is 1 for; null for a number. */
  level: string | null;
  /** Whether the level is marked as one of those that are compared with a base. */
  isTreatment: boolean;
  /** The level that the others are compared with, where the factor names it: a text, or a number that may be its position too. */
  base: string | number | null;
  /** What is computed of a number; null for one that is taken as it is. */
  change: ((value: Expression) => Expression) | null;
}

/** The forms of names of terms, for the reference. */
export const TERM_FORMS: [form: string, means: string][] = [
  ["`area`, `Q('area')`", "a number"],
  [
    "`fuel[gas]`, `fuel[T.gas]`, `C(fuel)[T.gas]`",
    "1 where the category fuel is gas; a level that no term names counts as the base, unless `Treatment` names the base",
  ],
  ["`log(area)`, `np.log1p(area)`, `sqrt(area)`, `I(area ** 2)`", "a function of a number"],
  ["`area:rooms`, `area:fuel[gas]`", "a product, where the file has terms of its factors too"],
];

const LONGEST = 500;
/** A level of a category: fuel[gas], fuel[T.gas], C(fuel)[T.gas], C(fuel, Treatment("petrol"))[T.gas]. */
const LEVEL =
  /^(?:C\(\s*([^\s[\](),](?:[^[\](),]*[^\s[\](),])?)\s*(?:,\s*(?:Treatment|contr\.treatment)(?:\((?:\s*(?:reference\s*=\s*)?(?:(["'])([^"']*)\2|(\d{1,9}))\s*|[^"'()]*)\))?\s*)?\)|([^[\](),]+))\[([^[\]]+)\]$/;
const QUOTED = /^Q\((["'])([^"'\\]+)\1\)$/;
const FUNCTION = /^(np\.|numpy\.)?([a-z]\w*)\(\s*([^\s()](?:[^()]*[^\s()])?)\s*\)$/;
const POWER = /^I\(\s*([^\s()*^](?:[^()*^]*[^\s()*^])?)\s*(\*\*|\^)\s*(\d(?:\.\d+)?)\s*\)$/;
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Functions that are read without a module before them. */
const BARE = ["log", "log1p", "exp", "sqrt", "abs"];
/** Functions of formulas in R and Python that make several columns, or columns of what the file does not hold. */
const UNKNOWN = /^(poly|bs|cr|cc|ns|s|te|scale|center|standardize|factor|as\.factor|ordered|cut|offset|lag|I|C|Q)\(/;

/** Whether a text is one of a level of a category. */
export const isLevel = (text: string): boolean => LEVEL.test(text);

/** @throws ImportError for a text whose meaning is not known for sure */
export function readFactor(text: string, origin: Origin): Factor {
  if (text.length > LONGEST) throw unsure(text);
  const factor = levelIn(text, origin) ?? numberIn(text, origin);
  if (factor && (origin === "names" || IDENTIFIER.test(factor.name) || QUOTED.test(text))) return factor;
  if (origin === "formula") throw unsure(text);
  if (UNKNOWN.test(text)) {
    throw new ImportError(
      `the term ${quoted(text)} is a function that is not known; docs/import.md lists those that are`,
    );
  }
  return plain(text, text);
}

const plain = (name: string, label: string): Factor => ({
  name,
  label,
  level: null,
  isTreatment: false,
  base: null,
  change: null,
});

function levelIn(text: string, origin: Origin): Factor | undefined {
  const [, inC, , base, position, bare, marked = ""] = LEVEL.exec(text) ?? [];
  const name = inC ?? bare;
  if (name === undefined) return undefined;
  const [, mark, rest = ""] = /^([A-Z])\.(.+)$/.exec(marked) ?? [];
  const isTreatment = mark === "T";
  // Other codings than that by treatment begin with a letter of their own.
  if (mark !== undefined && !isTreatment && origin === "formula") throw unsure(text);
  if (mark === "S")
    throw new ImportError(`the term ${quoted(text)} is coded by sums, which is not read; fit with Treatment`);
  const level = isTreatment ? rest : marked;
  return {
    ...plain(name, `${name} = ${level}`),
    level,
    isTreatment,
    base: base ?? (position === undefined ? null : Number(position)),
  };
}

function numberIn(text: string, origin: Origin): Factor | undefined {
  const [, , quotedName] = QUOTED.exec(text) ?? [];
  if (quotedName !== undefined) return plain(quotedName, quotedName);
  const [, numpy, called = "", ofFunction] = FUNCTION.exec(text) ?? [];
  const isKnown = numpy ? Object.hasOwn(FUNCTIONS, called) : origin === "names" && BARE.includes(called);
  if (ofFunction !== undefined && isKnown) return { ...plain(ofFunction, text), change: FUNCTIONS[called]! };
  const [, ofPower, sign, exponent] = POWER.exec(text) ?? [];
  // In Python, ^ is no power.
  if (ofPower !== undefined && (sign === "**" || origin === "names")) {
    return { ...plain(ofPower, text), change: (value) => binary("^", value, number(Number(exponent))) };
  }
  return IDENTIFIER.test(text) ? plain(text, text) : undefined;
}

const unsure = (text: string) =>
  new ImportError(
    `the model in the file has a term that is ambiguous: ${text.slice(0, 80)}; compute it as a column of the table and fit again`,
  );
