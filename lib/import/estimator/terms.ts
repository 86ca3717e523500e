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
    if (!treatment && /^[A-Z]\./.test(level!)) throw unsure(text);
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
  throw unsure(text);
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

/** The terms of a formula, and the numbers that the levels of its categories count as. */
export class Terms {
  private readonly factors: Factor[][];
  /** For each category, the texts of its levels and the name that formulas have for the number of its level. */
  private readonly codes = new Map<string, { texts: string[]; id: string }>();

  /** @throws ImportError for a term that cannot be told for sure */
  constructor(private readonly terms: string[]) {
    this.factors = terms.map(factorsOf);
  }

  /** The names of the inputs, each once. */
  get names(): string[] {
    return [...new Set(this.factors.flat().map(({ name }) => name))];
  }

  /** A column for each term: the product of its factors. */
  columns(inputs: Column[], workspace: Workspace): Column[] {
    return this.factors.map((factors, index) => {
      workspace.spend(factors.length);
      const term = this.terms[index]!;
      const [{ name, level, change }] = factors as [Factor];
      const input = inputs[workspace.positionOf(name)!]!;
      if (factors.length === 1 && level === null && change === same) return { ...input, label: term };
      const values = factors.map((factor) => this.value(factor, inputs, workspace));
      const expression = values.reduce((product, value) => binary("*", product, value));
      return { kind: "value", label: factors.length === 1 && level !== null ? `${name} = ${level}` : term, expression };
    });
  }

  private value({ name, level, change }: Factor, inputs: Column[], workspace: Workspace): Expression {
    const position = workspace.positionOf(name)!;
    if (level === null) return change(workspace.numberOf(inputs[position]!));
    const { texts, id } = this.codesOf(name, position, workspace);
    return binary("==", variable(id), number(texts.indexOf(level)));
  }

  /** The level that all others are compared with has no name in the file: any other level counts as that one. */
  private codesOf(name: string, position: number, workspace: Workspace): { texts: string[]; id: string } {
    const known = this.codes.get(name);
    if (known) return known;
    const own = this.factors.flat().filter((factor) => factor.name === name && factor.level !== null);
    const texts = [...new Set(own.map(({ level }) => level!))];
    const isBoolean = texts.every((text) => text === "True" || text === "False");
    const isNumber = texts.every((text) => /^-?\d+(\.\d+)?$/.test(text));
    const levels = texts.map((text): Level => (isBoolean ? text === "True" : isNumber ? Number(text) : text));
    const values = levels.map((_, code) => code);
    if (isBoolean && levels.length === 1) {
      levels.push(!levels[0]);
      values.push(-1);
    }
    const unknown = !isBoolean && own.every(({ isTreatment }) => isTreatment) ? -1 : "refused";
    const { id } = workspace.reading(position, { levels, values, unknown, missing: "refused" }, null);
    const codes = { texts, id };
    this.codes.set(name, codes);
    return codes;
  }
}

const unsure = (text: string) =>
  new ImportError(
    `the result of statsmodels in the file has a term that cannot be told for sure: ${text.slice(0, 80)}; compute it as a column of the table and fit again`,
  );
