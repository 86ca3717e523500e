/** The levels of a category by their text, however it is typed. */
interface Index {
  exact: Map<string, number>;
  /** By `fold`; −1 where several levels are the same so. */
  folded: Map<string, number>;
  /** By the number that they are, if they are one; −1 where several are the same. */
  numbers: Map<number, number>;
}

/** A text without what people type differently: the form of its accents, its case, and how many spaces there are. */
export function foldText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

const indexes = new WeakMap<readonly string[], Index>();

function indexOf(levels: readonly string[]): Index {
  let index = indexes.get(levels);
  if (!index) {
    index = { exact: new Map(), folded: new Map(), numbers: new Map() };
    for (let code = 0; code < levels.length; code++) {
      const level = levels[code]!;
      if (!index.exact.has(level)) index.exact.set(level, code);
      note(index.folded, foldText(level), code);
      const number = numberIn(level);
      if (number !== null) note(index.numbers, number, code);
    }
    indexes.set(levels, index);
  }
  return index;
}

function note<Key>(codes: Map<Key, number>, key: Key, code: number): void {
  codes.set(key, codes.has(key) ? -1 : code);
}

/** The number that a text is, written in digits with a point at most: "1.0" is 1. */
function numberIn(text: string): number | null {
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text.trim()) ? Number(text) + 0 : null;
}

/**
 * The code of the level that a text or a number from outside means, or −1: the one of exactly this text, or else the only
 * one that is the same but for the form of its accents, its case and its spaces, or else the only one that is the same
 * number, as "1.0" and the number 1 are the level "1".
 */
export function findLevel(levels: readonly string[], sent: string | number): number {
  const index = indexOf(levels);
  if (typeof sent === "string") {
    const exact = index.exact.get(sent);
    if (exact !== undefined) return exact;
    const folded = index.folded.get(foldText(sent));
    if (folded !== undefined) return folded;
  }
  const number = typeof sent === "number" ? sent + 0 : numberIn(sent);
  return (number === null ? undefined : index.numbers.get(number)) ?? -1;
}
