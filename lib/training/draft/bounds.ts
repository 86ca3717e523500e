import type { Tally } from "./profile";

/** The next number below or above of 1, 1.5, 2, 3, 4, 5, 6 and 8 times a power of ten. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-12)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** A multiple of a step that suits a span, on one side of a value. */
function roundAway(value: number, span: number, round: (value: number) => number): number {
  const step = 10 ** Math.floor(Math.log10(span));
  return Number((round(value / step) * step).toPrecision(12));
}

/**
 * Round bounds outside of what a table holds, half of its span away: 0 where nothing is below it and 0 is near; 1 and
 * 100 above shares and percentages.
 */
export function guessBounds({ min, max, whole, unit }: Tally): { min: number; max: number } {
  const span = max - min;
  const low = min >= 0 && min <= span ? 0 : roundAway(min - span / 2, span, Math.floor);
  const isShare = min >= 0 && ((max <= 1 && max > 0.4 && !whole) || (unit === "%" && max <= 100));
  if (isShare) return { min: low < 0 ? 0 : low, max: max <= 1 ? 1 : 100 };
  const high = max + span / 2;
  const rounded = low === 0 && high > 0 ? roundAbove(high) : roundAway(high, span, Math.ceil);
  // Below zero in a table of numbers above it would be a guess.
  return { min: min >= 0 ? Math.max(low, 0) : low, max: whole ? Math.ceil(rounded) : rounded };
}

/** Decades around years. */
export function guessYears({ min, max }: Tally): { min: number; max: number } {
  return { min: 10 * Math.floor((min - 1) / 10), max: 10 * Math.ceil((max + 1) / 10) };
}

/** Whether whole numbers are years. */
export function areYears({ min, max, whole }: Tally): boolean {
  return whole && min >= 1800 && max <= 2100;
}
