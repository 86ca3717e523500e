const encoder = new TextEncoder();
/** Buckets to begin with, and words for each bucket before there are four times as many. */
const BUCKETS = 256;
const WORDS_FOR_EACH = 2;
/** Bytes at either end of a word that its hash is made of. */
const HASHED = 32;

/** Finds words by their bytes, so that no string is made for a cell that holds one of some. */
export class Words {
  /** Words by the hash of their bytes, which is the same for few if any. */
  private buckets: { bytes: Uint8Array; code: number }[][] = emptyBuckets(BUCKETS);
  private count = 0;

  add(word: string, code: number): void {
    if (++this.count > WORDS_FOR_EACH * this.buckets.length) this.grow();
    this.put({ bytes: encoder.encode(word), code });
  }

  /** The code of the word between two positions, or −1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const bucket = this.buckets[hashOf(bytes, start, end) & (this.buckets.length - 1)]!;
    for (let index = 0; index < bucket.length; index++) {
      const word = bucket[index]!;
      if (isAt(word.bytes, bytes, start, end)) return word.code;
    }
    return -1;
  }

  private put(word: { bytes: Uint8Array; code: number }): void {
    this.buckets[hashOf(word.bytes, 0, word.bytes.length) & (this.buckets.length - 1)]!.push(word);
  }

  private grow(): void {
    const words = this.buckets.flat();
    this.buckets = emptyBuckets(4 * this.buckets.length);
    for (const word of words) this.put(word);
  }
}

const emptyBuckets = (count: number): { bytes: Uint8Array; code: number }[][] =>
  Array.from({ length: count }, () => []);

/** FNV-1a over the first and the last bytes, since names often begin alike; source: Fowler, Noll & Vo. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  const first = Math.min(end, start + HASHED);
  for (let at = start; at < first; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  for (let at = Math.max(first, end - HASHED); at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) if (word[index] !== bytes[start + index]) return false;
  return true;
}
