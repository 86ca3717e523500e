import { group, quantileSorted, sort } from "d3-array";

/** Dots that lie together across, summed up: where the middle one lies, and the middle half of them. */
export interface Bin {
  from: number;
  to: number;
  /** The middle one across. */
  at: number;
  n: number;
  low: number;
  median: number;
  high: number;
}

export type Point = readonly [x: number, y: number];

/** Up to so many different values, each is a bin of its own. */
const MOST_LEVELS = 12;
const MOST_BINS = 8;
/** Fewer dots have no middle half to speak of. */
const SMALLEST_BIN = 8;

/** Whether values are so few that each stands for itself, as counts and answers do. */
export function isDiscrete(values: readonly number[]): boolean {
  const distinct = new Set(values).size;
  return distinct <= MOST_LEVELS && distinct < values.length / 2;
}

/**
 * Sum points up: by value of x where there are few, otherwise in up to eight bins of as many points each.
 *
 * @returns from left to right, without bins of fewer than eight points; none where there would be a single bin
 */
export function binPoints(points: readonly Point[]): Bin[] {
  const sorted = sort(points, ([x]) => x);
  const count = Math.min(MOST_BINS, Math.floor(sorted.length / SMALLEST_BIN));
  const edge = (index: number) => Math.round((index / count) * sorted.length);
  const parts = isDiscrete(points.map(([x]) => x))
    ? [...group(sorted, ([x]) => x).values()]
    : Array.from({ length: count < 2 ? 0 : count }, (_, index) => sorted.slice(edge(index), edge(index + 1)));
  return parts
    .filter((part) => part.length >= SMALLEST_BIN)
    .map((part) => {
      const ys = sort(part.map(([, y]) => y));
      const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantileSorted(ys, share)!);
      const at = quantileSorted(
        part.map(([x]) => x),
        0.5,
      )!;
      return { from: part[0]![0], to: part.at(-1)![0], at, n: part.length, low: low!, median: median!, high: high! };
    });
}
