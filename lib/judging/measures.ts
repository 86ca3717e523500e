import type { z } from "zod";
import type { measureNameSchema } from "../model/alert-rules";
import { formatQuantity, formatShare } from "../model/format";

export type MeasureName = z.infer<typeof measureNameSchema>;

interface Measure {
  label: string;
  /** How far a value is from the ideal: which way is good. */
  distance: (value: number) => number;
  write: (value: number) => string;
}

const toStep = (step: number) => (value: number) => formatQuantity(value, undefined, step);

/**
 * What the accuracy of a model is measured by. A share is written in whole per cent, a figure of a ratio study with the
 * decimals in which the standard states what it accepts (see `judgeRatios`).
 */
export const MEASURES: Record<MeasureName, Measure> = {
  mdape: { label: "Median error", distance: (value) => value, write: formatShare },
  within10: { label: "Within 10 %", distance: (value) => 1 - value, write: formatShare },
  medianRatio: { label: "Median ratio", distance: (value) => Math.abs(value - 1), write: toStep(0.01) },
  coverage: { label: "Truths inside the 80 % range", distance: (value) => 1 - value, write: formatShare },
  cod: { label: "Coefficient of dispersion (COD)", distance: (value) => value, write: toStep(0.1) },
  prd: { label: "Price-related differential (PRD)", distance: (value) => Math.abs(value - 1), write: toStep(0.001) },
  prb: { label: "Price-related bias (PRB)", distance: (value) => Math.abs(value), write: toStep(0.001) },
};
