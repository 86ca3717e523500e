import type { Context } from "hono";
import { listModels } from "../../registry/registry";
import type { Live, Ready } from "../contract";
import { logFault } from "../../service/log";
import { notReady, refuse } from "../problem/problem";
import { readiness } from "../../service/readiness";

/** `GET /api/health/live`: the process runs; if this fails, it should be started anew. */
export function getLive(context: Context) {
  const answer: Live = { status: "live" };
  return context.json(answer, 200);
}

/** `GET /api/health/ready`: every model is loaded and new work is welcome. */
export async function getReady(context: Context) {
  if (readiness.draining) return refuse(context, notReady("this process is stopping"));
  try {
    const models = await listModels();
    const answer: Ready = { status: "ready", models: models.length };
    return context.json(answer, 200);
  } catch (error) {
    logFault(context, error);
    return refuse(context, notReady("a model cannot be loaded; the log says which"));
  }
}
