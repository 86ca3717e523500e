import { z } from "zod";
import type { Context } from "hono";
import { checkReady } from "../../service/readiness";
import type { Problem } from "../problem/schema";
import { noteFault } from "../middleware/observe";
import { notReady, refuse } from "../problem/problem";

export const liveSchema = z.strictObject({ status: z.literal("live") });
export const readySchema = z.strictObject({ status: z.literal("ready"), models: z.int().nonnegative() });
type Live = z.infer<typeof liveSchema>;
type Ready = z.infer<typeof readySchema>;

/** `GET /api/health/live`: the process runs; if this fails, it should be started anew. */
export function getLive(context: Context) {
  const answer: Live = { status: "live" };
  return context.json(answer, 200);
}

/** `GET /api/health/ready`: every model is loaded and new work is welcome. */
export async function getReady(context: Context) {
  const ready = await findReady(context);
  if ("problem" in ready) return refuse(context, ready.problem);
  const answer: Ready = { status: "ready", models: ready.models };
  return context.json(answer, 200);
}

/** What `checkReady` finds, as a problem where that is none; an operator finds the cause in the log. */
export async function findReady(context: Context): Promise<{ models: number } | { problem: Problem }> {
  const ready = await checkReady();
  if ("models" in ready) return ready;
  if (ready.fault !== undefined) noteFault(context, ready.fault);
  return { problem: notReady(ready.reason) };
}
