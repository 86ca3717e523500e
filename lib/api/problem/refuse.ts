import type { Context } from "hono";
import { statusInDialect } from "./dialect";
import type { Problem } from "./schema";

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = "application/problem+json";

/** Answer with a problem, in the words of the protocol that the caller speaks. */
export function refuse<P extends Problem>(context: Context, problem: P, headers: Record<string, string> = {}) {
  const dialect = context.get("dialect");
  if (!dialect) return context.json(problem, problem.status, { ...headers, "Content-Type": PROBLEM_TYPE });
  const status = statusInDialect(problem.status);
  // The typed client knows no protocol but ours.
  return context.json(dialect.write(problem, status), status, headers) as never;
}
