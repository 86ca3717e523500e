import { damaged } from "./damaged";
import type { Output } from "./output";

/** Probabilities have eleven bits; a half is where all of them begin. */
const HALF = 1 << 10;
/** Distances from here on have some bits with no model. */
const LENGTH_STATES = 4;
const ALIGN_BITS = 4;
/** How often models may begin anew; in the largest file that is read, some hundred times. */
const MOST_RESETS = 1_000;
const END_OF_STREAM = -1;

const models = (count: number) => new Uint16Array(count).fill(HALF);

/** How long a match is: three ranges of lengths, the first two by the position. */
class Lengths {
  private readonly choice = models(2);
  private readonly short = models(16 << 3);
  private readonly middle = models(16 << 3);
  private readonly long = models(256);

  read(coder: LzmaDecoder, position: number): number {
    if (coder.bit(this.choice, 0) === 0) return 2 + coder.tree(this.short, position << 3, 3);
    if (coder.bit(this.choice, 1) === 0) return 10 + coder.tree(this.middle, position << 3, 3);
    return 18 + coder.tree(this.long, 0, 8);
  }
}

/**
 * What LZMA packs: literals and matches, coded bit by bit with probabilities that follow what came before.
 *
 * Source: I. Pavlov, "LZMA specification" of the LZMA SDK (2015), which gives the states, models and the range coder.
 */
export class LzmaDecoder {
  /** Whole numbers of 32 bits, from 0 although they are kept with a sign. */
  private range = 0;
  private code = 0;
  private input: Uint8Array = new Uint8Array(0);
  private at = 0;
  private state = 0;
  private readonly back = [1, 1, 1, 1];
  private literals = models(0);
  private isMatch = models(0);
  private isRepeat = models(0);
  private isRepeatShort = models(0);
  private distanceTops: Uint16Array[] = [];
  private distances = models(0);
  private align = models(0);
  private matchLengths = new Lengths();
  private repeatLengths = new Lengths();
  private literalBits = 0;
  private literalPositions = 0;
  private positionMask = 0;
  /** Where in the output matches may begin to look: what lies before was forgotten. */
  private from = 0;
  private resets = 0;

  constructor(private readonly output: Output) {}

  /** How many bits of what came before a literal and a position choose a model, in one byte. */
  setProperties(byte: number): void {
    const [literalBits, rest] = [byte % 9, Math.floor(byte / 9)];
    const [literalPositions, positions] = [rest % 5, Math.floor(rest / 5)];
    if (positions > 4) throw damaged();
    this.literalBits = literalBits;
    this.literalPositions = (1 << literalPositions) - 1;
    this.positionMask = (1 << positions) - 1;
    this.literals = models(0x300 << (literalBits + literalPositions));
    this.resetState();
  }

  resetState(): void {
    if (++this.resets > MOST_RESETS) throw damaged();
    this.state = 0;
    this.back.fill(1);
    this.literals.fill(HALF);
    [this.isMatch, this.isRepeat, this.isRepeatShort] = [models(12 << 4), models(12 * 4), models(12 << 4)];
    this.distanceTops = Array.from({ length: LENGTH_STATES }, () => models(64));
    [this.distances, this.align] = [models(115), models(1 << ALIGN_BITS)];
    [this.matchLengths, this.repeatLengths] = [new Lengths(), new Lengths()];
  }

  /** Forget what was unpacked: no match may reach back to it. */
  resetDictionary(): void {
    this.from = this.output.length;
  }

  /** Whether properties were set, without which nothing can be unpacked. */
  get isReady(): boolean {
    return this.literals.length > 0;
  }

  start(input: Uint8Array): void {
    if (input.length < 5 || input[0] !== 0) throw damaged();
    this.input = input;
    this.at = 5;
    this.range = -1;
    this.code = (input[1]! << 24) | (input[2]! << 16) | (input[3]! << 8) | input[4]!;
  }

  /** @throws ImportError where something is left of what the last symbol takes */
  checkEnd(isWhole: boolean): void {
    if (this.code !== 0 || (isWhole && this.at !== this.input.length)) throw damaged();
  }

  /** Unpack until the output has so many more bytes. @returns whether a mark of the end came before */
  run(count: number): boolean {
    const { output } = this;
    const end = output.length + count;
    while (output.length < end) {
      const at = (output.length - this.from) & this.positionMask;
      if (this.bit(this.isMatch, (this.state << 4) + at) === 0) {
        this.literal();
        continue;
      }
      const length = this.match(at);
      if (length === END_OF_STREAM) return true;
      if (this.back[0]! > output.length - this.from || output.length + length > end) throw damaged();
      output.copy(this.back[0]!, length);
    }
    return false;
  }

  private literal(): void {
    const { output, state, from } = this;
    const { length } = output;
    const before = length > from ? output.bytes[length - 1]! : 0;
    const chosen = (((length - from) & this.literalPositions) << this.literalBits) + (before >> (8 - this.literalBits));
    const base = 0x300 * chosen;
    let symbol = 1;
    if (state >= 7) {
      // The byte that a match would have had is known to be wrong: its bits choose the model as long as they agree.
      const [distance] = this.back as [number];
      if (distance > length - from) throw damaged();
      let matched = output.bytes[length - distance]!;
      while (symbol < 0x100) {
        const expected = (matched >> 7) & 1;
        matched <<= 1;
        const bit = this.bit(this.literals, base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.bit(this.literals, base + symbol);
    output.push(symbol & 0xff);
    this.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** The length of a match, whose distance comes first in `back`. */
  private match(at: number): number {
    const { back, state } = this;
    const isLiteral = state < 7;
    if (this.bit(this.isRepeat, state) === 0) {
      const length = this.matchLengths.read(this, at);
      const distance = this.distance(Math.min(length - 2, LENGTH_STATES - 1));
      this.state = isLiteral ? 7 : 10;
      if (distance === 0xffffffff) return END_OF_STREAM;
      back.unshift(distance + 1);
      back.pop();
      return length;
    }
    if (this.bit(this.isRepeat, 12 + state) === 0) {
      if (this.bit(this.isRepeatShort, (state << 4) + at) === 0) {
        this.state = isLiteral ? 9 : 11;
        return 1;
      }
    } else {
      const which = this.bit(this.isRepeat, 24 + state) === 0 ? 1 : 2 + this.bit(this.isRepeat, 36 + state);
      back.unshift(...back.splice(which, 1));
    }
    this.state = isLiteral ? 8 : 11;
    return this.repeatLengths.read(this, at);
  }

  private distance(lengthState: number): number {
    const slot = this.tree(this.distanceTops[lengthState]!, 0, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const top = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return top + this.reversed(this.distances, top - slot, bits);
    return top + this.plain(bits - ALIGN_BITS) * 2 ** ALIGN_BITS + this.reversed(this.align, 0, ALIGN_BITS);
  }

  /** One bit by its probability, which moves towards it. */
  bit(probabilities: Uint16Array, index: number): number {
    const probability = probabilities[index]!;
    const bound = Math.imul(this.range >>> 11, probability);
    let bit = 0;
    if (this.code >>> 0 < bound >>> 0) {
      this.range = bound;
      probabilities[index] = probability + ((2048 - probability) >> 5);
    } else {
      this.range = (this.range - bound) | 0;
      this.code = (this.code - bound) | 0;
      probabilities[index] = probability - (probability >> 5);
      bit = 1;
    }
    this.normalize();
    return bit;
  }

  /** A number of so many bits, the most significant one first, each with a model by those before. */
  tree(probabilities: Uint16Array, offset: number, bits: number): number {
    let symbol = 1;
    for (let count = 0; count < bits; count++) symbol = (symbol << 1) | this.bit(probabilities, offset + symbol);
    return symbol - (1 << bits);
  }

  /** The same, the least significant bit first. */
  private reversed(probabilities: Uint16Array, offset: number, bits: number): number {
    let [symbol, value] = [1, 0];
    for (let count = 0; count < bits; count++) {
      const bit = this.bit(probabilities, offset + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << count;
    }
    return value;
  }

  /** Bits without a model. */
  private plain(bits: number): number {
    let value = 0;
    for (let count = 0; count < bits; count++) {
      this.range >>>= 1;
      const bit = this.code >>> 0 >= this.range ? 1 : 0;
      if (bit) this.code = (this.code - this.range) | 0;
      this.normalize();
      value = value * 2 + bit;
    }
    return value;
  }

  private normalize(): void {
    if (this.range >>> 24 !== 0) return;
    if (this.at === this.input.length) throw damaged();
    this.range <<= 8;
    this.code = (this.code << 8) | this.input[this.at++]!;
  }
}
