import { group } from "d3-array";
import { binary, number, variable } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import type { Level, Lookup } from "../estimator/description";
import type { Column, Workspace } from "../estimator/workspace";
import { ImportError } from "../import-error";
import { quoted } from "../text";
import { isLevel, readFactor, type Factor, type Origin } from "./factor";

interface Category {
  /** The levels that terms name, each with its number. */
  codes: Map<string, number>;
  lookup: Lookup;
  /** Whether terms leave open which level the others are compared with. */
  isOpen: boolean;
}

/** Names of the terms of a linear model, as formulas of R and Python write them. */
export class Terms {
  private readonly factors: Factor[][];
  private readonly categories: Map<string, Category>;

  /** @throws ImportError for a term whose meaning is not known for sure */
  constructor(texts: string[], origin: Origin) {
    const known = new Set(texts);
    this.factors = texts.map((text) => factorsOf(text, origin, known).map((factor) => readFactor(factor, origin)));
    const ofLevels = this.factors.flat().filter(({ level }) => level !== null);
    this.categories = new Map(
      [...group(ofLevels, ({ name }) => name)].map(([name, own]) => [name, categoryOf(own, origin)]),
    );
  }

  /** The names of the inputs, each once. */
  get names(): string[] {
    return [...new Set(this.factors.flat().map(({ name }) => name))];
  }

  /** What a publisher should know, as sentences. */
  get notes(): string[] {
    return [...this.categories].flatMap(([name, { codes, isOpen }]) => {
      const levels = [...codes.keys()].slice(0, 8).join(", ");
      const others = codes.size > 8 ? " and so on" : "";
      return isOpen
        ? [`${name}: a value other than ${levels}${others} counts as the base, whose name the file does not say.`]
        : [];
    });
  }

  /**
   * A column for each term: the product of its factors.
   *
   * @param workspace over the names of the inputs
   */
  columns(workspace: Workspace): Column[] {
    const start = workspace.start();
    const ids = new Map<string, string>();
    const valueOf = ({ name, level, change }: Factor): Expression => {
      const position = workspace.positionOf(name)!;
      if (level === null) {
        const value = workspace.numberOf(start[position]!);
        return change ? change(value) : value;
      }
      const { codes, lookup } = this.categories.get(name)!;
      const id = ids.get(name) ?? workspace.reading(position, lookup, null).id;
      ids.set(name, id);
      return binary("==", variable(id), number(codes.get(level)!));
    };
    return this.factors.map((factors): Column => {
      workspace.spend(factors.length);
      const [{ name, level, change }] = factors as [Factor];
      if (factors.length === 1 && level === null && !change) return start[workspace.positionOf(name)!]!;
      return {
        kind: "value",
        label: factors.map(({ label }) => label).join(" · "),
        expression: factors.map(valueOf).reduce((product, value) => binary("*", product, value)),
      };
    });
  }
}

/** What a term is a product of: colons stand between factors, outside of brackets; in a name that no formula made, a colon may be a letter. */
function factorsOf(text: string, origin: Origin, known: ReadonlySet<string>): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if ("([".includes(letter)) depth++;
    if (")]".includes(letter)) depth--;
    if (letter === ":" && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  if (origin === "formula" || parts.length === 1) return parts;
  const factors = parts.map((part) => part.trim());
  const isTerm = (part: string) => known.has(part) || isLevel(part);
  if (factors.every(isTerm)) return factors;
  if (!factors.some(isTerm)) return [text];
  throw new ImportError(
    `the term ${quoted(text)} looks like a product, and the file has no term of each of its factors`,
  );
}

/**
 * The name of the level that others are compared with. A number is a level, or the position of one where no level is so
 * called: it is a name where both come to the same, as among 0, 1, 2, or where there are not as many levels.
 */
function baseOf(base: string | number | null, named: string[]): string | null {
  if (typeof base !== "number") return base;
  const levels = [...named.map(Number), base].sort((a, b) => a - b);
  const isBoth = levels.every((level, position) => level === position);
  return isBoth || (base > named.length && levels.every(Number.isFinite)) ? String(base) : null;
}

/** @param factors of the levels of one category */
function categoryOf(factors: Factor[], origin: Origin): Category {
  const named = [...new Set(factors.map(({ level }) => level!))];
  const base = baseOf(factors.find((factor) => factor.base !== null)?.base ?? null, named);
  const levels = [...new Set(base === null ? named : [...named, base])];
  const isTruth = levels.every((level) => level === "True" || level === "False");
  if (isTruth && levels.length === 1) levels.push(levels[0] === "True" ? "False" : "True");
  const isNumber =
    levels.every((level) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(level)) &&
    new Set(levels.map(Number)).size === levels.length;
  const plain = (level: string): Level => (isTruth ? level === "True" : isNumber ? Number(level) : level);
  // A formula marks the levels of a category without its base; where one is not marked, all are there.
  const isOpen = base === null && !isTruth && (origin === "names" || factors.every(({ isTreatment }) => isTreatment));
  const lookup: Lookup = {
    levels: levels.map(plain),
    values: levels.map((_, index) => (index < named.length ? index : -1)),
    unknown: isOpen ? -1 : "refused",
    missing: "refused",
  };
  return { codes: new Map(named.map((level, index) => [level, index])), lookup, isOpen };
}
