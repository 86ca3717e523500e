import type { Point } from "./bins";

/**
 * The path of dots as strokes of no length, across to a tenth and down to a whole unit. It goes from left to right with
 * each dot relative to the last, and draws dots in the same place once: half the length of a list of places.
 */
export function dotsPath(dots: Point[]): string {
  const places = new Map(
    dots.map(([x, y]): [string, Point] => {
      const place: Point = [Math.round(x * 10), Math.round(y)];
      return [place.join(), place];
    }),
  );
  const sorted = [...places.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let last: Point = [0, 0];
  return sorted
    .map(([x, y]) => {
      const across = String((x - last[0]) / 10).replace("0.", ".");
      const down = y - last[1];
      last = [x, y];
      return `m${across}${down < 0 ? "" : " "}${down}h0`;
    })
    .join("");
}
