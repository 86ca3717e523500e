import { mean } from "simple-statistics";
import { gaussLegendre } from "../math/gauss-legendre";
import type { Explanation } from "../model/predictor";

/** A part of a sum, of a group of inputs that meet in terms. */
export interface GroupPart {
  /** Positions of the group's raw inputs. */
  inputs: number[];
  /** Its value for an encoded row. */
  evaluate: (encoded: ArrayLike<number>) => number;
}

/** Values of parts that one explanation takes: about five milliseconds of them. */
const MOST_VALUES = 200_000;

/**
 * Contributions to the square of a sum of parts, each of one group of inputs.
 *
 * Against one background row the game is v(S) = (c + Σ_g f_g(S))², with f_g(S) the group's part where its inputs in S are as
 * asked and the others as in the row. Multiplied out, it is c², for each group the game 2c f_g + f_g², and for each two
 * groups 2 f_g f_h. Where every input is known with probability t, independently, the expected worth of a part is F_g(t),
 * and the Shapley value of an input i is its expected marginal contribution (Owen 1972, see `addOwenValues`):
 *
 *   φᵢ = ∫₀¹ Mᵢ[2c f_g + f_g²](t) + 2 Mᵢ[f_g](t) Σ_{h≠g} F_h(t) dt,
 *
 * with Mᵢ[f](t) = Σ_{T ⊆ g∖i} t^|T| (1 − t)^(|g|−1−|T|) (f(T ∪ i) − f(T)): a polynomial that few Gauss–Legendre nodes
 * integrate exactly. For inputs that act alone, with aᵢ the part as asked and bᵢ as in the row, one node is enough:
 * φᵢ = (aᵢ − bᵢ)(2c + Σⱼ (aⱼ + bⱼ)).
 */
export function explainSquare(groups: GroupPart[], constant: number, all: Float64Array[]): Explanation {
  const background = rowsInTime(groups, all);
  const unknown = background.map((row) => Float64Array.from(groups, ({ evaluate }) => evaluate(row)));
  const largest = Math.max(...groups.map(({ inputs }) => inputs.length));
  const { nodes, weights } = gaussLegendre(largest);
  const measures = groups.map(({ inputs }) => measuresOf(inputs.length, nodes));
  const worths = groups.map(({ inputs }) => new Float64Array(1 << inputs.length));
  const mixture = new Float64Array(all[0]!.length);

  /** Set the values of a part for every coalition of its inputs, the others as they are in a background row. */
  const mix = (encoded: Float64Array, row: number, group: number, known: number) => {
    const { inputs, evaluate } = groups[group]!;
    const into = worths[group]!;
    const none = unknown[row]![group]!;
    into[0] = none;
    for (let coalition = 1; coalition < into.length; coalition++) {
      let value = known;
      if (coalition < into.length - 1) {
        mixture.set(background[row]!);
        for (let player = 0; player < inputs.length; player++) {
          if (coalition & (1 << player)) mixture[inputs[player]!] = encoded[inputs[player]!]!;
        }
        value = evaluate(mixture);
      }
      // Where a mixture is undefined, nothing is learned from it.
      into[coalition] = Number.isFinite(value) ? value : none;
    }
  };

  return {
    rows: background.length,
    baseline: mean(unknown.map((parts) => parts.reduce((sum, part) => sum + part, constant) ** 2)),
    contributions(encoded) {
      const amounts = new Float64Array(encoded.length);
      const known = groups.map(({ evaluate }) => evaluate(encoded));
      const expected = new Float64Array(groups.length);
      for (let row = 0; row < background.length; row++) {
        for (let group = 0; group < groups.length; group++) mix(encoded, row, group, known[group]!);
        for (let node = 0; node < nodes.length; node++) {
          let sum = 2 * constant;
          for (let group = 0; group < groups.length; group++) {
            sum += 2 * (expected[group] = dot(measures[group]![node]!.all, worths[group]!));
          }
          const weight = weights[node]! / background.length;
          for (let group = 0; group < groups.length; group++) {
            const others = sum - 2 * expected[group]!;
            const { inputs } = groups[group]!;
            const { without } = measures[group]![node]!;
            for (let player = 0; player < inputs.length; player++) {
              amounts[inputs[player]!]! += weight * marginal(worths[group]!, without, player, others);
            }
          }
        }
      }
      return amounts;
    },
  };
}

/** The expected change of others · f + f² by a player of a group. */
function marginal(worths: Float64Array, without: Float64Array, player: number, others: number): number {
  const bit = 1 << player;
  let sum = 0;
  for (let coalition = 0; coalition < worths.length; coalition++) {
    if (coalition & bit) continue;
    const [before, after] = [worths[coalition]!, worths[coalition | bit]!];
    sum += without[coalition]! * (after - before) * (others + before + after);
  }
  return sum;
}

/** How probable each coalition of a group is at each node: among all of its inputs, and among all but one outside it. */
function measuresOf(size: number, nodes: ArrayLike<number>): { all: Float64Array; without: Float64Array }[] {
  const sizes = new Uint8Array(1 << size);
  for (let coalition = 1; coalition < sizes.length; coalition++)
    sizes[coalition] = sizes[coalition >> 1]! + (coalition & 1);
  const chances = (t: number, of: number) => Float64Array.from(sizes, (known) => t ** known * (1 - t) ** (of - known));
  return Array.from(nodes, (t) => ({ all: chances(t, size), without: chances(t, size - 1) }));
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < x.length; index++) sum += x[index]! * y[index]!;
  return sum;
}

/** As many background rows, evenly spread over them, as an explanation can go through in time. */
function rowsInTime(groups: GroupPart[], background: Float64Array[]): Float64Array[] {
  const values = groups.reduce((sum, { inputs }) => sum + 2 ** inputs.length * inputs.length, 0);
  const count = Math.min(background.length, Math.max(1, Math.floor(MOST_VALUES / values)));
  return Array.from({ length: count }, (_, index) => background[Math.floor((index * background.length) / count)]!);
}
