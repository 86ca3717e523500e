import { productError } from "../math/exact-product";
import { POINT } from "./dialect";

const ZERO = 0x30;
const MINUS = 0x2d;
const SMALLEST = 1e-6;
const LARGEST = 1e15;
/** A bit more than half of 2⁻⁵²: this share of a double added to it gives its neighbour. */
const JUST_ABOVE_HALF_EPSILON = 1.1102231e-16;
/** Powers of ten that are doubles exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** The most bytes that a number takes: a sign, "0.00000", seventeen digits; or what `String` writes. */
export const MOST_NUMBER_BYTES = 32;

/**
 * Write a double in decimal digits that read back as the same double, in the fewest or nearly, several times as fast
 * as by way of a string.
 *
 * Seventeen digits always do. The double times a power of ten, which is exact as the sum of two doubles, gives them
 * as a whole number; then sixteen or fifteen are taken if they are nearer to the double than half the distance to
 * its neighbours. Source of the idea: Steele & White (1990), "How to print floating-point numbers accurately".
 *
 * @param value finite
 * @param decimal the byte before decimals
 * @returns the position behind what was written
 */
export function writeNumber(value: number, out: Uint8Array, at: number, decimal = POINT): number {
  const size = Math.abs(value);
  if (!(size >= SMALLEST && size < LARGEST)) return writeText(value, out, at, decimal);
  if (value < 0) out[at++] = MINUS;
  if (size < 2 ** 31 && size === (size | 0)) return writeWhole(size, out, at);

  // 10 ** exponent <= size < 10 ** (exponent + 1)
  let exponent = 0;
  if (size >= 1) while (size >= POWERS[exponent + 1]!) exponent++;
  else
    do exponent--;
    while (size * POWERS[-exponent]! < 1);

  // size × 10 ** (16 − exponent) = head × 10⁸ + tail: seventeen digits, nine of them in the head.
  const power = POWERS[16 - exponent]!;
  const product = size * power;
  let head = Math.floor(product * 1e-8);
  const halfGap = 0.499999999 * (size + size * JUST_ABOVE_HALF_EPSILON - size) * power;
  let tail = shorten(product - head * 1e8 + productError(size, power, product), halfGap);
  if (tail < 0) {
    tail += 1e8;
    head--;
  } else if (tail >= 1e8) {
    tail -= 1e8;
    head++;
  }
  if (head >= 1e9) {
    head = 1e8;
    exponent++;
  }

  if (exponent >= 0) {
    // The digits one place to the right, then those before the decimal sign back to the left.
    const end = withoutZeros(out, at + exponent + 2, writeDigits(head | 0, tail | 0, out, at + 1));
    for (let place = exponent; place >= 0; place--, at++) out[at] = out[at + 1]!;
    out[at] = decimal;
    return end > at + 1 ? end : at;
  }
  out[at++] = ZERO;
  out[at++] = decimal;
  for (let zeros = -exponent - 1; zeros > 0; zeros--) out[at++] = ZERO;
  return withoutZeros(out, at, writeDigits(head | 0, tail | 0, out, at));
}

/** The whole number nearest to a number, of those within `limit` the one with the most zeros at its end, up to two. */
function shorten(exact: number, limit: number): number {
  const hundreds = Math.round(exact * 0.01) * 100;
  if (Math.abs(hundreds - exact) < limit) return hundreds;
  const tens = Math.round(exact * 0.1) * 10;
  return Math.abs(tens - exact) < limit ? tens : Math.round(exact);
}

/** "00", "01" and so on to "99". */
const PAIRS = Uint8Array.from({ length: 200 }, (_, at) => ZERO + (at % 2 === 0 ? Math.floor(at / 20) : (at >> 1) % 10));

/** Nine digits and eight. */
function writeDigits(head: number, tail: number, out: Uint8Array, at: number): number {
  for (let place = at + 15; place > at + 8; place -= 2) tail = writePair(tail, out, place);
  for (let place = at + 7; place > at; place -= 2) head = writePair(head, out, place);
  out[at] = ZERO + head;
  return at + 17;
}

/** Write the last two digits of a whole number below 2³¹ and give the number without them. */
function writePair(rest: number, out: Uint8Array, place: number): number {
  const without = (rest / 100) | 0;
  const pair = 2 * (rest - 100 * without);
  out[place] = PAIRS[pair]!;
  out[place + 1] = PAIRS[pair + 1]!;
  return without;
}

function withoutZeros(out: Uint8Array, start: number, end: number): number {
  while (end > start && out[end - 1] === ZERO) end--;
  return end;
}

/** A whole number from 0 up, below 2³¹. */
function writeWhole(value: number, out: Uint8Array, at: number): number {
  let end = at + 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end++;
  for (let place = end - 1, rest = value; place >= at; place--) {
    const without = (rest / 10) | 0;
    out[place] = ZERO + rest - 10 * without;
    rest = without;
  }
  return end;
}

function writeText(value: number, out: Uint8Array, at: number, decimal: number): number {
  const text = String(value);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    out[at++] = code === POINT ? decimal : code;
  }
  return at;
}
