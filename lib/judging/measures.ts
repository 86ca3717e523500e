import type { z } from "zod";
import type { measureNameSchema } from "../model/alert-rules";
import { isDefaultTolerance, toleranceOf } from "../model/answer/tolerance";
import { FEWEST_ROWS_TO_JUDGE, hasShares } from "../model/evidence";
import type { Model } from "../model/model";
import type { Tolerance } from "../model/spec-shape";

export type MeasureName = z.infer<typeof measureNameSchema>;
export type RatioMeasure = Extract<MeasureName, "medianRatio" | "cod" | "prd" | "prb">;

interface Measure {
  /** How far a value is from the ideal: which way is good. */
  distance: (value: number) => number;
  /** From fewer rows than this there is no verdict on it. */
  fewest: number;
}

/** Below, the confidence intervals of the PRD miss up to five times as often as they say; see ratio-intervals.test.ts. */
export const FEWEST_RATIOS = 100;

const fromZero = (value: number) => value;
const fromOne = (value: number) => 1 - value;
const aroundOne = (value: number) => Math.abs(value - 1);

/** What the accuracy of a model is measured by; see measure-words.ts for what measures are called and how they are written. */
export const MEASURES: Record<MeasureName, Measure> = {
  mdape: { distance: fromZero, fewest: FEWEST_ROWS_TO_JUDGE },
  mdae: { distance: fromZero, fewest: FEWEST_ROWS_TO_JUDGE },
  within10: { distance: fromOne, fewest: FEWEST_ROWS_TO_JUDGE },
  withinTolerance: { distance: fromOne, fewest: FEWEST_ROWS_TO_JUDGE },
  medianRatio: { distance: aroundOne, fewest: FEWEST_ROWS_TO_JUDGE },
  coverage: { distance: fromOne, fewest: FEWEST_ROWS_TO_JUDGE },
  cod: { distance: fromZero, fewest: FEWEST_ROWS_TO_JUDGE },
  prd: { distance: aroundOne, fewest: FEWEST_RATIOS },
  prb: { distance: Math.abs, fewest: FEWEST_ROWS_TO_JUDGE },
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
