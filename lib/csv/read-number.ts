import { productError } from "../math/exact-product";
import { POINT } from "./dialect";

const SPACE = 0x20;
const PLUS = 0x2b;
export const MINUS = 0x2d;
export const ZERO = 0x30;
const NINE = 0x39;

/** Powers of ten that are doubles exactly. */
export const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The double nearest to a plain decimal number, from its bytes: a sign, digits, a decimal sign, spaces around.
 * That is what nearly all cells of a table are, and it is several times as fast as by way of a string.
 *
 * Up to fifteen digits and a power of ten up to 22 are doubles, so one division rounds correctly (Clinger 1990,
 * "How to read floating point numbers accurately"). Up to nineteen digits are two doubles; their quotient is found
 * to about 32 digits, and where even those leave the rounding open, the string decides.
 *
 * @param decimal the byte before decimals
 * @returns NaN for anything else, which may yet be a number written otherwise
 */
export function readNumber(bytes: Uint8Array, start: number, end: number, decimal = POINT): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  while (end > at && bytes[end - 1] === SPACE) end--;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;

  let high = 0;
  let low = 0;
  let lowDigits = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      digits++;
      if (decimals >= 0) decimals++;
      if (high < 1e14) high = high * 10 + (byte - ZERO);
      else if (++lowDigits <= 4) low = low * 10 + (byte - ZERO);
      else return NaN;
    } else if (byte === decimal && decimals < 0) decimals = 0;
    else return NaN;
  }
  if (digits === 0 || decimals > 22) return NaN;
  const power = decimals > 0 ? POWERS[decimals]! : 1;
  const value = lowDigits === 0 ? high / power : divideLong(high, low, POWERS[lowDigits]!, power);
  return sign === MINUS ? -value : value;
}

/** (high × shift + low) / power, correctly rounded; NaN in the rare case that this cannot tell. */
function divideLong(high: number, low: number, shift: number, power: number): number {
  const product = high * shift;
  const rest = productError(high, shift, product) + low;
  const sum = product + rest;
  if (power === 1) return sum;
  const sumError = rest - (sum - product);
  const quotient = sum / power;
  const back = quotient * power;
  const correction = (sum - back - productError(quotient, power, back) + sumError) / power;
  const value = quotient + correction * (1 + 2 ** -40);
  return value === quotient + correction * (1 - 2 ** -40) ? value : NaN;
}
