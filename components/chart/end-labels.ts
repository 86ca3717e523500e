/** How wide the narrowest chart is, on a screen of 320 pixels. */
export const NARROWEST = 280;
/** What a character of a label takes, in per cent of the narrowest chart. */
export const CHARACTER = 2.7;

/** Where a label stands: it begins or ends at `x`, in per cent of the width, on the first line or the second. */
export interface PlacedLabel {
  x: number;
  anchor: "start" | "end";
  line: 0 | 1;
}

/**
 * Room for the labels of the two ends of a range: the lower one ends where the range begins and the upper one begins where
 * it ends, as far as both stay inside the chart; where they would meet, both move, and where there is no room for both side
 * by side, the upper one stands below.
 *
 * @param low and high in per cent of the width, 0 to 100
 * @param narrowest how wide the chart is where it has the least room, in pixels
 */
export function placeEnds(
  low: number,
  high: number,
  [first, second]: [string, string],
  narrowest = NARROWEST,
): [PlacedLabel, PlacedLabel] {
  const character = (CHARACTER * NARROWEST) / narrowest;
  const [before, after] = [character * first.length, character * second.length];
  const sideBySide = before + character + after <= 100;
  const lowest = sideBySide ? 100 - after - character : 100;
  const end = Math.max(Math.min(low, lowest), Math.min(before, 100));
  const least = sideBySide ? Math.max(high, end + character) : high;
  const start = Math.max(0, Math.min(least, 100 - after));
  return [
    { x: end, anchor: "end", line: 0 },
    { x: start, anchor: "start", line: sideBySide ? 0 : 1 },
  ];
}
