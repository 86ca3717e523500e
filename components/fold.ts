import { sort } from "d3-array";

/** A page shows up to this many of a kind; of more it shows the few that matter most, and folds the others. */
export const MOST_SHOWN = 12;
const FEW = 8;

/**
 * Part items into those that a page shows and those that it folds: all where there are few, the weightiest where there
 * are many. Both keep the order of the items.
 *
 * @param weigh how much an item matters
 * @param few how many of many are shown
 * @param most up to this many are few, and all are shown
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
