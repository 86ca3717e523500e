import * as z from "zod";
import type { Input, Spec } from "./spec";

/** What rows say of a model, whoever fitted it: rows with outcomes that were shown to us. */
export type Evidence = z.infer<typeof evidenceSchema>;
export type Accuracy = Evidence["accuracy"];
/** What the rows hold of an input: the extremes of a number, the rows at each level otherwise. */
export type SeenRange = Evidence["ranges"][string];

/** Fewer rows than this say more about chance than about the model. */
export const FEWEST_ROWS_TO_JUDGE = 30;

const number = z.number();
const count = z.int().nonnegative();

const errors = {
  rmse: number,
  mae: number,
  mdape: number,
  within5: number,
  within10: number,
  within20: number,
};

const ratioFigures = { median: number, cod: number, prd: number, prb: number };
const range = z.strictObject({ low: number, high: number });
const benchmark = z.strictObject({ median: number, low: number, high: number, p: number });

/** See `ratioStudy`. */
const ratioSchema = z.strictObject({
  ...ratioFigures,
  /** 95 % confidence intervals; see `ratioIntervals`. */
  intervals: z.strictObject({ median: range, cod: range, prd: range, prb: range }),
  /**
   * What a model with the same noise and no bias scores: the median and the middle 95 % of simulations, and the two-sided
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
  /** The share of rows inside the intervals of a level: those of the answers, and those of either kind. */
  coverage: z.array(z.strictObject({ level: number, measured: number, t: number, conformal: number.nullable() })),
  /** The probability of being within 10 % as claimed, and the share that was, for rows of like probability. */
  calibration: z.array(z.strictObject({ claimed: number, measured: number, n: count })),
  /** Rows with the target in a range, or with an input at a value. */
  segments: z.array(
    z.strictObject({
      by: z.string(),
      range: z.strictObject({ low: number, high: number }).nullable(),
      value: z.union([number, z.boolean(), z.string()]).nullable(),
      n: count,
      mdape: number,
      within10: number,
      medianRatio: number.nullable(),
    }),
  ),
});

export const evidenceSchema = z.strictObject({
  /** How many rows there were. */
  rows: z.int().positive(),
  ranges: z.record(
    z.string(),
    z.union([z.strictObject({ min: number, max: number }), z.strictObject({ counts: z.record(z.string(), count) })]),
  ),
  /** The largest reach among the rows that do not fit themselves; a row beyond it is an unusual combination. */
  farthest: number,
  /** How many of the rows do not fit themselves, or of a sample of them: what `accuracy` was measured on. */
  measured: count,
  accuracy: accuracySchema,
  /** Mean of exp(residual), which turns the median of a log target into its mean; null for other targets. */
  smearing: number.nullable(),
  /** Of the target; one more edge than counts. */
  histogram: z.strictObject({ edges: z.array(number), counts: z.array(count) }),
  /**
   * Rows that explanations are measured against, by column: raw inputs encoded, outcomes, and the estimates by the model
   * fitted without the row, in the target's unit; null for a row that fits itself.
   */
  background: z.strictObject({
    inputs: z.record(z.string(), z.array(number)),
    actual: z.array(number).min(1),
    unseen: z.array(number.nullable()),
  }),
  /** Errors over their size on rows left out, ascending; null where there are too few rows for intervals from them. */
  conformal: z.strictObject({ scores: z.array(number).min(1) }).nullable(),
});

/** How far an input goes: what the rows hold of it or, for a number without rows, its bounds where it has both. */
export function spanOf(input: Input, evidence: Evidence | null): SeenRange | undefined {
  if (evidence) return evidence.ranges[input.name];
  if (input.kind !== "number" && input.kind !== "integer") return undefined;
  const { min, max } = input;
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The background rows as they are encoded, one for each outcome. */
export function backgroundRows({ inputs }: Spec, { background }: Evidence): Float64Array[] {
  return background.actual.map((_, row) =>
    Float64Array.from(inputs, ({ name }) => background.inputs[name]![row]!),
  );
}

/** The first thing that evidence does not say of a description, or undefined. */
export function findMismatch(spec: Spec, { ranges, background, histogram, smearing }: Evidence): string | undefined {
  const rows = background.actual.length;
  for (const { name, kind } of spec.inputs) {
    const range = ranges[name];
    if (range === undefined || "min" in range !== (kind === "number" || kind === "integer")) {
      return `ranges.${name}: must describe the input`;
    }
    if (background.inputs[name]?.length !== rows) return `background.inputs.${name}: must have ${rows} numbers`;
  }
  if (background.unseen.length !== rows) return `background.unseen: must have ${rows} numbers`;
  if (histogram.edges.length !== histogram.counts.length + 1) return "histogram.edges: must be one more than counts";
  if (spec.target.transform === "log" && smearing === null) return "smearing: must be there for a log target";
  return undefined;
}
