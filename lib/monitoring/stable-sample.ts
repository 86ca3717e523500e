/**
 * A sample of items with names that come one by one, in bounded memory: those whose names have the smallest hashes, all
 * of them where there are few. The same items give the same sample, so that figures do not change from one look to the
 * next; each name is as likely to be in it as any other.
 */
export class StableSample<Item> {
  items: Item[] = [];
  /** Of the items, in their order. */
  private hashes: number[] = [];
  private limit = 2 ** 32;

  /** @param most how many are kept; where there are more, at least about half as many are */
  constructor(private readonly most: number) {}

  /** @param make makes the item; it is called only for one that is kept */
  offer(name: string, make: () => Item): void {
    const hash = hashOf(name);
    if (hash >= this.limit) return;
    this.items.push(make());
    this.hashes.push(hash);
    while (this.items.length > this.most) {
      this.limit /= 2;
      this.items = this.items.filter((_, index) => this.hashes[index]! < this.limit);
      this.hashes = this.hashes.filter((each) => each < this.limit);
    }
  }
}

/** FNV-1a, and what MurmurHash3 ends with, since names that are alike would have like hashes without. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
