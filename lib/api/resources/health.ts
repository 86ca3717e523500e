import type { Context } from "hono";
import { z } from "zod";
import { checkReady } from "../../service/readiness";
import type { StoreState } from "../../service/store-state";
import { noteFault } from "../middleware/observe";
import { answers } from "../openapi/names";
import { notReady } from "../problem/problem";
import { refuse } from "../problem/refuse";
import type { Problem } from "../problem/schema";
import { resource } from "../resource";

export const liveSchema = z.strictObject({ status: z.literal("live") }).register(answers, { id: "Live" });
export const readySchema = z
  .strictObject({
    status: z.literal("ready"),
    models: z.int().nonnegative().meta({ description: "the number of models that can answer" }),
    store: z.enum(["ok", "none", "away"]).meta({
      description: "whether the store is available for outcomes, keys and the log; single predictions do not need it",
    }),
    cause: z.string().optional().meta({ description: "why the store is not available" }),
  })
  .register(answers, { id: "Ready" });

/** `GET /api/health/live`: the process runs; if this fails, it should be started anew. */
export const getLive = resource({
  method: "get",
  path: "/api/health/live",
  auth: "open",
  probe: true,
  document: {
    id: "checkLive",
    summary: "Check that the process runs",
    description: "Restart the process if there is no response.",
    answer: { schema: liveSchema, description: "the process runs", examples: { live: { status: "live" } } },
  },
  handler(context) {
    const answer: z.infer<typeof liveSchema> = { status: "live" };
    return context.json(answer, 200);
  },
});

/** `GET /api/health/ready`: a model answers at least, and new work is welcome. */
export const getReady = resource({
  method: "get",
  path: "/api/health/ready",
  auth: "open",
  probe: true,
  problems: ["not-ready"],
  document: (models) => ({
    id: "checkReady",
    summary: "Check that models can answer",
    description: "The server is ready when at least one model can answer. It is not ready while it shuts down.",
    answer: {
      schema: readySchema,
      description: "models can answer",
      examples: { ready: { status: "ready", models: models.length, store: "ok" } },
    },
  }),
  async handler(context) {
    const ready = await findReady(context);
    if ("problem" in ready) return refuse(context, ready.problem);
    const answer: z.infer<typeof readySchema> = { status: "ready", ...ready };
    return context.json(answer, 200);
  },
});

/** What `checkReady` finds, as a problem where that is none; an operator finds the cause in the log. */
export async function findReady(context: Context): Promise<({ models: number } & StoreState) | { problem: Problem }> {
  const ready = await checkReady();
  if ("models" in ready) return ready;
  if (ready.fault !== undefined) noteFault(context, ready.fault);
  return { problem: notReady(ready.reason) };
}
