/** How wide the narrowest chart is, on a screen of 320 pixels. */
export const NARROWEST = 280;
/** What a character of a label takes, in per cent of the narrowest chart. */
export const CHARACTER = 2.7;

/** Where a label is: it begins or ends at `x`, in per cent of the width, on the first line or the second. */
export interface PlacedLabel {
  x: number;
  anchor: "start" | "end";
  line: 0 | 1;
}

/**
 * Room for the labels of the two ends of a range: the lower one ends where the range begins and the upper one begins where
 * it ends. A label without room there is flush with the edge of the chart, since only its own width says how far it goes;
 * where both would meet, one moves, and where there is no room for both side by side, the upper one is below.
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
  const end = sideBySide ? Math.min(low, 100 - after - character) : low;
  const start = sideBySide ? Math.max(high, Math.max(end, before) + character) : high;
  const line = sideBySide ? 0 : 1;
  return [
    end < before ? { x: 0, anchor: "start", line: 0 } : { x: end, anchor: "end", line: 0 },
    start > 100 - after ? { x: 100, anchor: "end", line } : { x: start, anchor: "start", line },
  ];
}
