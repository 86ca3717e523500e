import { sort } from "d3-array";

/** Up to so many of a kind stand on a page; of more, the few that matter most do, and the others are folded. */
export const MOST_SHOWN = 12;
const FEW = 8;

/**
 * Part items into those that a page shows and those that it folds: all where they are few, the weightiest of many. Both
 * keep the order of the items.
 *
 * @param weigh how much an item matters
 * @param few how many of many are shown
 * @param most up to so many are few, and all shown
 */
export function fold<Item>(
  items: readonly Item[],
  weigh: (item: Item) => number,
  few = FEW,
  most = Math.max(MOST_SHOWN, few),
): { shown: Item[]; others: Item[] } {
  if (items.length <= most) return { shown: [...items], others: [] };
  const weightiest = new Set(sort(items, (item) => -weigh(item)).slice(0, few));
  return {
    shown: items.filter((item) => weightiest.has(item)),
    others: items.filter((item) => !weightiest.has(item)),
  };
}
