import type { z } from "zod";
import type { measureNameSchema } from "../model/alert-rules";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import { formatQuantity, formatShare } from "../model/format";

export type MeasureName = z.infer<typeof measureNameSchema>;

interface Measure {
  label: string;
  /** How far a value is from the ideal: which way is good. */
  distance: (value: number) => number;
  write: (value: number) => string;
  /** From fewer rows than this there is no verdict on it. */
  fewest: number;
}

/** Below, the confidence intervals of the PRD miss up to five times as often as they say; see ratio-intervals.test.ts. */
export const FEWEST_RATIOS = 100;

const toStep = (step: number) => (value: number) => formatQuantity(value, undefined, step);

/**
 * What the accuracy of a model is measured by. A share is written in whole per cent, a figure of a ratio study with the
 * decimals in which the standard states what it accepts (see `judgeRatios`).
 */
export const MEASURES: Record<MeasureName, Measure> = {
  mdape: { label: "Median error", distance: (value) => value, write: formatShare, fewest: FEWEST_ROWS_TO_JUDGE },
  within10: { label: "Within 10 %", distance: (value) => 1 - value, write: formatShare, fewest: FEWEST_ROWS_TO_JUDGE },
  medianRatio: {
    label: "Median ratio",
    distance: (value) => Math.abs(value - 1),
    write: toStep(0.01),
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
  coverage: {
    label: "Truths inside the 80 % range",
    distance: (value) => 1 - value,
    write: formatShare,
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
  cod: {
    label: "Coefficient of dispersion (COD)",
    distance: (value) => value,
    write: toStep(0.1),
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
  prd: {
    label: "Price-related differential (PRD)",
    distance: (value) => Math.abs(value - 1),
    write: toStep(0.001),
    fewest: FEWEST_RATIOS,
  },
  prb: {
    label: "Price-related bias (PRB)",
    distance: (value) => Math.abs(value),
    write: toStep(0.001),
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
};
