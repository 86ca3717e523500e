import { Hono, type Context } from "hono";
import { refuseInMlflow } from "../../problem/dialect";
import { findReady } from "../../resources/health";
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
  const ready = await findReady(context);
  if ("problem" in ready) return refuseInMlflow(context, ready.problem);
  return context.body("\n", 200, { "Content-Type": "application/json" });
}
