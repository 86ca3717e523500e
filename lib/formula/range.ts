import { dateParts, isDay } from "./calendar";
import { isComparison, type Expression } from "./expression";

/** What is known of a value before it is computed: its bounds, and how near to 0 it comes without being 0. */
export interface Range {
  low: number;
  high: number;
  smallest: number;
}

/**
 * The numbers that are safe to compute with: two of them can be added, multiplied and divided (but by 0), and the
 * result is a double that neither overflows nor underflows.
 */
export const LARGEST = 1e150;
export const SMALLEST = 1e-150;
export const ANY: Range = { low: -LARGEST, high: LARGEST, smallest: SMALLEST };
/** The exponents whose exp is one of those numbers, and the logarithms of them all. */
export const LARGEST_EXPONENT = 345;

/** exp, log and powers are not rounded alike everywhere. */
const SLACK = 1e-12;

/**
 * The range of one operation from those of its operands, by interval arithmetic.
 *
 * @returns null unless every result is certain to be defined and safe to compute with
 */
export function rangeOf(expression: Expression, operands: Range[]): Range | null {
  if (expression.kind === "number" || expression.kind === "date") return constant(expression.value);
  const [a = ANY, b = ANY] = operands;
  switch (expression.kind) {
    case "name":
      return a;
    case "unary":
      return { low: -a.high, high: -a.low, smallest: a.smallest };
    case "binary":
      if (isComparison(expression.operator)) return whole(0, 1);
      switch (expression.operator) {
        case "+":
          return safe([a.low + b.low, a.high + b.high], difference(a, b));
        case "-":
          return safe([a.low - b.high, a.high - b.low], difference(a, b));
        case "*":
          return safe(
            corners(a, b, (x, y) => x * y),
            a.smallest * b.smallest,
          );
        case "/":
          return excludesZero(b)
            ? safe(
                corners(a, b, (x, y) => x / y),
                a.smallest / magnitude(b),
              )
            : null;
        case "^":
          return power(a, b);
      }
    case "call":
      switch (expression.function) {
        case "log":
          return a.low > 0 ? safe(loose([Math.log(a.low), Math.log(a.high)]), Number.EPSILON / 4) : null;
        case "log1p":
          return a.low > -1
            ? safe(loose([Math.log1p(a.low), Math.log1p(a.high)]), Math.log1p(a.smallest) * (1 - SLACK))
            : null;
        case "exp":
          return safe(loose([Math.exp(a.low), Math.exp(a.high)]), 0);
        case "sqrt":
          return a.low >= 0 ? safe([Math.sqrt(a.low), Math.sqrt(a.high)], Math.sqrt(a.smallest)) : null;
        case "abs":
          return safe([excludesZero(a) ? a.smallest : 0, magnitude(a)], a.smallest);
        case "min":
        case "max": {
          const pick = expression.function === "min" ? Math.min : Math.max;
          const ends = [pick(...operands.map(({ low }) => low)), pick(...operands.map(({ high }) => high))];
          return safe(ends, Math.min(...operands.map(({ smallest }) => smallest)));
        }
        case "year":
          return isDate(a) ? whole(dateParts.year(a.low), dateParts.year(a.high)) : null;
        case "month":
          return isDate(a) ? whole(1, 12) : null;
        case "weekday":
          return isDate(a) ? whole(1, 7) : null;
        case "hour":
          return isDate(a) ? whole(0, 23) : null;
        case "days":
          return safe([a.low - b.high, a.high - b.low], difference(a, b));
        case "missing":
          return whole(0, 1);
      }
  }
}

const constant = (value: number): Range => ({ low: value, high: value, smallest: Math.abs(value) || LARGEST });
const whole = (low: number, high: number): Range => ({ low, high, smallest: Math.max(1, low) });
const isDate = ({ low, high }: Range) => isDay(low) && isDay(high);
const excludesZero = ({ low, high }: Range) => low > 0 || high < 0;
const magnitude = ({ low, high }: Range) => Math.max(Math.abs(low), Math.abs(high));

/** Doubles that are not equal differ by a unit in the last place of the smaller one at least. */
const difference = (a: Range, b: Range) => (Math.min(a.smallest, b.smallest) * Number.EPSILON) / 2;

function corners(a: Range, b: Range, operate: (x: number, y: number) => number): number[] {
  return [operate(a.low, b.low), operate(a.low, b.high), operate(a.high, b.low), operate(a.high, b.high)];
}

/** A power of a positive number is monotonic in either operand; of others, only those with one whole exponent are told. */
function power(base: Range, exponent: Range): Range | null {
  if (base.low > 0) return safe(loose(corners(base, exponent, Math.pow)), 0);
  if (exponent.low !== exponent.high || exponent.low < 1 || !Number.isInteger(exponent.low)) return null;
  const largest = magnitude(base) ** exponent.low;
  return safe(loose([exponent.low % 2 === 0 ? 0 : -largest, largest]), base.smallest ** exponent.low);
}

const loose = (ends: number[]) => ends.flatMap((end) => [end * (1 - SLACK), end * (1 + SLACK)]);

function safe(ends: number[], nearest: number): Range | null {
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const smallest = Math.max(nearest, low, -high);
  return low >= -LARGEST && high <= LARGEST && smallest >= SMALLEST ? { low, high, smallest } : null;
}
