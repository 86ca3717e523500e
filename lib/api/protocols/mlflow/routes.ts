import { Hono, type Context } from "hono";
import { listModels } from "../../../registry/registry";
import { refuseInMlflow } from "../../problem/dialect";
import { logFault } from "../../../service/log";
import { notReady } from "../../problem/problem";
import { readiness } from "../../../service/readiness";
import { RELEASE } from "../../../service/release";
import { requireKey } from "../../middleware/require-key";
import { postInvocations } from "./invocations";

/** MLflow's scoring server, whose `/ping` and `/invocations` SageMaker speaks too; mounted at the root. */
export const mlflow = new Hono()
  .get("/ping", getPing)
  .get("/health", getPing)
  .get("/version", (context) => context.text(RELEASE))
  .post("/invocations", requireKey, postInvocations);

/** `GET /ping` and `GET /health`: 200 with an empty line while predictions can be asked for. */
async function getPing(context: Context) {
  if (readiness.draining) return refuseInMlflow(context, notReady("this process is stopping"));
  try {
    await listModels();
    return context.body("\n", 200, { "Content-Type": "application/json" });
  } catch (error) {
    logFault(context, error);
    return refuseInMlflow(context, notReady("a model cannot be loaded; the log says which"));
  }
}
