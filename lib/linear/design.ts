import type { Formula } from "../formula/parse";
import type { Term } from "../model/terms";
import type { Groups } from "./groups";

/** What the terms of a description, or the columns that a predictor brings, come to. */

type Evaluate = (encoded: ArrayLike<number>) => number;

/** The number that the levels of a category count as, by their group. */
export interface LevelReading {
  name: string;
  groups: Groups;
  values: number[];
}

/** One column of the design matrix as a function of the encoded raw inputs. */
export interface Column {
  /** The term's text; for a level of a category "heating[gas]", and "heating[gas]:area" for its product with another. */
  name: string;
  /** Positions of the raw inputs that the column depends on. A derived feature counts as the inputs it is made of. */
  inputs: number[];
  /** The column's value for one encoded row of raw inputs; NaN where it is undefined. */
  evaluate: Evaluate;
  /** The formula that it is, or that it is where the row has its levels; null where it only indicates levels. */
  formula: Formula | null;
  /** The levels that it indicates: of each category, which of its groups. */
  indicates: { groups: Groups; group: number }[];
}

/** The columns of one term, which stand side by side. */
export interface Block {
  term: Term;
  /** Positions of the raw inputs that the term depends on. */
  inputs: number[];
  groups: Groups[];
  /** The product of its factors but the categories, over raw inputs; null where it has none. */
  formula: Formula | null;
  /** What the indicators of the levels are multiplied by; null where it is 1. */
  rest: Evaluate | null;
  /** One function for each input of `rest`, whose product it is; null where it is no such product. */
  factors: Evaluate[] | null;
  /** The position of its first column in a row, and how many there are. */
  start: number;
  count: number;
  /** The position in a row of the only column that is not 0, or −1 where all are 0. */
  columnOf: Evaluate;
}

/** The columns of one term before it is known which of them are dropped. */
export interface CodedTerm extends Omit<Block, "start" | "count" | "columnOf"> {
  columns: Column[];
  /** The position among them of the only one that is not 0, or −1 where all are 0. */
  indexOf: Evaluate;
}

/** The terms of a description as the columns of a design matrix. */
export interface Design {
  /** Whether there is an intercept, which stands before the columns in every row. */
  intercept: boolean;
  columns: Column[];
  blocks: Block[];
  /** The categories that stand in terms. */
  categories: Groups[];
  /** Numbers that formulas have for the levels of categories; see `OwnCoding`. */
  readings: LevelReading[];
  /** Names of the columns, intercept first. */
  names: string[];
  /** Write the row of the design matrix, intercept first, into `out` from `offset` on. */
  writeRow(encoded: ArrayLike<number>, out: Float64Array, offset?: number): void;
  /** Whether some category has a level of which no row says anything, so that the model has no estimate. */
  hasUnknown(encoded: ArrayLike<number>): boolean;
}
