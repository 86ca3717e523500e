import { productError } from "../math/exact-product";
import { POINT } from "./read-number";

const ZERO = 0x30;
const MINUS = 0x2d;
const SMALLEST = 1e-6;
const LARGEST = 1e15;
/** A bit more than half of 2⁻⁵²: this share of a double added to it gives its neighbour. */
const JUST_ABOVE_HALF_EPSILON = 1.1102231e-16;
/** Powers of ten that are doubles exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** The most bytes that a number takes: a sign, "0.00000", seventeen digits; or what `String` writes. */
export const MOST_NUMBER_BYTES = 26;

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
  let head = Math.floor(product / 1e8);
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
  return writeDigits(head, tail, exponent, out, at, decimal);
}

/** The whole number nearest to a number, of those within `limit` the one with the most zeros at its end, up to two. */
function shorten(exact: number, limit: number): number {
  const hundreds = Math.round(exact / 100) * 100;
  if (Math.abs(hundreds - exact) < limit) return hundreds;
  const tens = Math.round(exact / 10) * 10;
  return Math.abs(tens - exact) < limit ? tens : Math.round(exact);
}

const digits = new Uint8Array(17);

function writeDigits(head: number, tail: number, exponent: number, out: Uint8Array, at: number, decimal: number) {
  let count = 17;
  if (tail === 0) count = 9;
  else for (let place = 16, rest = tail | 0; place >= 9; place--) rest = lastDigit(rest, place);
  for (let place = 8, rest = head | 0; place >= 0; place--) rest = lastDigit(rest, place);
  while (count > 1 && digits[count - 1] === 0) count--;

  let place = 0;
  if (exponent < 0) {
    out[at++] = ZERO;
    out[at++] = decimal;
    for (let zeros = -exponent - 1; zeros > 0; zeros--) out[at++] = ZERO;
  } else {
    for (; place <= exponent; place++) out[at++] = ZERO + (place < count ? digits[place]! : 0);
    if (place < count) out[at++] = decimal;
  }
  for (; place < count; place++) out[at++] = ZERO + digits[place]!;
  return at;
}

/** Put the last digit of a whole number below 2³¹ in its place and give the number without it. */
function lastDigit(rest: number, place: number): number {
  const without = (rest / 10) | 0;
  digits[place] = rest - 10 * without;
  return without;
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
