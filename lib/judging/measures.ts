import type { z } from "zod";
import type { measureNameSchema } from "../model/alert-rules";
import { isDefaultTolerance, toleranceInWords, toleranceOf } from "../model/answer/confidence";
import { hasShares } from "../model/evidence";
import { formatQuantity, formatShare } from "../model/format";
import type { Model } from "../model/model";
import type { Tolerance } from "../model/spec";

export type MeasureName = z.infer<typeof measureNameSchema>;

interface Measure {
  label: string;
  /** How far a value is from the ideal: which way is good. */
  distance: (value: number) => number;
  /** @param unit of the target, for what is measured in it */
  write: (value: number, unit?: string) => string;
}

const toStep = (step: number) => (value: number) => formatQuantity(value, undefined, step);
const toDigits = (value: number, unit?: string) => formatQuantity(Number(value.toPrecision(3)), unit);

/**
 * What the accuracy of a model is measured by. A share is written in whole per cent, a figure of a ratio study with the
 * decimals in which the standard states what it accepts (see `judgeRatios`).
 */
export const MEASURES: Record<MeasureName, Measure> = {
  mdape: { label: "Median error", distance: (value) => value, write: formatShare },
  mdae: { label: "Median error", distance: (value) => value, write: toDigits },
  within10: { label: "Within 10 %", distance: (value) => 1 - value, write: formatShare },
  withinTolerance: { label: "Within the tolerance", distance: (value) => 1 - value, write: formatShare },
  medianRatio: { label: "Median ratio", distance: (value) => Math.abs(value - 1), write: toStep(0.01) },
  coverage: { label: "Truths inside the 80 % range", distance: (value) => 1 - value, write: formatShare },
  cod: { label: "Coefficient of dispersion (COD)", distance: (value) => value, write: toStep(0.1) },
  prd: { label: "Price-related differential (PRD)", distance: (value) => Math.abs(value - 1), write: toStep(0.001) },
  prb: { label: "Price-related bias (PRB)", distance: (value) => Math.abs(value), write: toStep(0.001) },
};

/** What the errors of a model are measured by: how near counts as near, and whether errors are shares of the outcome. */
export interface Yardstick {
  tolerance: Tolerance;
  shares: boolean;
}

/** Of a model that is not known. */
export const USUAL_YARDSTICK: Yardstick = { tolerance: { relative: 0.1 }, shares: true };

export function yardstickOf(model: Pick<Model, "spec" | "evidence">): Yardstick {
  return { tolerance: toleranceOf(model), shares: model.evidence === null || hasShares(model.evidence) };
}

/** The median error and the share near the truth, by the names that they have for a tolerance. */
export function errorMeasures(tolerance: Tolerance): { error: "mdape" | "mdae"; near: "within10" | "withinTolerance" } {
  return {
    error: "relative" in tolerance ? "mdape" : "mdae",
    near: isDefaultTolerance(tolerance) ? "within10" : "withinTolerance",
  };
}

/** All that a model is measured by. */
export function measuresBy({ tolerance, shares }: Yardstick): MeasureName[] {
  const { error, near } = errorMeasures(tolerance);
  return [error, near, ...(shares ? ["medianRatio" as const] : []), "coverage", ...(shares ? RATIO_STUDY : [])];
}

const RATIO_STUDY: MeasureName[] = ["cod", "prd", "prb"];

/** The name of a measure for people: "Within $200". */
export function measureLabel(measure: MeasureName, tolerance: Tolerance, unit: string | undefined): string {
  return measure === "withinTolerance" ? `Within ${toleranceInWords(tolerance, unit)}` : MEASURES[measure].label;
}
