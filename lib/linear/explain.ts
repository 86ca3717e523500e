import { mean } from "simple-statistics";
import { compileReading } from "../model/reading";
import { SpecError, type Spec } from "../model/spec";
import { parseTerm } from "../model/terms";
import { compileDesign } from "./columns";
import type { Coding } from "../model/predictor";
import { mixtureGame } from "./mixture-game";
import { explainSquare, type GroupPart } from "./square-game";
import { productGame } from "../model/explain/product-game";
import { summandsOf, type Summand } from "./summands";
import { addOwenValues } from "../model/explain/owen";
import { shapleyValues } from "../model/explain/shapley";
import type { Explanation } from "../model/predictor";

/** Contributions to a sum of terms: each term's game on its own. */
function explainSum(summands: Summand[], intercept: number, background: Float64Array[]): Explanation {
  const games = summands.map((summand) =>
    summand.factors ? productGame(summand.factors, background) : mixtureGame(summand, background),
  );
  const shares = summands.map(({ inputs }) => new Float64Array(inputs.length));
  const anyRow = background[0]!;
  const baseline = games.reduce((sum, game, index) => sum + summands[index]!.weight * game(anyRow)[0]!, intercept);
  return {
    rows: background.length,
    baseline,
    contributions(encoded) {
      const amounts = new Float64Array(encoded.length);
      for (let index = 0; index < summands.length; index++) {
        const { inputs, weight } = summands[index]!;
        const values = shapleyValues(games[index]!(encoded), inputs.length, shares[index]);
        for (let player = 0; player < inputs.length; player++) {
          amounts[inputs[player]!]! += weight * values[player]!;
        }
      }
      return amounts;
    },
  };
}

/** Inputs that meet in a term stand in one group; terms of different groups never share an input. */
function groupInputs(terms: { inputs: number[] }[]): { inputs: number[]; terms: number[] }[] {
  let groups: { inputs: number[]; terms: number[] }[] = [];
  terms.forEach((term, index) => {
    const touched = groups.filter((group) => group.inputs.some((input) => term.inputs.includes(input)));
    const merged = {
      inputs: [...new Set([...touched.flatMap((group) => group.inputs), ...term.inputs])],
      terms: [...touched.flatMap((group) => group.terms), index],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), merged];
  });
  return groups;
}

/** The sum of the terms of each group of inputs that meet. */
function partsOf(summands: Summand[]): GroupPart[] {
  return groupInputs(summands).map((group) => ({
    inputs: group.inputs,
    evaluate(encoded) {
      let sum = 0;
      for (const index of group.terms) sum += summands[index]!.weight * summands[index]!.evaluate(encoded);
      return sum;
    },
  }));
}

/**
 * Contributions to the exponential of a sum of terms, in the target's unit.
 *
 * exp(β₀ + Σ …) is a product of one factor for each group of inputs that meet in terms. Of a few inputs that act alone,
 * what every coalition is worth is listed, since its part over the background rows is the same for every row; of others
 * the integral of `addOwenValues` is taken for each background row.
 */
function explainExponential(summands: Summand[], intercept: number, background: Float64Array[]): Explanation {
  const groups = partsOf(summands);
  const players = groups.flatMap((group) => group.inputs);
  const exponents = groups.map(({ evaluate }) => evaluate);
  const areAlone = groups.length === players.length;
  return areAlone && players.length <= MOST_LISTED
    ? explainByList(exponents, players, intercept, background)
    : explainByIntegral(groups, exponents, intercept, rowsInTime(background, players.length));
}

type Exponent = (encoded: ArrayLike<number>) => number;

function explainByList(
  exponents: Exponent[],
  players: number[],
  intercept: number,
  background: Float64Array[],
): Explanation {
  const scale = Math.exp(intercept);
  const game = productGame(
    exponents.map((exponent) => (encoded) => Math.exp(exponent(encoded))),
    background,
  );
  return {
    rows: background.length,
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

/** Inputs up to which listing all 2ᵏ coalitions is fast. */
const MOST_LISTED = 16;
/** Factors that one explanation takes: about five milliseconds of them. */
const MOST_FACTORS = 700_000;

/** As many background rows, evenly spread over them, as the integral can be taken for in time. */
function rowsInTime(background: Float64Array[], players: number): Float64Array[] {
  const most = Math.max(1, Math.floor(MOST_FACTORS / (players * Math.ceil(players / 2))));
  const step = Math.max(1, background.length / most);
  const count = Math.min(background.length, most);
  return Array.from({ length: count }, (_, index) => background[Math.floor(index * step)]!);
}

function explainByIntegral(
  groups: { inputs: number[] }[],
  exponents: Exponent[],
  intercept: number,
  background: Float64Array[],
): Explanation {
  const players = groups.flatMap(({ inputs }) => inputs);
  const unknown = background.map((row) => Float64Array.from(exponents, (exponent) => exponent(row)));
  const estimates = unknown.map((each) => Math.exp(each.reduce((sum, exponent) => sum + exponent, intercept)));
  const worths = groups.map(({ inputs }) => new Float64Array(1 << inputs.length).fill(1));
  const mixture = new Float64Array(background[0]!.length);
  const values = new Float64Array(players.length);

  /** Set the factors of a group for every coalition of its inputs, the others as they are in a background row. */
  const mix = (encoded: Float64Array, row: number, group: number, known: number) => {
    const { inputs } = groups[group]!;
    const into = worths[group]!;
    for (let coalition = 1; coalition < into.length; coalition++) {
      let exponent = known;
      if (coalition < into.length - 1) {
        mixture.set(background[row]!);
        for (let player = 0; player < inputs.length; player++) {
          if (coalition & (1 << player)) mixture[inputs[player]!] = encoded[inputs[player]!]!;
        }
        exponent = exponents[group]!(mixture);
      }
      const share = Math.exp(exponent - unknown[row]![group]!);
      // As for a single column: where a mixture is undefined, nothing is learned from it.
      into[coalition] = Number.isFinite(share) ? share : 1;
    }
  };

  return {
    rows: background.length,
    baseline: mean(estimates),
    contributions(encoded) {
      const known = exponents.map((exponent) => exponent(encoded));
      values.fill(0);
      for (let row = 0; row < background.length; row++) {
        for (let group = 0; group < groups.length; group++) mix(encoded, row, group, known[group]!);
        addOwenValues(worths, estimates[row]! / background.length, values);
      }
      const amounts = new Float64Array(encoded.length);
      values.forEach((value, player) => (amounts[players[player]!] = value));
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
export function compileExplanation(
  spec: Spec,
  background: Float64Array[],
  coefficients: Float64Array,
  coding?: Coding,
): Explanation {
  const design = compileDesign(spec, coding);
  const summands = summandsOf(design, coefficients);
  const intercept = design.intercept ? coefficients[0]! : 0;
  switch (spec.target.transform) {
    case "identity":
      return explainSum(summands, intercept, background);
    case "log":
      return explainExponential(summands, intercept, background);
    case "log1p": {
      // It is 1 less for every coalition, so every change is the same.
      const explanation = explainExponential(summands, intercept, background);
      return { ...explanation, baseline: explanation.baseline - 1 };
    }
    case "sqrt":
      return explainSquare(partsOf(summands), intercept, background);
  }
}

/** Exact Shapley values need 2^k evaluations for k inputs that meet in terms; these limits keep that instant. */
const MOST_INPUTS_OF_A_TERM = 8;
const MOST_INPUTS_THAT_MEET = 12;

/** @throws SpecError where a linear model of this description cannot be explained in time */
export function checkExplainable(spec: Spec): void {
  const reason = whyUnexplained(spec, termsOf(spec));
  if (reason !== undefined) throw new SpecError(reason);
}

/** Whether a model can be explained in time, which is not sure where its predictor brings columns of its own. */
export function isExplainable(spec: Spec, coding: Coding | undefined): boolean {
  if (!coding?.own) return true;
  const terms = compileDesign(spec, coding).blocks.map(({ term, inputs }) => ({ name: term.text, inputs }));
  return whyUnexplained(spec, terms) === undefined;
}

function whyUnexplained({ inputs, target }: Spec, terms: { name: string; inputs: number[] }[]): string | undefined {
  const large = terms.find((term) => term.inputs.length > MOST_INPUTS_OF_A_TERM);
  if (large) return `terms: ${large.name} must depend on at most ${MOST_INPUTS_OF_A_TERM} inputs`;
  const { transform } = target;
  if (transform === "identity") return undefined;
  const meeting = groupInputs(terms).find((group) => group.inputs.length > MOST_INPUTS_THAT_MEET);
  if (!meeting) return undefined;
  const names = [...meeting.inputs].sort((a, b) => a - b).map((input) => inputs[input]!.name);
  return `terms: with a ${transform} target, at most ${MOST_INPUTS_THAT_MEET} inputs may be linked by terms that they share; ${names.join(", ")} are`;
}

/** The inputs of each term, without its columns: before the levels of a table are counted, they can be too many. */
function termsOf(spec: Spec): { name: string; inputs: number[] }[] {
  const computed = new Map(compileReading(spec).terms.map(({ name, inputs }) => [name, inputs]));
  return spec.terms.map((name) => {
    const categories = parseTerm(spec, name).categories.map((category) => {
      return spec.inputs.findIndex((input) => input.name === category);
    });
    return { name, inputs: [...new Set([...categories, ...(computed.get(name) ?? [])])] };
  });
}
