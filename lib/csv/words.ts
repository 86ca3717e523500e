const encoder = new TextEncoder();
const BUCKETS = 256;

/** Finds words by their bytes, so that no string is made for a cell that holds one of a few. */
export class Words {
  /** Words by the hash of their bytes, which is the same for few if any. */
  private readonly buckets: { bytes: Uint8Array; code: number }[][] = Array.from({ length: BUCKETS }, () => []);

  add(word: string, code: number): void {
    const bytes = encoder.encode(word);
    this.buckets[hashOf(bytes, 0, bytes.length)]!.push({ bytes, code });
  }

  /** The code of the word between two positions, or −1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const bucket = this.buckets[hashOf(bytes, start, end)]!;
    for (let index = 0; index < bucket.length; index++) {
      const word = bucket[index]!;
      if (isAt(word.bytes, bytes, start, end)) return word.code;
    }
    return -1;
  }
}

/** FNV-1a over at most 16 bytes; source: Fowler, Noll & Vo. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end && at < start + 16; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

function isAt(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) if (word[index] !== bytes[start + index]) return false;
  return true;
}
