import { DEFAULT_LOCALE, type Locale } from "../../language/locale";
import type { Evidence } from "../evidence";
import { writerOf } from "../format";
import type { Model } from "../model";
import type { Spec } from "../spec";
import type { Tolerance } from "../spec-shape";

/** How probable it is that an estimate is near the truth. */
export interface Confidence {
  /** A share of the truth where `relative`, otherwise an amount in the target's unit. */
  within: number;
  relative: boolean;
  probability: number;
}

/** How near to the truth counts as near, in what training chose where rows are known. */
export function toleranceOf({
  spec,
  evidence,
}: {
  spec: Pick<Spec, "target">;
  evidence: Pick<Evidence, "tolerance"> | null;
}): Tolerance {
  return evidence ? evidence.tolerance : spec.target.tolerance;
}

/** A tolerance as answers state it. */
export function readTolerance(tolerance: Tolerance): Pick<Confidence, "within" | "relative"> {
  return "relative" in tolerance
    ? { within: tolerance.relative, relative: true }
    : { within: tolerance.absolute, relative: false };
}

/** A tolerance in words: "10%" or "$200". */
export function toleranceInWords(
  tolerance: Tolerance,
  unit: string | undefined,
  locale: Locale = DEFAULT_LOCALE,
): string {
  const { quantity } = writerOf(locale);
  return "relative" in tolerance ? quantity(100 * tolerance.relative, "%") : quantity(tolerance.absolute, unit);
}

/** Whether it is the one of a description that names none: within 10% of the truth. */
export function isDefaultTolerance(tolerance: Tolerance): boolean {
  return "relative" in tolerance && tolerance.relative === 0.1;
}

/** The name of the column for the probability of being within the tolerance. */
export function withinColumn(model: Pick<Model, "spec" | "evidence">): "within_10" | "within_tolerance" {
  return isDefaultTolerance(toleranceOf(model)) ? "within_10" : "within_tolerance";
}
