import type { AlertStep } from "./report";

/**
 * An alert looks again and again, and a look that keeps to one false alarm in twenty comes to one in most years. So
 * an alert takes more to fire than a verdict does, and less to stand than to fire: otherwise a difference near the
 * limit would fire and clear it time and again.
 */

/** An alert fires where chance makes such a difference in at most so many looks. */
export const FIRES = 0.001;
/** An alert that stands is cleared where chance makes such a difference in so many looks or more. */
export const CLEARS = 0.7;

/** What an alert does with the most certain of several findings; "clear" for none. */
export function strongestStep(steps: Iterable<AlertStep>): AlertStep {
  const found = new Set(steps);
  return found.has("fire") ? "fire" : found.has("keep") ? "keep" : "clear";
}
