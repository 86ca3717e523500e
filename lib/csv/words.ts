const encoder = new TextEncoder();

/** Finds words by their bytes, so that no string is made for a cell that holds one of a few. */
export class Words {
  /** Words by the hash of their bytes, which is the same for few if any. */
  private readonly buckets = new Map<number, { bytes: Uint8Array; code: number }[]>();

  add(word: string, code: number): void {
    const bytes = encoder.encode(word);
    const hash = hashOf(bytes, 0, bytes.length);
    this.buckets.set(hash, [...(this.buckets.get(hash) ?? []), { bytes, code }]);
  }

  /** The code of the word between two positions, or −1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    for (const word of this.buckets.get(hashOf(bytes, start, end)) ?? []) {
      if (isAt(word.bytes, bytes, start, end)) return word.code;
    }
    return -1;
  }
}

/** FNV-1a over at most 16 bytes; source: Fowler, Noll & Vo. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end && at < start + 16; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

function isAt(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) if (word[index] !== bytes[start + index]) return false;
  return true;
}
