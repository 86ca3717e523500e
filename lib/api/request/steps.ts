import type { Problem } from "../problem/schema";
import type { Soon } from "../../service/soon";

/**
 * A step towards an answer: it notes on the work what it finds, or gives the problem that ends the work. It gives a
 * promise only where it has to wait.
 */
export type Step<Work> = (work: Work) => Soon<Problem | undefined>;

/** Take steps in their order, and wait for each. Gives the first problem. */
export async function takeSteps<Work>(steps: Step<Work>[], work: Work): Promise<Problem | undefined> {
  for (const step of steps) {
    const taken = step(work);
    const problem = taken instanceof Promise ? await taken : taken;
    if (problem) return problem;
  }
  return undefined;
}

/** Take steps in their order without waiting. False as soon as one finds a problem or has to wait. */
export function takeStepsAtOnce<Work>(steps: Step<Work>[], work: Work): boolean {
  return steps.every((step) => {
    const taken = step(work);
    // Nothing waits for it, so nothing else would notice that it fails.
    if (taken instanceof Promise) taken.catch(() => undefined);
    return taken === undefined;
  });
}
