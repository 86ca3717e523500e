/**
 * A sample of items that come one by one, in bounded memory: up to `size` all of them, and of more each with the same
 * chance, size / seen.
 *
 * Source: Vitter (1985), "Random sampling with a reservoir", ACM Transactions on Mathematical Software 11, 37–57,
 * algorithm R.
 */
export class Reservoir<Item> {
  private items: Item[] = [];
  private seen = 0;

  /** @param random gives numbers from 0 to below 1, each as likely as any other */
  constructor(
    private readonly size: number,
    private readonly random = Math.random,
  ) {}

  get length(): number {
    return this.items.length;
  }

  /** @param make makes the item; it is called only for one that is kept */
  offer(make: () => Item): void {
    const place = this.next();
    if (place !== undefined) this.put(place, make());
  }

  /** Count an item in. Gives the place to `put` it at, where it is kept. */
  next(): number | undefined {
    const place = this.seen++ < this.size ? this.items.length : Math.floor(this.random() * this.seen);
    return place < this.size ? place : undefined;
  }

  /** Keep an item at the place that `next` gave for it. */
  put(place: number, item: Item): void {
    this.items[place] = item;
  }

  /** The sample, with how many each item stands for: together as many as were seen. The next sample begins empty. */
  take(): { items: Item[]; weight: number } {
    const { items, seen } = this;
    this.items = [];
    this.seen = 0;
    return { items, weight: items.length === 0 ? 1 : seen / items.length };
  }
}
