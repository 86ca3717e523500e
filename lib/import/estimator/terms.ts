import { binary, number, variable } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { ImportError } from "../import-error";
import type { Level } from "./description";
import { FUNCTIONS } from "./scalers";
import type { Column, Workspace } from "./workspace";

/** A factor of a term, as patsy and formulaic name them in a column: an input, and what is done to it. */
interface Factor {
  name: string;
  /** The level that it is 1 for, in the coding by treatment or with all levels; null for a number. */
  level: string | null;
  isTreatment: boolean;
  /** What is computed of a number. */
  change: (value: Expression) => Expression;
}

const same = (value: Expression) => value;

/** The factor of a text such as "age", "C(fuel)[T.gas]", "np.log(km)" or "I(age ** 2)". */
function factorOf(text: string): Factor {
  const coded = /^(?:C\(([A-Za-z_]\w*)\)|([A-Za-z_]\w*))\[(T\.)?([^[\]]+)\]$/.exec(text);
  if (coded) {
    const [, inC, bare, treatment, level] = coded;
    // Other codings than that by treatment begin with a letter of their own.
    if (!treatment && /^[A-Z]\./.test(level!)) throw unknown(text);
    return { name: (inC ?? bare)!, level: level!, isTreatment: treatment !== undefined, change: same };
  }
  const plain = { level: null, isTreatment: false };
  if (/^[A-Za-z_]\w*$/.test(text)) return { ...plain, name: text, change: same };
  const quoted = /^Q\((["'])([^"'\\]+)\1\)$/.exec(text);
  if (quoted) return { ...plain, name: quoted[2]!, change: same };
  const called = /^np\.([a-z0-9]+)\(([A-Za-z_]\w*)\)$/.exec(text);
  if (called && Object.hasOwn(FUNCTIONS, called[1]!)) {
    return { ...plain, name: called[2]!, change: FUNCTIONS[called[1]!]! };
  }
  const power = /^I\(([A-Za-z_]\w*) ?\*\* ?(\d(?:\.\d+)?)\)$/.exec(text);
  if (power) return { ...plain, name: power[1]!, change: (value) => binary("^", value, number(Number(power[2]))) };
  throw unknown(text);
}

/** The factors of a term: colons stand between them, outside of brackets. */
function factorsOf(term: string): Factor[] {
  const parts = [""];
  let depth = 0;
  for (const letter of term) {
    if ("([".includes(letter)) depth++;
    if (")]".includes(letter)) depth--;
    if (letter === ":" && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map(factorOf);
}

/** The names of the inputs of terms, each once. @throws ImportError for a term that cannot be told for sure */
export const termNames = (terms: string[]): string[] => [
  ...new Set(terms.flatMap((term) => factorsOf(term).map(({ name }) => name))),
];

/** The column of a term, which is a product of its factors. */
export function readTerm(term: string, terms: string[], inputs: Column[], workspace: Workspace): Column {
  workspace.spend(1);
  const columnOf = (name: string) => inputs[workspace.positionOf(name)!]!;
  const factors = factorsOf(term);
  if (factors.length === 1 && factors[0]!.level === null && factors[0]!.change === same) {
    return { ...columnOf(factors[0]!.name), label: term };
  }
  const values = factors.map(({ name, level, change }) =>
    level === null
      ? change(workspace.numberOf(columnOf(name)))
      : isLevel(level, levelsOf(name, terms, workspace), columnOf(name), workspace),
  );
  const expression = values.reduce((product, value) => binary("*", product, value));
  return { kind: "value", label: factors.length === 1 ? labelOf(factors[0]!, term) : term, expression };
}

const labelOf = ({ name, level }: Factor, term: string) => (level === null ? term : `${name} = ${level}`);

interface Levels {
  texts: string[];
  isTreatment: boolean;
}

const known = new WeakMap<Workspace, Map<string, Levels & { id?: string }>>();

/** All levels of an input that terms name. */
function levelsOf(name: string, terms: string[], workspace: Workspace): Levels & { id?: string } {
  let all = known.get(workspace);
  if (!all) {
    all = new Map();
    for (const factor of terms.flatMap(factorsOf)) {
      if (factor.level === null) continue;
      const levels = all.get(factor.name) ?? { texts: [], isTreatment: true };
      if (!levels.texts.includes(factor.level)) levels.texts.push(factor.level);
      levels.isTreatment &&= factor.isTreatment;
      all.set(factor.name, levels);
    }
    known.set(workspace, all);
  }
  return all.get(name)!;
}

/** 1 where an input has a level, 0 where it has another: the one that all are compared with has no name in the file. */
function isLevel(level: string, levels: Levels & { id?: string }, column: Column, workspace: Workspace): Expression {
  if (column.kind === "value") throw unknown(level);
  if (levels.id === undefined) {
    const isBoolean = levels.texts.every((text) => text === "True" || text === "False");
    const isNumber = levels.texts.every((text) => /^-?\d+(\.\d+)?$/.test(text));
    const plain = (text: string): Level => (isBoolean ? text === "True" : isNumber ? Number(text) : text);
    const own = levels.texts.map(plain);
    const values = own.map((_, code) => code);
    if (isBoolean && own.length === 1) {
      own.push(!own[0]);
      values.push(-1);
    }
    const unknownCounts = levels.isTreatment && !isBoolean ? -1 : ("refused" as const);
    const lookup = { levels: own, values, unknown: unknownCounts, missing: "refused" as const };
    levels.id = workspace.reading(column.input, lookup, null).id;
  }
  return binary("==", variable(levels.id), number(levels.texts.indexOf(level)));
}

const unknown = (text: string) =>
  new ImportError(
    `the result of statsmodels in the file has a term that cannot be told for sure: ${text.slice(0, 80)}; compute it as a column of the table and fit again`,
  );
