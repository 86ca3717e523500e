import type { Problem } from "@/lib/api/problem/schema";
import type { ProblemKind } from "@/lib/api/problem/problem-kinds";
import type { Failed } from "./api";

/** What stands against a publication and can be dealt with beside the button. */
export type Obstacle = { kind: "gate"; failing: NonNullable<Problem["checks"]> } | { kind: "taken" };

export function obstacleOf(failed: Failed): Obstacle | undefined {
  if (failed.failed !== "refused") return undefined;
  const { code, checks = [] } = failed.problem;
  if (code === "gate") return { kind: "gate", failing: checks.filter(({ holds }) => !holds) };
  return code === "taken" ? { kind: "taken" } : undefined;
}

/** The kind of a problem, which its type ends with. */
export function kindOf({ type }: Pick<Problem, "type">): ProblemKind {
  return type.slice(type.indexOf("#") + 1) as ProblemKind;
}
