import { sum, tickStep } from "d3-array";
import { Distribution, type Histogram } from "./distribution";
import type { RowAnswer } from "./read-answer";

/** Rows without an estimate for reasons that differ in figures at most. */
export interface Reason {
  /** As the first of them says it. */
  detail: string;
  /** Whether others say it with other figures. */
  varies: boolean;
  count: number;
  /** The first of them. */
  rows: number[];
}

/** An estimate that a person should look at. */
export interface Doubt extends Omit<RowAnswer, "error"> {
  row: number;
}

export interface SpreadOfEstimates {
  histogram: Histogram;
  /** The middle half of the estimates lies from `low` to `high`. */
  low: number;
  median: number;
  high: number;
  /** Extremes that would squeeze all others together, and are in no bar. */
  outside: number;
}

/** What became of the rows of a file; rows are counted as a spreadsheet does, the first below the first line is 2. */
export interface Summary {
  rows: number;
  estimated: number;
  /** Estimates with a warning: outside of what the model has learned from. */
  extrapolated: number;
  /** The most frequent reasons for no estimate. */
  reasons: Reason[];
  /** Rows without an estimate for other reasons. */
  otherReasons: number;
  /** The estimates most worth a look first: outside of what the model knows, then the least sure. */
  doubts: Doubt[];
  /** Of the estimates, if there are any. */
  distribution: SpreadOfEstimates | null;
}

/** The row of a spreadsheet that a table's first record stands in. */
export const FIRST_ROW = 2;
const LISTED_REASONS = 8;
const LISTED_ROWS = 3;
const LISTED_DOUBTS = 10;
/** More kinds of reasons are counted together; no file has so many but one that was made for it. */
const MOST_REASONS = 500;
/** About how many bars a drawing has at most; of few rows, about the square root of their number. */
const BARS = 30;
/** Extremes are left out of the drawing where they would make it this many times as wide as nearly all the others. */
const TOO_WIDE = 4;

const kindOf = (detail: string) => detail.replace(/[\d.,]*\d/g, "#");

/** Below every probability, where there is none. */
const sureness = ({ within }: Doubt) => (Number.isNaN(within) ? -1 : within);

/** What comes first to be looked at: warnings before none, then the least sure. */
const urgency = (a: Doubt, b: Doubt) =>
  Number(b.warnings !== "") - Number(a.warnings !== "") || sureness(a) - sureness(b) || a.row - b.row;

/** Sums up answers as they come, in memory that does not grow with them. */
export class Summarizer {
  private rows = 0;
  private extrapolated = 0;
  private otherReasons = 0;
  private readonly reasons = new Map<string, Reason>();
  private doubts: Doubt[] = [];
  private readonly estimates = new Distribution();

  add(answer: RowAnswer): void {
    const row = FIRST_ROW + this.rows++;
    if (Number.isNaN(answer.estimate)) return this.addReason(row, answer.error);
    this.estimates.add(answer.estimate);
    if (answer.warnings !== "") this.extrapolated++;
    const { estimate, low, high, within, warnings } = answer;
    // Without a warning and a probability, nothing sets an estimate apart from the others.
    if (warnings !== "" || !Number.isNaN(within)) this.addDoubt({ row, estimate, low, high, within, warnings });
  }

  summary(): Summary {
    const reasons = [...this.reasons.values()].sort((a, b) => b.count - a.count);
    const unlisted = sum(reasons.slice(LISTED_REASONS), ({ count }) => count);
    return {
      rows: this.rows,
      estimated: this.estimates.count,
      extrapolated: this.extrapolated,
      reasons: reasons.slice(0, LISTED_REASONS),
      otherReasons: this.otherReasons + unlisted,
      doubts: [...this.doubts],
      distribution: this.estimates.count > 0 ? describe(this.estimates) : null,
    };
  }

  private addReason(row: number, detail: string): void {
    const kind = kindOf(detail);
    const reason = this.reasons.get(kind);
    if (reason) {
      reason.count++;
      reason.varies ||= reason.detail !== detail;
      if (reason.rows.length < LISTED_ROWS) reason.rows.push(row);
    } else if (this.reasons.size < MOST_REASONS) {
      this.reasons.set(kind, { detail, varies: false, count: 1, rows: [row] });
    } else this.otherReasons++;
  }

  private addDoubt(doubt: Doubt): void {
    const last = this.doubts[LISTED_DOUBTS - 1];
    if (last && urgency(last, doubt) <= 0) return;
    const at = this.doubts.findIndex((other) => urgency(doubt, other) < 0);
    this.doubts.splice(at < 0 ? this.doubts.length : at, 0, doubt);
    this.doubts.length = Math.min(this.doubts.length, LISTED_DOUBTS);
  }
}

function describe(estimates: Distribution): SpreadOfEstimates {
  const [first, low, median, high, last] = [0.005, 0.25, 0.5, 0.75, 0.995].map((share) =>
    estimates.quantile(share),
  ) as [number, number, number, number, number];
  const squeezed = estimates.max - estimates.min > TOO_WIDE * (last - first) && last > first;
  const [from, to] = squeezed ? [first, last] : [estimates.min, estimates.max];
  // Where all estimates are the same, one bar holds them.
  const bars = Math.min(BARS, Math.ceil(Math.sqrt(estimates.count)));
  const width = tickStep(from, to, bars) || 10 ** Math.floor(Math.log10(Math.abs(from) || 1));
  const histogram = estimates.bins(from, to, width);
  return { histogram, low, median, high, outside: estimates.count - sum(histogram.counts) };
}
