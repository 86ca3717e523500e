import type { Failed } from "./api";

/** What stands against a publication and can be dealt with beside the button. */
export interface Obstacle {
  kind: "gate" | "taken";
  detail: string;
}

/** The end of a refusal by the gate, for programs. */
const FOR_PROGRAMS = /; to publish it all the same, send override: true$/;

export function obstacleOf(failed: Failed): Obstacle | undefined {
  if (failed.failed !== "refused" || failed.problem.status !== 409) return undefined;
  const { detail } = failed.problem;
  if (FOR_PROGRAMS.test(detail)) return { kind: "gate", detail: detail.replace(FOR_PROGRAMS, "") };
  return detail.includes("another id") ? { kind: "taken", detail } : undefined;
}
