import type { Block, Design } from "./design";

type Evaluate = (encoded: ArrayLike<number>) => number;

/** What a term adds to the centre, as a function of its inputs: all its columns, each times its coefficient. */
export interface Summand {
  inputs: number[];
  /** What `evaluate` and the product of `factors` are multiplied by. */
  weight: number;
  evaluate: Evaluate;
  /** One function for each of `inputs`, whose product it is; null where it is no such product. */
  factors: Evaluate[] | null;
}

/**
 * The terms of a design with their coefficients. A category is a table of weights by group, so that a term costs the same
 * whether it has two levels or four hundred: `region : age` is the weight of the region times the age.
 */
export function summandsOf({ blocks }: Design, coefficients: Float64Array): Summand[] {
  return blocks.filter(({ count }) => count > 0).map((block) => summandOf(block, coefficients));
}

function summandOf({ inputs, groups, rest, factors, start, columnOf }: Block, coefficients: Float64Array): Summand {
  if (groups.length === 0) return { inputs, weight: coefficients[start]!, evaluate: rest!, factors };
  const weightOf: Evaluate = (encoded) => {
    const column = columnOf(encoded);
    return column < 0 ? 0 : coefficients[column]!;
  };
  const evaluate: Evaluate = rest === null ? weightOf : (encoded) => weightOf(encoded) * rest(encoded);
  const others = rest === null ? [] : factors;
  const isProduct = groups.length === 1 && others !== null && inputs.length === 1 + others.length;
  return { inputs, weight: 1, evaluate, factors: isProduct ? [weightOf, ...others] : null };
}
