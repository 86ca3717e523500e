import { Hono } from "hono";
import { crossOrigin } from "./cross-origin";
import { refuseInDialect } from "./dialect";
import { getMetrics } from "./get-metrics";
import { getDocument } from "./get-document";
import { getExport } from "./get-export";
import { getLive, getReady } from "./health";
import { logFault } from "../service/log";
import { mlflow } from "./mlflow/routes";
import { getModel, getModels } from "./models";
import { getMonitoring } from "./monitoring";
import { observe } from "./observe";
import { openInference } from "./open-inference/routes";
import { postErase } from "./erase";
import { postOutcomes } from "./outcomes";
import { postPredict } from "./predict";
import { postPredictBatch } from "./predict-batch";
import { internalError } from "./problem";
import { limitRate } from "./rate-limit";
import { nameRequest } from "./request-id";
import { requireAdminKey, requireKey, requireKeyUnlessPage } from "./require-key";
import { requireOwner } from "./require-owner";
import { revalidate } from "./revalidate";
import { answerUnmatched } from "./unmatched";

/** The HTTP API: one app behind both doors, `server.ts` and Next's route handler. */
export const app = new Hono()
  .use(nameRequest)
  .use(observe)
  .use(crossOrigin)
  .use(limitRate)
  .get("/api/models", revalidate, getModels)
  .get("/api/models/:model", revalidate, getModel)
  .get("/api/models/:model/export", requireKey, revalidate, getExport)
  .get("/api/models/:model/monitoring", requireOwner, getMonitoring)
  .post("/api/models/:model/predict", requireKeyUnlessPage, postPredict)
  .post("/api/models/:model/predict/batch", requireKey, postPredictBatch)
  .post("/api/outcomes", postOutcomes)
  .post("/api/erase", requireAdminKey, postErase)
  .get("/api/openapi.json", revalidate, getDocument)
  .get("/api/health/live", getLive)
  .get("/api/health/ready", getReady);

/** What speaks a standard of its own and is documented there: Prometheus, the Open Inference Protocol and MLflow. */
const otherStandards = new Hono().get("/metrics", getMetrics).route("/v2", openInference).route("/", mlflow);

app.route("/", otherStandards);

app.notFound((context) => answerUnmatched(app, context));

app.onError((error, context) => {
  logFault(context, error);
  return refuseInDialect(context, internalError());
});
