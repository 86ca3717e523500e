import type { Summand } from "./summands";
import type { Game } from "../model/explain/shapley";

/**
 * The game of a column whose inputs meet in a sum or inside a function: what a coalition is worth is the mean over
 * mixtures of the row asked about and each background row. The mean over background rows needs only the inputs outside the coalition, so rows
 * that agree on those are taken together: with "area / bedrooms" and area known, a handful of bedroom counts
 * stand for all rows. A mixture for which the column is undefined is left out of the mean.
 *
 * @returns the worth of every coalition; the array is written anew by the next call
 */
export function mixtureGame(
  column: Pick<Summand, "inputs" | "evaluate">,
  background: Float64Array[],
): (encoded: Float64Array) => Game {
  const players = column.inputs;
  const full = (1 << players.length) - 1;
  const hiddenRows = Array.from({ length: full }, (_, coalition) => {
    const hidden = players.filter((_, player) => !(coalition & (1 << player)));
    const groups = new Map<string, { values: number[]; rows: number }>();
    for (const row of background) {
      const values = hidden.map((input) => row[input]!);
      const group = groups.get(values.join());
      if (group) group.rows++;
      else groups.set(values.join(), { values, rows: 1 });
    }
    return { hidden, groups: [...groups.values()] };
  });
  const mean = (mixture: Float64Array, coalition: number, fallback: number): number => {
    const { hidden, groups } = hiddenRows[coalition]!;
    let sum = 0;
    let rows = 0;
    for (const group of groups) {
      for (let index = 0; index < hidden.length; index++) mixture[hidden[index]!] = group.values[index]!;
      const value = column.evaluate(mixture);
      if (!Number.isFinite(value)) continue;
      sum += value * group.rows;
      rows += group.rows;
    }
    return rows > 0 ? sum / rows : fallback;
  };
  const nothingKnown = mean(Float64Array.from(background[0]!), 0, 0);
  const mixture = new Float64Array(background[0]!.length);
  const worth = new Float64Array(full + 1);

  return (encoded) => {
    worth[0] = nothingKnown;
    worth[full] = column.evaluate(encoded);
    for (let coalition = 1; coalition < full; coalition++) {
      mixture.set(encoded);
      worth[coalition] = mean(mixture, coalition, nothingKnown);
    }
    return worth;
  };
}
