/** Equal bins from left to right, without gaps. */
export interface Histogram {
  /** One more than there are counts. */
  edges: number[];
  counts: number[];
}

/** More places than this are joined by tens; at least a tenth of them stay, which no drawing shows. */
const MOST_PLACES = 4000;

/** Below it a quotient of two ordinary numbers may no longer be one. */
const SMALLEST_EXPONENT = -100;

/**
 * Counts numbers without keeping them: each belongs to a place, a multiple of a power of ten, and places become ten
 * times as wide whenever there are too many. So memory is bounded, and the edges of any drawing are round numbers.
 */
export class Distribution {
  min = Infinity;
  max = -Infinity;
  count = 0;
  private exponent: number | undefined;
  private places = new Map<number, number>();

  add(value: number): void {
    // Four digits of the first value are more than a drawing shows.
    this.exponent ??= Math.max(SMALLEST_EXPONENT, Math.floor(Math.log10(Math.abs(value) || 1)) - 4);
    const place = Math.floor(value / 10 ** this.exponent);
    this.places.set(place, (this.places.get(place) ?? 0) + 1);
    this.count++;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    while (this.places.size > MOST_PLACES) this.widen();
  }

  /** The value that a share of the numbers lie below, to about a place. */
  quantile(share: number): number {
    if (this.count === 0) return NaN;
    const target = share * this.count;
    let below = 0;
    for (const [place, count] of this.sorted()) {
      if (below + count < target) below += count;
      else return this.clamp((place + (target - below) / count) * 10 ** this.exponent!);
    }
    return this.max;
  }

  /**
   * The counts in bins of one width that hold what lies from one value to another.
   *
   * @param width a power of ten, or twice or five times one, and not less than a place
   */
  bins(from: number, to: number, width: number): Histogram {
    // A quotient may be less than the whole number that it is by its last bit.
    const binOf = (value: number) => Math.floor(value / width + 1e-9);
    const [first, last] = [binOf(from), binOf(to)];
    const counts = new Array<number>(last - first + 1).fill(0);
    for (const [place, count] of this.places) {
      // The middle of a place is in no doubt about its bin.
      const index = binOf((place + 0.5) * 10 ** this.exponent!) - first;
      if (index >= 0 && index < counts.length) counts[index]! += count;
    }
    const edges = Array.from({ length: counts.length + 1 }, (_, index) =>
      Number(((first + index) * width).toPrecision(12)),
    );
    return { edges, counts };
  }

  private sorted(): [number, number][] {
    return [...this.places].sort(([a], [b]) => a - b);
  }

  private clamp(value: number): number {
    return Math.min(Math.max(value, this.min), this.max);
  }

  private widen(): void {
    const wider = new Map<number, number>();
    for (const [place, count] of this.places) {
      const at = Math.floor(place / 10);
      wider.set(at, (wider.get(at) ?? 0) + count);
    }
    this.places = wider;
    this.exponent!++;
  }
}
