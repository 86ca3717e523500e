import { Hono } from "hono";
import { crossOrigin } from "./middleware/cross-origin";
import { refuseInDialect } from "./problem/dialect";
import { getMetrics } from "./resources/get-metrics";
import { getDocument } from "./resources/get-document";
import { getExport } from "./resources/get-export";
import { getLive, getReady } from "./resources/health";
import { mlflow } from "./protocols/mlflow/routes";
import { getModel, getModels } from "./resources/models/models";
import { getMonitoring } from "./resources/monitoring";
import { noteFault, observe } from "./middleware/observe";
import { openInference } from "./protocols/open-inference/routes";
import { postErase } from "./resources/erase";
import { postOutcomes } from "./resources/outcomes/outcomes";
import { postPredict } from "./resources/predict/predict";
import { postPredictBatch } from "./resources/predict-batch/predict-batch";
import { internalError } from "./problem/problem";
import { limitRate } from "./middleware/rate-limit";
import { nameRequest } from "./middleware/request-id";
import { requireAdminKey, requireKey, requireKeyUnlessPage } from "./middleware/require-key";
import { requireOwner } from "./middleware/require-owner";
import { revalidate } from "./middleware/revalidate";
import { answerUnmatched } from "./middleware/unmatched";

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
  noteFault(context, error);
  return refuseInDialect(context, internalError());
});
