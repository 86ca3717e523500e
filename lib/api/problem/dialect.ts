import type { Context } from "hono";
import type { Problem } from "./schema";
import { refuse } from "./problem";

/**
 * A problem in the words of the protocol that the caller speaks: what is wrong is found in one place, and each protocol
 * only has its own way to say it.
 */
export function refuseInDialect(context: Context, problem: Problem, headers: Record<string, string> = {}): Response {
  const { path } = context.req;
  if (/^\/v2(\/|$)/.test(path)) return refuseInOpenInference(context, problem, headers);
  if (/^\/(invocations|ping|health|version)$/.test(path)) return refuseInMlflow(context, problem, headers);
  return refuse(context, problem, headers);
}

/** Neither protocol knows 422: what is wrong with a body is a bad request. */
export function statusInDialect<Status extends Problem["status"]>(status: Status) {
  return status === 422 ? 400 : status;
}

/** The Open Inference Protocol: an object with an error message. */
export function refuseInOpenInference(context: Context, problem: Problem, headers: Record<string, string> = {}) {
  return context.json({ error: problem.detail }, statusInDialect(problem.status), headers);
}

/** MLflow: the name of an error code beside the message. */
export function refuseInMlflow(context: Context, problem: Problem, headers: Record<string, string> = {}) {
  const status = statusInDialect(problem.status);
  return context.json({ error_code: errorCodes[status] ?? "BAD_REQUEST", message: problem.detail }, status, headers);
}

const errorCodes: Partial<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "RESOURCE_DOES_NOT_EXIST",
  429: "REQUEST_LIMIT_EXCEEDED",
  500: "INTERNAL_ERROR",
  503: "TEMPORARILY_UNAVAILABLE",
};
