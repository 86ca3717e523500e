import type { Game } from "./shapley";

type Factor = (encoded: ArrayLike<number>) => number;

/**
 * The product over groups of one factor from each, for every choice: position Σ choice × place value, the first
 * group varying fastest. Written into `products`, which must be as long as there are choices.
 */
function multiplyOut(groups: ArrayLike<number>[], products: Float64Array): void {
  products[0] = 1;
  let length = 1;
  for (const factors of groups) {
    // The products so far stand at choice 0, so that one comes last.
    for (let choice = factors.length - 1; choice >= 0; choice--) {
      const factor = factors[choice]!;
      const start = choice * length;
      for (let index = 0; index < length; index++) products[start + index] = products[index]! * factor;
    }
    length *= factors.length;
  }
}

/** The mean over rows of the products of all choices; see `multiplyOut`. */
function meanProducts(
  rows: Float64Array[],
  factorsOf: (row: Float64Array) => ArrayLike<number>[],
  choices: number,
): Float64Array {
  const mean = new Float64Array(choices);
  const products = new Float64Array(choices);
  for (const row of rows) {
    multiplyOut(factorsOf(row), products);
    for (let index = 0; index < choices; index++) mean[index]! += products[index]! / rows.length;
  }
  return mean;
}

/**
 * The game of a product of factors, each of one player's input: what a coalition C is worth is the product of the
 * factors of C at the given row, times the mean over background rows of the product of the others. That mean
 * does not depend on the given row, so it is computed once.
 *
 * @returns the worth of every coalition; the array is written anew by the next call
 */
export function productGame(factors: Factor[], background: Float64Array[]): (encoded: Float64Array) => Game {
  const coalitions = 1 << factors.length;
  const choicesOf = (row: Float64Array) => factors.map((factor) => [1, factor(row)]);
  // A coalition and those outside it stand at mirrored positions.
  const unknown = meanProducts(background, choicesOf, coalitions).reverse();
  const worth = new Float64Array(coalitions);
  const choices = factors.map(() => [1, 1]);
  return (encoded) => {
    for (let player = 0; player < factors.length; player++) choices[player]![1] = factors[player]!(encoded);
    multiplyOut(choices, worth);
    for (let coalition = 0; coalition < coalitions; coalition++) worth[coalition]! *= unknown[coalition]!;
    return worth;
  };
}
