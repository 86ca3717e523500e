import type { Tally } from "./tally";

/** Values of one kind in both samples: the cells of a tally from `first` to `last`, both included. */
export interface Bin {
  first: number;
  last: number;
  reference: number;
  current: number;
}

const MOST_BINS = 10;
/** With ten rows a bin, the stability index of like samples exceeds its limit more often than it should. */
const ROWS_FOR_EACH_BIN = 20;
/** Cochran (1954), "Some methods for strengthening the common χ² tests", Biometrics 10: the usual least. */
const FEWEST_EXPECTED = 5;

/** Cut the cells after those that `isFull` says of what has gathered since the last cut. */
function cutCells(
  reference: Tally,
  current: Tally,
  isFull: (bin: Bin, cell: number) => boolean,
  isEnough: (bin: Bin) => boolean,
): Bin[] {
  const bins: Bin[] = [];
  let open: Bin = { first: 0, last: 0, reference: 0, current: 0 };
  for (let cell = 0; cell < reference.counts.length; cell++) {
    open.last = cell;
    open.reference += reference.counts[cell]!;
    open.current += current.counts[cell]!;
    if (!isFull(open, cell)) continue;
    bins.push(open);
    open = { first: cell + 1, last: cell + 1, reference: 0, current: 0 };
  }
  if (open.first >= reference.counts.length) return bins;
  const before = isEnough(open) ? undefined : bins.pop();
  bins.push(
    before
      ? {
          first: before.first,
          last: open.last,
          reference: before.reference + open.reference,
          current: before.current + open.current,
        }
      : open,
  );
  return bins;
}

/**
 * Bins for a continuous input: the deciles of the reference, fewer where there are few rows. A value that many rows
 * share is never cut in two.
 */
export function cutByQuantiles(reference: Tally, current: Tally): Bin[] {
  const wanted = Math.min(MOST_BINS, Math.max(2, Math.floor(Math.min(reference.n, current.n) / ROWS_FOR_EACH_BIN)));
  let seen = 0;
  let cuts = 0;
  return cutCells(
    reference,
    current,
    (_, cell) => {
      seen += reference.counts[cell]!;
      // Bins end at a value of the reference, and what lies beyond its largest belongs to the last bin.
      if (cell % 2 === 0 || seen === reference.n || seen * wanted < (cuts + 1) * reference.n) return false;
      cuts = Math.floor((seen * wanted) / reference.n);
      return true;
    },
    ({ reference: rows }) => rows > 0,
  );
}

/**
 * Bins for an input of few values: one for each value, together with its neighbours where the smaller sample would
 * have fewer than five rows in it if both were alike.
 */
export function cutByLevels(reference: Tally, current: Tally): Bin[] {
  const smaller = Math.min(reference.n, current.n);
  const isEnough = (bin: Bin) =>
    ((bin.reference + bin.current) / (reference.n + current.n)) * smaller >= FEWEST_EXPECTED;
  return cutCells(reference, current, isEnough, isEnough);
}
