import type { Context } from "hono";
import type { Live, Ready } from "./contract";
import { logFault } from "../service/log";
import { notReady, refuse } from "./problem";
import { checkReady } from "../service/readiness";

/** `GET /api/health/live`: the process runs; if this fails, it should be started anew. */
export function getLive(context: Context) {
  const answer: Live = { status: "live" };
  return context.json(answer, 200);
}

/** `GET /api/health/ready`: a model answers at least, and new work is welcome. */
export async function getReady(context: Context) {
  const state = await checkReady();
  if ("reason" in state) {
    if (state.fault) logFault(context, state.fault);
    return refuse(context, notReady(state.reason));
  }
  const answer: Ready = { status: "ready", models: state.models };
  return context.json(answer, 200);
}
