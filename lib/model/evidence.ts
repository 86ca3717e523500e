import * as z from "zod";
import { kindOf } from "./inputs/kinds";
import { mayBeMissing } from "./inputs/kinds";
import type { Input, Spec } from "./spec";
import { toleranceSchema } from "./spec-shape";

/** What rows say of a model, whoever fitted it: rows with outcomes that were shown to us. */
export type Evidence = z.infer<typeof evidenceSchema>;
export type Accuracy = Evidence["accuracy"];
/** What the rows hold of an input: the extremes of a number, the rows at each level otherwise. */
export type SeenRange = Evidence["ranges"][string];

/** Fewer rows than this say more about chance than about the model. */
export const FEWEST_ROWS_TO_JUDGE = 30;

const number = z.number();
/** An encoded input; NaN where it is missing, which JSON has as null. */
export const encodedNumber = z.union([number, z.nan(), z.null()]).transform((value) => value ?? NaN);
const count = z.int().nonnegative();

/**
 * Errors in shares of the outcome (`mdape`, `within5` to `within20`) are null where an outcome is 0 or outcomes lie on
 * both sides of 0; `mdae`, the median absolute error, and `withinTolerance` are always there.
 */
const errors = {
  rmse: number,
  mae: number,
  mdae: number,
  mdape: number.nullable(),
  within5: number.nullable(),
  within10: number.nullable(),
  within20: number.nullable(),
  withinTolerance: number,
};

const ratioFigures = { median: number, cod: number, prd: number, prb: number };
const range = z.strictObject({ low: number, high: number });
const benchmark = z.strictObject({ median: number, low: number, high: number, p: number });

/** See `ratioStudy`. */
const ratioSchema = z.strictObject({
  ...ratioFigures,
  /** 95% confidence intervals; see `ratioIntervals`. */
  intervals: z.strictObject({ median: range, cod: range, prd: range, prb: range }),
  /**
   * What a model with the same noise and no bias scores: the median and the middle 95% of simulations, and the two-sided
   * probability of a figure as far from there as the measured one; see `simulateOracle`.
   */
  oracle: z.strictObject({ median: benchmark, cod: benchmark, prd: benchmark, prb: benchmark }).nullable(),
  /** The rows in thirds by their outcome: the median ratio, and what it is for the oracle. */
  thirds: z.array(
    z.strictObject({ low: number, high: number, n: count, medianRatio: number, oracle: number.nullable() }),
  ),
});
export type RatioStudy = z.infer<typeof ratioSchema>;
export type RatioFigures = Pick<RatioStudy, keyof typeof ratioFigures>;
export type RatioBenchmark = z.infer<typeof benchmark>;

/** Each row estimated by the model fitted without it. In the target's unit; shares are between 0 and 1. */
const accuracySchema = z.strictObject({
  ...errors,
  predictiveR2: number,
  /** The same for "always the mean of the others". */
  baseline: z.strictObject(errors),
  /** Null where the description asks for no ratio study, or outcomes or estimates are not positive. */
  ratio: ratioSchema.nullable(),
  /**
   * The share of rows inside the intervals of a level: those of the answers, and those of either kind. Conformal ones
   * hold ⌈n · level⌉ of n rows left out by construction; see `coverageByEstimate` for what that does not say.
   */
  coverage: z.array(z.strictObject({ level: number, measured: number, t: number, conformal: number.nullable() })),
  /** The probability of being within the tolerance as claimed, and the share that was, for rows of like probability. */
  calibration: z.array(z.strictObject({ claimed: number, measured: number, n: count })),
  /** Rows with an estimate, made without the row, above `low` (in the lowest, from it on) up to `high`; or with an input at a value. */
  segments: z.array(
    z.strictObject({
      by: z.string(),
      range: z.strictObject({ low: number, high: number }).nullable(),
      value: z.union([number, z.boolean(), z.string()]).nullable(),
      n: count,
      mdae: number,
      mdape: number.nullable(),
      within10: number.nullable(),
      withinTolerance: number,
      medianRatio: number.nullable(),
      /**
       * Rows with an outcome above and below their estimate, and the medians of outcome over estimate and of outcome less
       * estimate; the ratio is null where either is not positive, all of it where the rows have an input at a value, and
       * where groups by estimate cannot show sides (see `estimatesShowSides`).
       */
      lean: z.strictObject({ above: count, below: count, ratio: number.nullable(), difference: number }).nullable(),
    }),
  ),
});

/** Rows in which the input is missing; only of an input that may be. */
const missing = { missing: count.optional() };
/** On a table that the fit has not seen, row by row as it would be answered; in the target's unit. */
const testSchema = z.strictObject({
  rows: count,
  /** Rows that were estimated, on which all of this was measured; of a table of more than 20,000 rows, of a sample. */
  measured: count,
  refused: count,
  ...errors,
  /** Null where all outcomes are the same. */
  predictiveR2: number.nullable(),
  /** The same for "always the mean of the training rows". */
  baseline: z.strictObject(errors),
  /** The share of rows inside their intervals of a level. */
  coverage: z.array(z.strictObject({ level: number, measured: number })),
});
export type TestAccuracy = z.infer<typeof testSchema>;

export const evidenceSchema = z.strictObject({
  /** How many rows there were, without those that were left out. */
  rows: z.int().positive(),
  /** Whether they are rows that the fit has not seen, so that none had to be left out; see `calibrateModel`. */
  calibration: z.literal(true).optional(),
  /**
   * Rows of the table that were left out since an input or the outcome is missing, and in how many rows of the table each
   * of those is missing; not there where none was left out.
   */
  leftOut: z.strictObject({ rows: z.int().positive(), missing: z.record(z.string(), z.int().positive()) }).optional(),
  ranges: z.record(
    z.string(),
    z.union([
      z.strictObject({ min: number, max: number, ...missing }),
      z.strictObject({
        counts: z.record(z.string(), count),
        /** Where levels with fewer rows than this are estimated as one, and how many rows those have together. */
        pooled: z.strictObject({ fewest: z.int().positive(), rows: z.int().positive() }).optional(),
        ...missing,
      }),
    ]),
  ),
  /**
   * The largest reach that a row which does not fit itself would have if it were new, h / (1 − h) for a linear model: a
   * row beyond it is an unusual combination. At least 1 where a row fits itself for another reason than a level that
   * it alone has.
   */
  farthest: number,
  /** The largest distance from a row to the nearest background row that differs from it; see `Neighbours`. */
  apart: number,
  /** The extremes of the outcomes. */
  outcomes: z.strictObject({ min: number, max: number }),
  /** How near an estimate has to be to count: what the description says, or an absolute one where no share exists. */
  tolerance: toleranceSchema,
  /** How many of the rows were looked at one by one: all of a table of up to 20,000, a sample of a larger one. */
  sampled: z.int().positive(),
  /** How many of those do not fit themselves: what `accuracy` was measured on. */
  measured: count,
  accuracy: accuracySchema,
  /** Where the description names a test table. */
  test: testSchema.optional(),
  /** What turns the median of a transformed target into its mean, see `smearingOf`; null where that is the same. */
  smearing: number.nullable(),
  /** Of the target, over the rows that were looked at; one more edge than counts. */
  histogram: z.strictObject({ edges: z.array(number), counts: z.array(count) }),
  /**
   * The rows that explanations are measured against, at most 1,000 of those looked at, by column: raw inputs encoded, null where missing,
   * outcomes, and the estimates by the model fitted without the row, in the target's unit; null for a row that fits
   * itself. There are none in an export of a model whose rows are private.
   */
  background: z.strictObject({
    inputs: z.record(z.string(), z.array(encodedNumber)),
    actual: z.array(number),
    unseen: z.array(number.nullable()),
  }),
  /**
   * Rows in groups by the estimate of the model fitted without them; null where there are too few to judge. An estimate in
   * (edges[g], edges[g + 1]] is of group g, the lowest of all of the first, in the target's unit. Of each group how many
   * rows it has and, ascending, the level above which the interval of a row holds its truth: of every row or, where a group
   * has many, at quantiles of equal distance (see `measureByEstimate`).
   */
  coverageByEstimate: z
    .strictObject({
      edges: z.array(number),
      groups: z.array(z.strictObject({ n: count, levels: z.array(number) })),
    })
    .nullable(),
  /** Errors over their size on rows left out, ascending; null where the intervals do not come from them. */
  conformal: z.strictObject({ scores: z.array(number).min(1) }).nullable(),
});

/** Whether errors are shares of the outcome: not where an outcome is 0, or outcomes lie on both sides of 0. */
export function hasShares({ outcomes }: Pick<Evidence, "outcomes">): boolean {
  return outcomes.min > 0 || outcomes.max < 0;
}

/** Beyond this many times the reach of the farthest row, a number would mislead. */
const TOO_FAR = 3;

/**
 * The reach beyond which there is no estimate; none where no rows are known.
 *
 * A level that one row alone has adds 1 to the reach of every row with it, however near that row it is: where there is
 * such a level, the limit is 1 higher.
 */
export function largestReach(evidence: Evidence | null): number {
  if (evidence === null) return Infinity;
  let largest = limits.get(evidence);
  if (largest === undefined) {
    const once = Object.values(evidence.ranges).some((range) => "counts" in range && hasSingle(range));
    limits.set(evidence, (largest = TOO_FAR * evidence.farthest + Number(once)));
  }
  return largest;
}

/** It is needed for every row. */
const limits = new WeakMap<Evidence, number>();

/** Whether one row alone has a level that is estimated on its own, or those that are pooled. */
function hasSingle({ counts, pooled }: Extract<SeenRange, { counts: unknown }>): boolean {
  return pooled?.rows === 1 || ((pooled?.fewest ?? 0) <= 1 && Object.values(counts).includes(1));
}

/** Whether the values of an input are extremes and what lies between them, as those of numbers and dates are. */
export function isMeasured(input: Input): input is Extract<Input, { kind: "number" | "integer" | "date" }> {
  return input.kind === "number" || input.kind === "integer" || input.kind === "date";
}

/** How far an input goes: what the rows hold of it or, for a number or a date without rows, its bounds where it has both. */
export function spanOf(input: Input, evidence: Evidence | null): SeenRange | undefined {
  if (evidence) return evidence.ranges[input.name];
  if (!isMeasured(input) || input.min === undefined || input.max === undefined) return undefined;
  const { min, max } = kindOf(input).cell(input);
  return { min, max };
}

/** Whether rows came with what is known: an export of a model whose rows are private has none. */
export function hasBackground(evidence: Evidence | null): evidence is Evidence {
  return evidence !== null && evidence.background.actual.length > 0;
}

/** The background rows as they are encoded, one for each outcome. */
export function backgroundRows({ inputs }: Spec, { background }: Pick<Evidence, "background">): Float64Array[] {
  return background.actual.map((_, row) =>
    Float64Array.from(inputs, ({ name }) => background.inputs[name]![row]!),
  );
}

/** The first thing that evidence does not say of a description, or undefined. */
export function findMismatch(spec: Spec, evidence: Evidence): string | undefined {
  const { ranges, background, histogram, smearing, coverageByEstimate } = evidence;
  const rows = background.actual.length;
  for (const input of spec.inputs) {
    const { name } = input;
    const range = ranges[name];
    if (range === undefined || "min" in range !== isMeasured(input)) {
      return `ranges.${name}: must describe the input`;
    }
    const column = background.inputs[name];
    if (column?.length !== rows) return `background.inputs.${name}: must have ${rows} numbers`;
    if (!mayBeMissing(input) && column.some(Number.isNaN)) return `background.inputs.${name}: must not be null`;
  }
  if (background.unseen.length !== rows) return `background.unseen: must have ${rows} numbers`;
  if (histogram.edges.length !== histogram.counts.length + 1) return "histogram.edges: must be one more than counts";
  if (coverageByEstimate && coverageByEstimate.edges.length !== coverageByEstimate.groups.length + 1) {
    return "coverageByEstimate.edges: must be one more than groups";
  }
  const { transform, estimates } = spec.target;
  if (transform !== "identity" && estimates === undefined && smearing === null) return `smearing: must be there for a ${transform} target`;
  return undefined;
}
