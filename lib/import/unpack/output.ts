import type { Budget } from "../pickle/limits";

/** What a compressed file unpacks to. The budget bounds it before a buffer is made; see `Budget.unpackedLeft`. */
export class Output {
  bytes: Uint8Array;
  length = 0;

  /**
   * @param packed bytes that it is unpacked of
   * @param most bytes that this kind of file may unpack to
   * @throws ImportError where nothing packs so badly that it could be less
   */
  constructor(
    private readonly budget: Budget,
    packed: number,
    private readonly most: number,
  ) {
    this.announce(packed / 1.1);
    this.bytes = new Uint8Array(Math.min(1 << 16, budget.unpackedLeft(most)));
  }

  /** Refuse a file by the size that it says it has. A file may lie: what it unpacks to is counted all the same. */
  announce(size: number): void {
    const left = this.budget.unpackedLeft(this.most);
    if (size > left) throw this.budget.unpacksTooFar(left);
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  /** The same byte so many times. */
  fill(byte: number, count: number): void {
    if (this.length + count > this.bytes.length) this.grow(count);
    this.bytes.fill(byte, this.length, (this.length += count));
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Repeat what lies so far back, as often as it takes. */
  copy(distance: number, count: number): void {
    if (this.length + count > this.bytes.length) this.grow(count);
    const { bytes } = this;
    const end = this.length + count;
    for (let at = this.length; at < end; at++) bytes[at] = bytes[at - distance]!;
    this.length = end;
  }

  /** What is there so far. */
  get unpacked(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** All bytes, counted by the budget. */
  finish(): Uint8Array {
    this.budget.addUnpacked(this.length);
    return this.unpacked;
  }

  private grow(count: number): void {
    const needed = this.length + count;
    this.announce(needed);
    const doubled = Math.min(2 * this.bytes.length, this.budget.unpackedLeft(this.most));
    const larger = new Uint8Array(Math.max(needed, doubled));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
