import { compileFormula, parseFormula, type Expression, type Formula } from "../formula/parse";
import { factorise } from "../formula/factors";
import { mapOperands } from "../formula/tree";
import type { Input, Spec } from "../model/spec";

/** A raw input's value as the person gave it: number and integer → number, boolean → boolean, category → its level. */
export type InputValue = number | boolean | string;
export type Inputs = Record<string, InputValue>;

/** One column of the design matrix as a function of the encoded raw inputs. */
export interface Column {
  /** The term's text; for a level of a category "heating[gas]". */
  name: string;
  /** Positions of the raw inputs that the column depends on. A derived feature counts as the inputs it is made of. */
  inputs: number[];
  /** The column's value for one encoded row of raw inputs; NaN where it is undefined. */
  evaluate: (encoded: ArrayLike<number>) => number;
  /** The formula over raw inputs; null where the column indicates a level of a category. */
  formula: Formula | null;
  /** One function for each of `inputs`, whose product the column is; null where it is no such product. */
  factors: Column["evaluate"][] | null;
}

/** A spec compiled: how raw inputs become a row of the design matrix. */
export interface Design {
  /** Without the intercept, which stands before them in every row. */
  columns: Column[];
  derived: {
    name: string;
    formula: Formula;
    evaluate: (encoded: ArrayLike<number>) => number;
  }[];
  /** Raw inputs as numbers: booleans 0 or 1, categories the position of their level. */
  encode(inputs: Inputs): Float64Array;
  /** Whether every derived feature and every column has a value, for inputs that are numbers. */
  isDefined(encoded: ArrayLike<number>): boolean;
  decode(encoded: ArrayLike<number>): Inputs;
  /** Write the row of the design matrix, intercept first, into `out` from `offset` on. */
  writeRow(encoded: ArrayLike<number>, out: Float64Array, offset?: number): void;
}

export const INTERCEPT = "(intercept)";

/** Replace the names of derived features by what they are computed from, so that only raw inputs remain. */
function inline(expression: Expression, derived: Map<string, Expression>, names: Set<string>): Expression {
  if (expression.kind !== "name") return mapOperands(expression, (part) => inline(part, derived, names));
  const definition = derived.get(expression.name);
  if (definition) return inline(definition, derived, names);
  names.add(expression.name);
  return expression;
}

function encodeValue(input: Input, value: InputValue | undefined): number {
  if (input.kind === "category") return input.levels.indexOf(String(value));
  return Number(value);
}

/** A raw input as a person gives it, of its number. */
export function decodeValue(input: Input, code: number): InputValue {
  if (input.kind === "category") return input.levels[code] ?? "";
  return input.kind === "boolean" ? code === 1 : code;
}

const cache = new WeakMap<Spec, Design>();

/** Compile a spec into its design; the same spec object gives the same design. */
export function compileDesign(spec: Spec): Design {
  const known = cache.get(spec);
  if (known) return known;

  const position = new Map(spec.inputs.map((input, index) => [input.name, index]));
  const indexOf = (name: string) => position.get(name) ?? -1;
  const expressions = new Map<string, Expression>();
  const toRawInputs = (text: string): Formula => {
    const names = new Set<string>();
    const expression = inline(parseFormula(text).expression, expressions, names);
    return { text, expression, names: [...names] };
  };

  const derived = spec.derived.map(({ name, formula: text }) => {
    const formula = toRawInputs(text);
    expressions.set(name, formula.expression);
    return { name, formula, evaluate: compileFormula(formula, indexOf) };
  });

  const columns = spec.terms.flatMap((term): Column[] => {
    const category = spec.inputs.find((input) => input.name === term && input.kind === "category");
    if (category?.kind === "category") {
      // Treatment coding, as in R: the first level is the reference and has no column of its own.
      const at = indexOf(term);
      return category.levels.slice(1).map((level, index) => {
        const evaluate: Column["evaluate"] = (encoded) => (encoded[at] === index + 1 ? 1 : 0);
        return { name: `${term}[${level}]`, inputs: [at], evaluate, formula: null, factors: [evaluate] };
      });
    }
    const formula = toRawInputs(term);
    const inputs = formula.names.map(indexOf);
    const evaluate = compileFormula(formula, indexOf);
    const factors = factorise(formula)?.map((factor) => compileFormula(factor, indexOf)) ?? null;
    return [{ name: term, inputs, evaluate, formula, factors: inputs.length === 1 ? [evaluate] : factors }];
  });

  // Most columns are an input as it is: no formula has to be evaluated for those.
  const copied = columns.map(({ formula, inputs }) => (formula?.expression.kind === "name" ? inputs[0]! : -1));

  const formulas = [...derived, ...columns.filter((_, index) => copied[index]! < 0)];

  const design: Design = {
    columns,
    derived,
    // A loop over an array made once: Float64Array.from goes through an iterator, and this is done for every prediction.
    encode(inputs) {
      const encoded = new Float64Array(spec.inputs.length);
      for (let index = 0; index < encoded.length; index++) {
        const input = spec.inputs[index]!;
        encoded[index] = encodeValue(input, inputs[input.name]);
      }
      return encoded;
    },
    isDefined(encoded) {
      for (let index = 0; index < formulas.length; index++) {
        if (!Number.isFinite(formulas[index]!.evaluate(encoded))) return false;
      }
      return true;
    },
    decode: (encoded) =>
      Object.fromEntries(spec.inputs.map((input, index) => [input.name, decodeValue(input, encoded[index] ?? NaN)])),
    writeRow(encoded, out, offset = 0) {
      out[offset] = 1;
      for (let index = 0; index < columns.length; index++) {
        const from = copied[index]!;
        out[offset + 1 + index] = from < 0 ? columns[index]!.evaluate(encoded) : encoded[from]!;
      }
    },
  };
  cache.set(spec, design);
  return design;
}
