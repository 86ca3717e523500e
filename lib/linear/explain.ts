import { SpecError, type Spec } from "../model/spec";
import { compileDesign, type Column } from "./columns";
import { mixtureGame } from "./mixture-game";
import { meanProducts, productGame } from "../model/explain/product-game";
import { shapleyValues, type Game } from "../model/explain/shapley";
import type { Explanation } from "../model/predictor";

/** Contributions to a sum of terms: each column's game on its own, times its coefficient. */
function explainSum(columns: Column[], coefficients: Float64Array, background: Float64Array[]): Explanation {
  const games = columns.map((column) =>
    column.factors ? productGame(column.factors, background) : mixtureGame(column, background),
  );
  const shares = columns.map(({ inputs }) => new Float64Array(inputs.length));
  const anyRow = background[0]!;
  const baseline = games.reduce(
    (sum, game, index) => sum + coefficients[index + 1]! * game(anyRow)[0]!,
    coefficients[0]!,
  );
  return {
    baseline,
    contributions(encoded) {
      const amounts = new Float64Array(encoded.length);
      for (let index = 0; index < columns.length; index++) {
        const { inputs } = columns[index]!;
        const values = shapleyValues(games[index]!(encoded), inputs.length, shares[index]);
        for (let player = 0; player < inputs.length; player++) {
          amounts[inputs[player]!]! += coefficients[index + 1]! * values[player]!;
        }
      }
      return amounts;
    },
  };
}

/** Inputs that meet in a column stand in one group; columns of different groups never share an input. */
function groupInputs(columns: Column[]): { inputs: number[]; columns: number[] }[] {
  let groups: { inputs: number[]; columns: number[] }[] = [];
  columns.forEach((column, index) => {
    const touched = groups.filter((group) => group.inputs.some((input) => column.inputs.includes(input)));
    const merged = {
      inputs: [...new Set([...touched.flatMap((group) => group.inputs), ...column.inputs])],
      columns: [...touched.flatMap((group) => group.columns), index],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  });
  return groups;
}

/**
 * Contributions to the exponential of a sum of terms, in the target's unit.
 *
 * exp(β₀ + Σ …) is a product of one factor for each group of inputs that meet in terms. Where every group is a
 * single input, this is the game of a product; otherwise the background rows are gone through for each row asked
 * about.
 */
function explainExponential(columns: Column[], coefficients: Float64Array, background: Float64Array[]): Explanation {
  const groups = groupInputs(columns);
  const players = groups.flatMap((group) => group.inputs);
  const factors = groups.map((group) => (encoded: ArrayLike<number>) => {
    let exponent = 0;
    for (const index of group.columns) exponent += coefficients[index + 1]! * columns[index]!.evaluate(encoded);
    return Math.exp(exponent);
  });
  /** A group's factor for every coalition of its inputs, the others as they are in a background row. */
  const mixedFactors = (encoded: Float64Array, row: Float64Array) =>
    groups.map(({ inputs }, group) =>
      Array.from({ length: 1 << inputs.length }, (_, coalition) => {
        const mixture = Float64Array.from(row);
        inputs.forEach((input, player) => {
          if (coalition & (1 << player)) mixture[input] = encoded[input]!;
        });
        const value = factors[group]!(mixture);
        // As for a single column: where a mixture is undefined, nothing is learned from it.
        return Number.isFinite(value) ? value : factors[group]!(row);
      }),
    );
  const game: (encoded: Float64Array) => Game =
    groups.length === players.length
      ? productGame(factors, background)
      : (encoded) => meanProducts(background, (row) => mixedFactors(encoded, row), 1 << players.length);

  const scale = Math.exp(coefficients[0]!);
  return {
    baseline: scale * game(background[0]!)[0]!,
    contributions(encoded) {
      const amounts = new Float64Array(encoded.length);
      shapleyValues(game(encoded), players.length).forEach(
        (value, player) => (amounts[players[player]!] = scale * value),
      );
      return amounts;
    },
  };
}

/**
 * How an estimate comes about, input by input.
 *
 * A contribution is the exact Shapley value of a raw input: who knows none of the inputs would say the mean
 * estimate over the background rows; who learns them one by one changes their mind each time, and the Shapley
 * value of an input is its change averaged over every order of learning. With a coalition C known, the expected
 * estimate is v(C) = mean over background rows b of f(x on C, b elsewhere).
 *
 * It is exact because it is done term by term: Shapley values are linear in the game, and a term depends on few
 * inputs. "Area per bedroom" so counts for area and for bedrooms, which is what the person entered.
 *
 * Source: Shapley (1953), "A value for n-person games"; Štrumbelj and Kononenko (2014), Knowledge and
 * Information Systems 41, 647–665.
 */
export function compileExplanation(spec: Spec, background: Float64Array[], coefficients: Float64Array): Explanation {
  const { columns } = compileDesign(spec);
  const explain = spec.target.transform === "log" ? explainExponential : explainSum;
  return explain(columns, coefficients, background);
}

/** Exact Shapley values need 2^k evaluations for k inputs that act together; these limits keep that instant. */
const MOST_INPUTS_OF_A_TERM = 8;
const MOST_INPUTS_OF_A_LOG_TARGET = 16;

/** @throws SpecError where a linear model of this description cannot be explained in time */
export function checkExplainable(spec: Spec): void {
  for (const { name, inputs } of compileDesign(spec).columns) {
    if (inputs.length > MOST_INPUTS_OF_A_TERM) {
      throw new SpecError(`terms: ${name} must depend on at most ${MOST_INPUTS_OF_A_TERM} inputs`);
    }
  }
  if (spec.target.transform === "log" && spec.inputs.length > MOST_INPUTS_OF_A_LOG_TARGET) {
    throw new SpecError(`inputs: a model with a log target must have at most ${MOST_INPUTS_OF_A_LOG_TARGET}`);
  }
}
