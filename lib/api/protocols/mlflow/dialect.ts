import { z } from "zod";
import { answers } from "../../openapi/names";
import type { Dialect } from "../../problem/dialect";

/** MLflow has the name of an error code beside the message. */
export const mlflowDialect: Dialect = {
  schema: z.object({ error_code: z.string(), message: z.string() }).register(answers, { id: "MlflowError" }),
  write: ({ detail }, status) => ({ error_code: errorCodes[status] ?? "BAD_REQUEST", message: detail }),
};

const errorCodes: Partial<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "RESOURCE_DOES_NOT_EXIST",
  429: "REQUEST_LIMIT_EXCEEDED",
  500: "INTERNAL_ERROR",
  503: "TEMPORARILY_UNAVAILABLE",
};
