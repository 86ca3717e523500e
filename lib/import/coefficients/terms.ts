import { binary, call, number, variable } from "../../formula/build";
import type { Expression, FunctionName } from "../../formula/expression";
import type { Level, Lookup } from "../estimator/description";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import { quoted } from "./named-sum";

/** A level of a category, as formulas write it: fuel[gas], fuel[T.gas], C(fuel)[T.gas], C(fuel, Treatment("petrol"))[T.gas]. */
const LEVEL =
  /^(?:C\(\s*)?([^[\](),]+?)(?:\s*,\s*(?:Treatment|contr\.treatment)\(\s*(?:reference\s*=\s*)?(["']?)([^"'()]*)\2\s*\))?\s*\)?\[(T\.|S\.)?([^[\]]+)\]$/;
const FUNCTION = /^(?:np\.|numpy\.)?(log|log1p|exp|sqrt|abs)\(\s*([^()]+?)\s*\)$/;
const POWER = /^I\(\s*([^()*^]+?)\s*(?:\*\*|\^)\s*(\d)\s*\)$/;
/** Functions of formulas in R and Python that make several columns, or columns of what the file does not hold. */
const UNKNOWN = /^(poly|bs|cr|cc|ns|s|te|scale|center|standardize|factor|as\.factor|ordered|cut|offset|lag|I|C|Q)\(/;

/** The forms of names of terms, for the reference. */
export const TERM_FORMS: [form: string, means: string][] = [
  ["`area`", "a number"],
  [
    "`fuel[gas]`, `fuel[T.gas]`, `C(fuel)[T.gas]`",
    "1 where the category fuel is gas; a level that no term names counts as the base, unless `Treatment` names the base",
  ],
  ["`log(area)`, `np.log1p(area)`, `sqrt(area)`, `I(area ** 2)`", "a function of a number"],
  ["`area:rooms`, `area:fuel[gas]`", "a product, where the file has terms of its factors too"],
];

interface Category {
  /** The levels that terms name, each with its number. */
  levels: Map<string, number>;
  base: string | null;
  id?: string;
}

/** Columns of the terms of a formula. Names of levels that are run together with their category are not guessed at. */
export class Terms {
  readonly inputs: string[] = [];
  readonly notes: string[] = [];
  private readonly positions = new Map<string, number>();
  private readonly known: Set<string | null>;
  private readonly categories = new Map<string, Category>();

  /** @param names of the terms; null for one that is known by its position */
  constructor(private readonly names: (string | null)[]) {
    this.known = new Set(names);
    for (const name of names) if (name !== null) for (const factor of this.factorsOf(name)) this.note(factor);
  }

  /** Names of the inputs for a workspace; null for each where no term has a name. */
  get inputNames(): (string | null)[] {
    return this.names.every((name) => name === null) ? this.names.map(() => null) : this.inputs;
  }

  columns(workspace: Workspace): Column[] {
    for (const [name, category] of this.categories) {
      if (category.base !== null) continue;
      const levels = [...category.levels.keys()];
      this.notes.push(
        `${name}: a value other than ${levels.slice(0, 8).join(", ")}${levels.length > 8 ? " and so on" : ""} counts as the base, whose name the file does not say.`,
      );
    }
    const start = workspace.start();
    return this.names.map((name, index) => {
      if (name === null) return start[index]!;
      const parts = this.factorsOf(name).map((factor) => this.expressionOf(factor, start, workspace));
      if (parts.length === 1 && parts[0]!.kind === "name" && this.positions.has(name))
        return start[this.positions.get(name)!]!;
      return {
        kind: "value",
        label: labelOf(name),
        expression: parts.reduce((left, right) => binary("*", left, right)),
      };
    });
  }

  /** What a term is a product of; a colon within a name is part of it, unless both sides are terms or levels. */
  private factorsOf(name: string): string[] {
    const parts = name.split(/:(?![^[(]*[\])])/).map((part) => part.trim());
    if (parts.length === 1) return [name];
    const isTerm = (part: string) => this.known.has(part) || LEVEL.test(part);
    if (parts.every(isTerm)) return parts;
    if (!parts.some(isTerm)) return [name];
    throw new ImportError(
      `the term ${quoted(name)} looks like a product, and the file has no term of each of its factors`,
    );
  }

  private note(factor: string): void {
    const level = LEVEL.exec(factor);
    if (level) {
      const [, name, , base, coding, own] = level;
      if (coding === "S.")
        throw new ImportError(`the term ${quoted(factor)} is coded by sums, which is not read; fit with Treatment`);
      const category = this.categories.get(name!) ?? { levels: new Map(), base: null };
      if (!category.levels.has(own!)) category.levels.set(own!, category.levels.size);
      category.base ??= base ?? null;
      this.categories.set(name!, category);
      this.input(name!);
      return;
    }
    const [, , ofFunction] = FUNCTION.exec(factor) ?? [];
    const [, ofPower] = POWER.exec(factor) ?? [];
    const name = ofFunction ?? ofPower ?? factor;
    if (name === factor && UNKNOWN.test(factor)) {
      throw new ImportError(
        `the term ${quoted(factor)} is a function that is not known; docs/import.md lists those that are`,
      );
    }
    this.input(name);
  }

  private input(name: string): void {
    if (this.positions.has(name)) return;
    this.positions.set(name, this.inputs.length);
    this.inputs.push(name);
  }

  private expressionOf(factor: string, start: Column[], workspace: Workspace): Expression {
    const level = LEVEL.exec(factor);
    if (level) {
      const [, name = "", , , , own = ""] = level;
      const category = this.categories.get(name)!;
      category.id ??= workspace.reading(this.positions.get(name)!, lookupOf(category), null).id;
      return binary("==", variable(category.id), number(category.levels.get(own)!));
    }
    const [, applied, ofFunction] = FUNCTION.exec(factor) ?? [];
    const [, ofPower, exponent] = POWER.exec(factor) ?? [];
    const value = workspace.numberOf(start[this.positions.get(ofFunction ?? ofPower ?? factor)!]!);
    if (applied) return call(applied as FunctionName, value);
    return exponent ? binary("^", value, number(Number(exponent))) : value;
  }
}

function lookupOf({ levels, base }: Category): Lookup {
  const all = [...levels.keys(), ...(base === null || levels.has(base) ? [] : [base])];
  const isNumeric = all.every((level) => String(Number(level)) === level);
  const isTruth = all.every((level) => /^(True|False)$/.test(level));
  const plain = (level: string): Level => (isNumeric ? Number(level) : isTruth ? level === "True" : level);
  return {
    levels: all.map(plain),
    values: all.map((_, index) => (index < levels.size ? index : -1)),
    unknown: base === null ? -1 : "refused",
    missing: "refused",
  };
}

const labelOf = (name: string) =>
  name
    .split(":")
    .map((part) => {
      const [, category, , , , level] = LEVEL.exec(part.trim()) ?? [];
      return category ? `${category} = ${level}` : part.trim();
    })
    .join(" · ");
