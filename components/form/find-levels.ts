/** Without accents, case and signs of width, as people search. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** The levels that a text is found in: first those that begin with it, then those with a word that does, then the others. */
export function findLevels(levels: readonly string[], text: string): string[] {
  const wanted = plain(text);
  if (wanted === "") return [...levels];
  const ranks: string[][] = [[], [], []];
  for (const level of levels) {
    const place = ` ${plain(level)}`.indexOf(` ${wanted}`);
    if (place === 0) ranks[0]!.push(level);
    else if (place > 0) ranks[1]!.push(level);
    else if (plain(level).includes(wanted)) ranks[2]!.push(level);
  }
  return ranks.flat();
}
