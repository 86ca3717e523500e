import type { Tally } from "./profile";

/** Whole numbers whose bounds follow from what they are. */
const SCALES = [
  { of: /^(month|mnth|mo)$/, from: 1, to: 12 },
  { of: /^(hour|hr)$/, from: 0, to: 23 },
  { of: /^(score|rating|quality|qual|condition|cond|grade|rank|stars|level)$/, from: 0, to: 5 },
  { of: /^(score|rating|quality|qual|condition|cond|grade|rank|stars|level)$/, from: 0, to: 10 },
  { of: /^(score|rating|percentage|percent|pct|marks)$/, from: 0, to: 100 },
];

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
 *
 * @param words of the column's name, by which months, hours and scores are known
 */
export function guessBounds({ min, max, whole, unit }: Tally, words: string[]): { min: number; max: number } {
  const scale =
    whole && SCALES.find(({ of, from, to }) => words.some((word) => of.test(word)) && min >= from && max <= to);
  if (scale) return { min: scale.from, max: scale.to };
  const span = max - min;
  const low = min >= 0 && min <= span ? 0 : roundAway(min - span / 2, span, Math.floor);
  const isShare = min >= 0 && ((max <= 1 && max > 0.4 && !whole) || (unit === "%" && max <= 100));
  if (isShare) return { min: low < 0 ? 0 : low, max: max <= 1 ? 1 : 100 };
  const high = max + span / 2;
  const rounded = low === 0 && high > 0 ? roundAbove(high) : roundAway(high, span, Math.ceil);
  // Below zero in a table of numbers above it would be a guess.
  return { min: min >= 0 ? Math.max(low, 0) : low, max: whole ? Math.ceil(rounded) : rounded };
}

/** Decades around years; where 0 stands for never, from there on. */
export function guessYears({ min, max }: Tally): { min: number; max: number } {
  return { min: min === 0 ? 0 : 10 * Math.floor((min - 1) / 10), max: 10 * Math.ceil((max + 1) / 10) };
}

/** Whether whole numbers are years, or 0 for never. */
export function areYears({ min, max, whole }: Tally): boolean {
  return whole && (min === 0 || min >= 1800) && max >= 1800 && max <= 2100;
}
