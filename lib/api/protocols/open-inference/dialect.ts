import { z } from "zod";
import { answers } from "../../openapi/names";
import type { Dialect } from "../../problem/dialect";

/** The Open Inference Protocol has an object with an error message. */
export const openInferenceDialect: Dialect = {
  base: "/v2",
  schema: z.object({ error: z.string() }).register(answers, { id: "InferenceError" }),
  write: ({ detail }) => ({ error: detail }),
};
