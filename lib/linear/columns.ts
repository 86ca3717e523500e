import { compileFormula, type Formula } from "../formula/parse";
import { factorise } from "../formula/factors";
import { fillOf } from "../model/inputs/kinds";
import { INTERCEPT } from "../model/predictor";
import { compileReading } from "../model/reading";
import type { Spec } from "../model/spec";

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

/** The terms of a description as the columns of a design matrix. */
export interface Design {
  /** Without the intercept, which stands before them in every row. */
  columns: Column[];
  /** Names of the columns, intercept first. */
  names: string[];
  /** Write the row of the design matrix, intercept first, into `out` from `offset` on. */
  writeRow(encoded: ArrayLike<number>, out: Float64Array, offset?: number): void;
}

/** A value, or what is assumed where it is missing. */
const given = (value: number, fill: number) => (Number.isNaN(value) ? fill : value);

const cache = new WeakMap<Spec, Design>();

/** Code the terms of a description; the same object gives the same design. */
export function compileDesign(spec: Spec): Design {
  const known = cache.get(spec);
  if (known) return known;

  const position = new Map(spec.inputs.map((input, index) => [input.name, index]));
  const computed = new Map(compileReading(spec).terms.map((term) => [term.name, term]));
  const fills = Float64Array.from(spec.inputs, (input) => fillOf(input) ?? NaN);
  const fillFor = (name: string) => {
    const fill = fills[position.get(name)!]!;
    return Number.isNaN(fill) ? undefined : fill;
  };
  const columns = spec.terms.flatMap((term): Column[] => {
    const at = position.get(term) ?? -1;
    const input = spec.inputs[at];
    if (input?.kind === "category") {
      const fill = fills[at]!;
      // Treatment coding, as in R: the first level is the reference and has no column of its own.
      return input.levels.slice(1).map((level, index) => {
        const evaluate: Column["evaluate"] = (encoded) => (given(encoded[at]!, fill) === index + 1 ? 1 : 0);
        return { name: `${term}[${level}]`, inputs: [at], evaluate, formula: null, factors: [evaluate] };
      });
    }
    const { formula, inputs, evaluate } = computed.get(term)!;
    const indexOf = (name: string) => position.get(name) ?? -1;
    const factors = factorise(formula)?.map((factor) => compileFormula(factor, indexOf, fillFor)) ?? null;
    return [{ name: term, inputs, evaluate, formula, factors: inputs.length === 1 ? [evaluate] : factors }];
  });

  // Most columns are an input as it is: no formula has to be evaluated for those.
  const copied = columns.map(({ formula, inputs }) => (formula?.expression.kind === "name" ? inputs[0]! : -1));

  const design: Design = {
    columns,
    names: [INTERCEPT, ...columns.map(({ name }) => name)],
    writeRow(encoded, out, offset = 0) {
      out[offset] = 1;
      for (let index = 0; index < columns.length; index++) {
        const from = copied[index]!;
        out[offset + 1 + index] = from < 0 ? columns[index]!.evaluate(encoded) : given(encoded[from]!, fills[from]!);
      }
    },
  };
  cache.set(spec, design);
  return design;
}
