import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from "./dialect";

const FIELD_START = 0;
const UNQUOTED = 1;
const QUOTED = 2;
/** After a quote inside of quotes: the first of two, or the closing one. */
const QUOTE_SEEN = 3;

/**
 * Finds where records end in bytes that come piece by piece. A quote opens only at the start of a field, as
 * RFC 4180 has it; anywhere else it is a character like others. `RecordReader` goes by the same rules.
 */
export class RecordScan {
  private state = FIELD_START;
  private last = 0;

  /** @param delimiters the one to three bytes after which a field starts */
  constructor(private readonly delimiters: readonly number[]) {}

  /** Whether the bytes so far end inside of quotes. */
  get open(): boolean {
    return this.state === QUOTED;
  }

  /**
   * Go on from `from` to `to`.
   *
   * @returns the position behind the last end of a record in there, or −1. A carriage return is known to be an end
   *   only with the byte after it, which may be a line feed that belongs to it.
   */
  lastEnd(bytes: Uint8Array, from: number, to: number): number {
    if (this.state < QUOTED && this.last !== CARRIAGE_RETURN) {
      const found = this.skim(bytes.subarray(from, to));
      if (found !== undefined) return found < 0 ? -1 : from + found;
    }
    return this.scan(bytes, from, to, false);
  }

  /** The position behind the first end of a record, or −1; nothing can be scanned after it. */
  firstEnd(bytes: Uint8Array, from: number, to: number): number {
    return this.scan(bytes, from, to, true);
  }

  private scan(bytes: Uint8Array, from: number, to: number, first: boolean): number {
    const [one, two = one, three = one] = this.delimiters;
    let { state, last } = this;
    let end = -1;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (state === QUOTED) {
        if (byte === QUOTE) state = QUOTE_SEEN;
      } else {
        if (byte === LINE_FEED) end = at + 1;
        else if (last === CARRIAGE_RETURN) end = at;
        if (first && end >= 0) return end;
        if (byte === QUOTE) state = state === UNQUOTED ? UNQUOTED : QUOTED;
        else {
          const starts =
            byte === one || byte === two || byte === three || byte === LINE_FEED || byte === CARRIAGE_RETURN;
          state = starts ? FIELD_START : UNQUOTED;
        }
      }
      last = byte;
    }
    this.state = state;
    this.last = last;
    return end;
  }

  /** The last end in bytes without any quote, at the speed of a search; undefined where they must be scanned. */
  private skim(bytes: Uint8Array): number | undefined {
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (bytes.length === 0 || bytes.indexOf(CARRIAGE_RETURN, end) >= 0 || bytes.includes(QUOTE)) return undefined;
    this.last = bytes[bytes.length - 1]!;
    this.state = this.last === LINE_FEED || this.delimiters.includes(this.last) ? FIELD_START : UNQUOTED;
    return end === 0 ? -1 : end;
  }
}
