/** What a coalition of players is worth; bit i of the position stands for player i. */
export type Game = ArrayLike<number>;

const sharesOfOrders: Float64Array[] = [];

/**
 * For every coalition, the share of the players! orders in which just its members come before a given other player:
 * c! (players − c − 1)! / players! for a coalition of c. It is the same for all games of as many players.
 */
function shareOfOrders(players: number): Float64Array {
  const bySize = new Float64Array(players + 1);
  bySize[0] = 1 / players;
  for (let size = 1; size < players; size++) bySize[size] = (bySize[size - 1]! * size) / (players - size);
  const sizes = new Uint8Array(1 << players);
  for (let coalition = 1; coalition < sizes.length; coalition++)
    sizes[coalition] = sizes[coalition >> 1]! + (coalition & 1);
  return Float64Array.from(sizes, (size) => bySize[size]!);
}

/**
 * Exact Shapley values of a game of `players`, from the worth of all 2^players coalitions.
 *
 * @param values where to write them, for callers that ask often
 */
export function shapleyValues(
  worth: Game,
  players: number,
  values: Float64Array = new Float64Array(players),
): Float64Array {
  const shares = (sharesOfOrders[players] ??= shareOfOrders(players));
  for (let player = 0; player < players; player++) {
    // The coalitions without the player come in runs, and after each run the same ones with the player.
    const run = 1 << player;
    let value = 0;
    for (let start = 0; start < shares.length; start += 2 * run) {
      for (let coalition = start; coalition < start + run; coalition++)
        value += shares[coalition]! * (worth[coalition + run]! - worth[coalition]!);
    }
    values[player] = value;
  }
  return values;
}
