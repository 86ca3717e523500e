import { Hono, type Context } from "hono";
import { refuseInMlflow } from "../dialect";
import { logFault } from "../../service/log";
import { notReady } from "../problem";
import { checkReady } from "../../service/readiness";
import { RELEASE } from "../../service/release";
import { requireKey } from "../require-key";
import { postInvocations } from "./invocations";

/** MLflow's scoring server, whose `/ping` and `/invocations` SageMaker speaks too; mounted at the root. */
export const mlflow = new Hono()
  .get("/ping", getPing)
  .get("/health", getPing)
  .get("/version", (context) => context.text(RELEASE))
  .post("/invocations", requireKey, postInvocations);

/** `GET /ping` and `GET /health`: 200 with an empty line while predictions can be asked for. */
async function getPing(context: Context) {
  const state = await checkReady();
  if (!("reason" in state)) return context.body("\n", 200, { "Content-Type": "application/json" });
  if (state.fault) logFault(context, state.fault);
  return refuseInMlflow(context, notReady(state.reason));
}
