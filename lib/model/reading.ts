import { compileFormula, parseFormula, type Expression, type Formula } from "../formula/parse";
import { mapOperands } from "../formula/tree";
import { decodeValue, encodeValue, fillOf } from "./inputs/kinds";
import type { Inputs } from "./inputs/value";
import type { Spec } from "./spec";
import { parseTerm } from "./terms";

/** What a description computes of the raw inputs: a derived feature, or a term that is a formula. */
export interface Computed {
  /** A derived feature's name, or a term's text. */
  name: string;
  /** Over raw inputs alone: a derived feature is replaced by what it is made of. */
  formula: Formula;
  /** Positions of the raw inputs it depends on. */
  inputs: number[];
  /** Its value for one encoded row of raw inputs; NaN where it is undefined. */
  evaluate: (encoded: ArrayLike<number>) => number;
}

/** How the inputs of a description are read, whatever the model that answers is made of. */
export interface Reading {
  derived: Computed[];
  /** The terms but those of categories alone; of a product with categories, what else it is made of. */
  terms: Computed[];
  /** Raw inputs as numbers, in the order of the description. */
  encode(inputs: Inputs): Float64Array;
  decode(encoded: ArrayLike<number>): Inputs;
  /** Whether every derived feature and every term has a value. */
  isDefined(encoded: ArrayLike<number>): boolean;
}

/** Replace the names of derived features by what they are computed from, so that only raw inputs remain. */
function inline(expression: Expression, derived: Map<string, Expression>, names: Set<string>): Expression {
  if (expression.kind !== "name") return mapOperands(expression, (part) => inline(part, derived, names));
  const definition = derived.get(expression.name);
  if (definition) return inline(definition, derived, names);
  names.add(expression.name);
  return expression;
}

const cache = new WeakMap<Spec, Reading>();

/** Compile the reading of a description; the same object gives the same reading. */
export function compileReading(spec: Spec): Reading {
  const known = cache.get(spec);
  if (known) return known;

  const position = new Map(spec.inputs.map((input, index) => [input.name, index]));
  const indexOf = (name: string) => position.get(name) ?? -1;
  const fills = new Map(spec.inputs.map((input) => [input.name, fillOf(input)]));
  const fillFor = (name: string) => fills.get(name);
  const expressions = new Map<string, Expression>();
  const compute = (name: string, { text, ...written }: Formula): Computed => {
    const names = new Set<string>();
    const expression = inline(written.expression, expressions, names);
    const formula = { text, expression, names: [...names] };
    return { name, formula, inputs: formula.names.map(indexOf), evaluate: compileFormula(formula, indexOf, fillFor) };
  };

  const derived = spec.derived.map(({ name, formula }) => {
    const computed = compute(name, parseFormula(formula));
    expressions.set(name, computed.formula.expression);
    return computed;
  });
  const terms = spec.terms.flatMap((text) => {
    const { formula } = parseTerm(spec, text);
    return formula ? [compute(text, formula)] : [];
  });
  // A term that is an input as it is has a value wherever the input has one.
  const formulas = [...derived, ...terms.filter(({ formula }) => formula.expression.kind !== "name")];

  const reading: Reading = {
    derived,
    terms,
    // A loop over an array made once: Float64Array.from goes through an iterator, and this is done for every prediction.
    encode(inputs) {
      const encoded = new Float64Array(spec.inputs.length);
      for (let index = 0; index < encoded.length; index++) {
        const input = spec.inputs[index]!;
        encoded[index] = encodeValue(input, inputs[input.name]);
      }
      return encoded;
    },
    decode: (encoded) =>
      Object.fromEntries(spec.inputs.map((input, index) => [input.name, decodeValue(input, encoded[index] ?? NaN)])),
    isDefined(encoded) {
      for (let index = 0; index < formulas.length; index++) {
        if (!Number.isFinite(formulas[index]!.evaluate(encoded))) return false;
      }
      return true;
    },
  };
  cache.set(spec, reading);
  return reading;
}
