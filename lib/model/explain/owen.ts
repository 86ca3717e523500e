import { gaussLegendre } from "../../math/gauss-legendre";

/**
 * The factor of a group of inputs for every coalition of them, in shares of the factor of none of them, so that the first is
 * 1. Bit i of the position stands for the group's input i.
 */
export type GroupWorths = ArrayLike<number>;

/**
 * Adds the Shapley values of the game v(S) = Π over groups g of f_g(S ∩ g): a product of factors, each of one group of
 * inputs. No list of all 2ᵏ coalitions is needed: where every input is known with probability t, independently, the
 * expected worth is the product of F_g(t) = Σ_T t^|T| (1 − t)^(|g| − |T|) f_g(T), and the Shapley value of an input is its
 * expected marginal contribution, integrated over t from 0 to 1. For input i of group g,
 *
 *   φᵢ = ∫₀¹ Σ_{T ⊆ g∖i} t^|T| (1 − t)^(|g|−1−|T|) (f_g(T ∪ i) − f_g(T)) Π_{h≠g} F_h(t) dt,
 *
 * a polynomial of degree k − 1 for k inputs, which ⌈k/2⌉ Gauss–Legendre nodes integrate exactly.
 *
 * Source: Owen, G. (1972), "Multilinear extensions of games", Management Science 18, 64–79.
 *
 * @param groups the factors of each group
 * @param scale the worth of nobody, v(∅), by which the shares are multiplied: a product of many factors would overflow
 *   where a product of shares does not
 * @param out where the values are added, the groups' inputs one after another
 */
export function addOwenValues(groups: GroupWorths[], scale: number, out: Float64Array): void {
  const players = out.length;
  const { nodes, weights } = gaussLegendre(Math.ceil(players / 2));
  const count = groups.length;
  // after[g] is the product over the groups behind g.
  const after = new Float64Array(count + 1).fill(1);
  for (let node = 0; node < nodes.length; node++) {
    const t = nodes[node]!;
    for (let group = count - 1; group >= 0; group--) after[group] = after[group + 1]! * expected(groups[group]!, t);
    let before = scale * weights[node]!;
    let first = 0;
    for (let group = 0; group < count; group++) {
      const worths = groups[group]!;
      const others = before * after[group + 1]!;
      if (worths.length === 2) out[first++]! += others * (worths[1]! - 1);
      else {
        const size = Math.log2(worths.length);
        for (let player = 0; player < size; player++) out[first++]! += others * marginal(worths, player, size, t);
      }
      before *= expected(worths, t);
    }
  }
}

/** F_g(t). */
function expected(worths: GroupWorths, t: number): number {
  if (worths.length === 2) return 1 - t + t * worths[1]!;
  const size = Math.log2(worths.length);
  let sum = 0;
  for (let coalition = 0; coalition < worths.length; coalition++) {
    sum += chance(sizeOf(coalition), size, t) * worths[coalition]!;
  }
  return sum;
}

/** The expected change by a player of a group where each other one is known with probability t. */
function marginal(worths: GroupWorths, player: number, size: number, t: number): number {
  const bit = 1 << player;
  let sum = 0;
  for (let coalition = 0; coalition < worths.length; coalition++) {
    if (coalition & bit) continue;
    sum += chance(sizeOf(coalition), size - 1, t) * (worths[coalition | bit]! - worths[coalition]!);
  }
  return sum;
}

const chance = (known: number, size: number, t: number) => t ** known * (1 - t) ** (size - known);

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) size++;
  return size;
}
