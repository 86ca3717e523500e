import type { z } from "zod";
import type { measureNameSchema } from "../model/alert-rules";
import { isDefaultTolerance, toleranceOf } from "../model/answer/tolerance";
import { FEWEST_ROWS_TO_JUDGE, hasShares } from "../model/evidence";
import { formatQuantity, formatShare } from "../model/format";
import type { Model } from "../model/model";
import type { Tolerance } from "../model/spec-shape";

export type MeasureName = z.infer<typeof measureNameSchema>;
export type RatioMeasure = Extract<MeasureName, "medianRatio" | "cod" | "prd" | "prb">;

interface Measure {
  label: string;
  /** How far a value is from the ideal: which way is good. */
  distance: (value: number) => number;
  /** @param unit of the target, for what is measured in it */
  write: (value: number, unit?: string) => string;
  /** From fewer rows than this there is no verdict on it. */
  fewest: number;
}

/** Below, the confidence intervals of the PRD miss up to five times as often as they say; see ratio-intervals.test.ts. */
export const FEWEST_RATIOS = 100;

const toStep = (step: number) => (value: number) => formatQuantity(value, undefined, step);
const toDigits = (value: number, unit?: string) => formatQuantity(Number(value.toPrecision(3)), unit);

/**
 * What the accuracy of a model is measured by. A share is written in whole per cent, a figure of a ratio study with the
 * decimals in which the standard states what it accepts (see `judgeRatios`).
 */
export const MEASURES: Record<MeasureName, Measure> = {
  mdape: { label: "Median error", distance: (value) => value, write: formatShare, fewest: FEWEST_ROWS_TO_JUDGE },
  mdae: { label: "Median error", distance: (value) => value, write: toDigits, fewest: FEWEST_ROWS_TO_JUDGE },
  within10: { label: "Within 10%", distance: (value) => 1 - value, write: formatShare, fewest: FEWEST_ROWS_TO_JUDGE },
  withinTolerance: {
    label: "Within the tolerance",
    distance: (value) => 1 - value,
    write: formatShare,
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
  medianRatio: {
    label: "Median ratio",
    distance: (value) => Math.abs(value - 1),
    write: toStep(0.01),
    fewest: FEWEST_ROWS_TO_JUDGE,
  },
  coverage: {
    label: "Truths inside the 80% range",
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

/** What the errors of a model are measured by: how near counts as near, and whether errors are shares of the outcome. */
export interface Yardstick {
  tolerance: Tolerance;
  shares: boolean;
  /** Whether the description asks for a ratio study. */
  ratioStudy: boolean;
}

/** Of a model that is not known. */
export const USUAL_YARDSTICK: Yardstick = { tolerance: { relative: 0.1 }, shares: true, ratioStudy: false };

export function yardstickOf(model: Pick<Model, "spec" | "evidence">): Yardstick {
  const { ratioStudy } = model.spec.target;
  return { tolerance: toleranceOf(model), shares: model.evidence === null || hasShares(model.evidence), ratioStudy };
}

/** The median error and the share near the truth, by the names that they have for a tolerance. */
export function errorMeasures(tolerance: Tolerance): { error: "mdape" | "mdae"; near: "within10" | "withinTolerance" } {
  return {
    error: "relative" in tolerance ? "mdape" : "mdae",
    near: isDefaultTolerance(tolerance) ? "within10" : "withinTolerance",
  };
}

/** All that a model is measured by. */
export function measuresBy({ tolerance, shares, ratioStudy }: Yardstick): MeasureName[] {
  const { error, near } = errorMeasures(tolerance);
  return [
    error,
    near,
    ...(shares ? ["medianRatio" as const] : []),
    "coverage",
    ...(shares && ratioStudy ? RATIO_STUDY : []),
  ];
}

const RATIO_STUDY: MeasureName[] = ["cod", "prd", "prb"];
