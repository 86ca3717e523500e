import { forwardCrc32 } from "./checksums";
import { damaged } from "./damaged";
import type { Output } from "./output";

const BLOCK = 0x314159265359;
const END = 0x177245385090;
const LONGEST_CODE = 20;
const SHORT = 10;
/** Symbols that share a choice of table. */
const GROUP = 50;

/** Bits of bytes, the most significant one first. */
class Bits {
  private at = 0;
  private held = 0;
  private count = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** The next bits, up to 24 of them, which stay; zeros lie behind the end. */
  peek(count: number): number {
    while (this.count < count) {
      this.held = (this.held << 8) | (this.bytes[this.at++] ?? 0);
      this.count += 8;
    }
    return (this.held >>> (this.count - count)) & ((1 << count) - 1);
  }

  drop(count: number): void {
    this.count -= count;
  }

  take(count: number): number {
    const value = this.peek(count);
    this.count -= count;
    this.checkEnd();
    return value;
  }

  /** @throws ImportError where more bits were taken than there are */
  checkEnd(): void {
    if (this.at * 8 - this.count > this.bytes.length * 8) throw damaged();
  }

  long(): number {
    return this.take(16) * 2 ** 16 + this.take(16);
  }
}

/** A code of Huffman: what short codes stand for; by length, the greatest code and what leads from it to its symbol. */
interface Codes {
  /** For each beginning of SHORT bits, the symbol and the length of its code; 0 where that is longer. */
  short: Uint16Array;
  limits: Int32Array;
  bases: Int32Array;
  symbols: Uint16Array;
}

/**
 * A stream of bzip2: blocks whose bytes are sorted (the transform of Burrows and Wheeler), moved to front and coded by
 * tables of Huffman.
 *
 * Source: the format of bzip2 1.0 as J. Seward's program writes it; M. Burrows and D. J. Wheeler (1994), "A block-sorting
 * lossless data compression algorithm", Digital SRC research report 124.
 *
 * @throws ImportError where it is damaged or unpacks too far
 */
export function unpackBzip2(bytes: Uint8Array, output: Output): void {
  const bits = new Bits(bytes);
  bits.take(24);
  const level = bits.take(8) - 0x30;
  if (level < 1 || level > 9) throw damaged();
  const sorted = new Int32Array(level * 100_000);
  let together = 0;
  for (;;) {
    const mark = bits.take(24) * 2 ** 24 + bits.take(24);
    const checksum = bits.long();
    if (mark === END) {
      if (checksum !== together) throw damaged();
      return;
    }
    if (mark !== BLOCK) throw damaged();
    const start = output.length;
    readBlock(bits, sorted, output);
    if (forwardCrc32(output.bytes.subarray(start, output.length)) !== checksum) throw damaged();
    together = (((together << 1) | (together >>> 31)) ^ checksum) >>> 0;
  }
}

function readBlock(bits: Bits, sorted: Int32Array, output: Output): void {
  // Blocks were shuffled by releases before 0.9.5, of 1999.
  if (bits.take(1) === 1) throw damaged();
  const origin = bits.take(24);
  const bytes = readAlphabet(bits);
  const tableCount = bits.take(3);
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () => readCodes(bits, bytes.length + 2));
  const counts = new Int32Array(256);
  const length = readSymbols(bits, selectors, tables, bytes, counts, sorted);
  if (origin >= length) throw damaged();
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte]!;
    counts[byte] = sum;
    sum += count;
  }
  // The lower eight bits of a place hold its byte, the others the place that comes after it.
  for (let at = 0; at < length; at++) {
    const byte = sorted[at]! & 0xff;
    sorted[counts[byte]!]! |= at << 8;
    counts[byte]!++;
  }
  let place = sorted[origin]! >>> 8;
  let before = -1;
  let run = 0;
  for (let count = 0; count < length; count++) {
    const byte = sorted[place]! & 0xff;
    place = sorted[place]! >>> 8;
    if (run === 4) {
      // After four bytes alike, a byte says how many more follow.
      output.fill(before, byte);
      run = 0;
      before = -1;
      continue;
    }
    run = byte === before ? run + 1 : 1;
    before = byte;
    output.push(byte);
  }
}

/** The bytes that the block has, in order. */
function readAlphabet(bits: Bits): Uint8Array {
  const rows = bits.take(16);
  const bytes: number[] = [];
  for (let row = 0; row < 16; row++) {
    if (!((rows >> (15 - row)) & 1)) continue;
    const columns = bits.take(16);
    for (let column = 0; column < 16; column++) if ((columns >> (15 - column)) & 1) bytes.push(row * 16 + column);
  }
  if (bytes.length === 0) throw damaged();
  return Uint8Array.from(bytes);
}

/** For each group of symbols, the table that codes it. */
function readSelectors(bits: Bits, tableCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.take(15));
  if (tableCount < 2 || tableCount > 6 || selectors.length === 0) throw damaged();
  const order = Uint8Array.from({ length: tableCount }, (_, index) => index);
  for (let index = 0; index < selectors.length; index++) {
    let position = 0;
    while (bits.take(1) === 1) if (++position >= tableCount) throw damaged();
    selectors[index] = moveToFront(order, position);
  }
  return selectors;
}

function readCodes(bits: Bits, count: number): Codes {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > LONGEST_CODE) throw damaged();
      if (bits.take(1) === 0) break;
      length += bits.take(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  const limits = new Int32Array(LONGEST_CODE + 1).fill(-1);
  const bases = new Int32Array(LONGEST_CODE + 1);
  const symbols = new Uint16Array(count);
  const short = new Uint16Array(1 << SHORT);
  let [code, index] = [0, 0];
  for (let each = 1; each <= LONGEST_CODE; each++) {
    bases[each] = index - code;
    for (let symbol = 0; symbol < count; symbol++) {
      if (lengths[symbol] !== each) continue;
      const from = code << (SHORT - each);
      if (each <= SHORT) short.fill((symbol << 4) | each, from, from + (1 << (SHORT - each)));
      symbols[index++] = symbol;
      limits[each] = code++;
    }
    code <<= 1;
  }
  return { short, limits, bases, symbols };
}

function readCode(bits: Bits, { short, limits, bases, symbols }: Codes): number {
  const known = short[bits.peek(SHORT)]!;
  if (known !== 0) {
    bits.drop(known & 15);
    return known >> 4;
  }
  for (let length = SHORT + 1; length <= LONGEST_CODE; length++) {
    const code = bits.peek(length);
    if (code > limits[length]!) continue;
    bits.drop(length);
    return symbols[bases[length]! + code] ?? -1;
  }
  throw damaged();
}

/** The sorted bytes of a block and how many there are; the count of each byte comes in `counts`. */
function readSymbols(
  bits: Bits,
  selectors: Uint8Array,
  tables: Codes[],
  bytes: Uint8Array,
  counts: Int32Array,
  sorted: Int32Array,
): number {
  const last = bytes.length + 1;
  let [length, run, weight] = [0, 0, 1];
  for (let group = 0; ; group++) {
    const table = tables[selectors[group] ?? -1];
    if (!table) throw damaged();
    bits.checkEnd();
    for (let count = 0; count < GROUP; count++) {
      const symbol = readCode(bits, table);
      if (symbol === 0 || symbol === 1) {
        // A run of the byte in front, in digits of 1 and 2 of the powers of two.
        run += weight << symbol;
        weight *= 2;
        if (run > sorted.length) throw damaged();
        continue;
      }
      if (length + run > sorted.length) throw damaged();
      if (run > 0) {
        sorted.fill(bytes[0]!, length, length + run);
        counts[bytes[0]!]! += run;
        length += run;
        [run, weight] = [0, 1];
      }
      if (symbol === last) return length;
      if (symbol < 0 || length === sorted.length) throw damaged();
      const byte = moveToFront(bytes, symbol - 1);
      counts[byte]!++;
      sorted[length++] = byte;
    }
  }
}

function moveToFront(list: Uint8Array, position: number): number {
  const moved = list[position]!;
  if (position > 16) list.copyWithin(1, 0, position);
  else for (let at = position; at > 0; at--) list[at] = list[at - 1]!;
  list[0] = moved;
  return moved;
}
