import type { AlertStep } from "./report";

/**
 * An alert is evaluated every day. With one false alarm in 20 evaluations, most years would have one. So an alert needs
 * stronger evidence to open than a verdict does, and weaker evidence to stay open: otherwise a difference near the limit
 * would open and close it again and again.
 */

/** An alert opens where chance makes such a difference in at most this share of evaluations. */
export const FIRES = 0.001;
/** An open alert closes where chance makes such a difference in at least this share of evaluations. */
export const CLEARS = 0.7;

/** What an alert does with the most certain of several findings; "clear" for none. */
export function strongestStep(steps: Iterable<AlertStep>): AlertStep {
  const found = new Set(steps);
  return found.has("fire") ? "fire" : found.has("keep") ? "keep" : "clear";
}
