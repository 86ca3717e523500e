import { Hono } from "hono";
import { requireKey } from "../../middleware/require-key";
import { postInfer } from "./infer";
import { getModelMetadata, getModelReady, getServer, getServerLive, getServerReady } from "./metadata";

/** The Open Inference Protocol, version 2, of KServe, Triton and others; mounted at `/v2`. */
export const openInference = new Hono()
  .get("/", getServer)
  .get("/health/live", getServerLive)
  .get("/health/ready", getServerReady)
  .get("/models/:model", getModelMetadata)
  .get("/models/:model/ready", getModelReady)
  .post("/models/:model/infer", requireKey, postInfer)
  .get("/models/:model/versions/:version", getModelMetadata)
  .get("/models/:model/versions/:version/ready", getModelReady)
  .post("/models/:model/versions/:version/infer", requireKey, postInfer);
