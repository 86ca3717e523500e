/** Things that come one at a time, to be taken in their order; null is behind the last. */
export class Mailbox<Item> implements AsyncIterable<Item> {
  private readonly items: (Item | null)[] = [];
  private wake: (() => void) | undefined;
  private isClosed = false;

  /** @param taken says that an item was taken, or the end: the next may come */
  constructor(private readonly taken: () => void) {}

  put(item: Item | null): void {
    this.items.push(item);
    this.wake?.();
  }

  /** Nothing comes any more, also where the end has not come. */
  close(): void {
    this.isClosed = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for (;;) {
      const item = this.items.shift();
      if (item === undefined) {
        if (this.isClosed) throw new Error("what was to come will not come");
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      if (item !== null) yield item;
      this.taken();
      if (item === null) return;
    }
  }
}
