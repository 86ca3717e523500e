import type { Context } from "hono";
import type { Model } from "../../../model/model";
import { findModel, listModels } from "../../../registry/registry";
import type { Problem } from "../../contract";
import { refuseInOpenInference } from "../../problem/dialect";
import { logFault } from "../../../service/log";
import { noSuchModel, noSuchVersion, notReady } from "../../problem/problem";
import { readiness } from "../../../service/readiness";
import { RELEASE } from "../../../service/release";
import { announceOutputs } from "./outputs";
import { announceInputs } from "./tensor";

/** `GET /v2`: what this server is. */
export function getServer(context: Context) {
  return context.json({ name: "glasshouse", version: RELEASE, extensions: [] });
}

/** `GET /v2/health/live`: the process runs. */
export function getServerLive(context: Context) {
  return context.json({ live: true });
}

/** `GET /v2/health/ready`: every model is loaded. The protocol's text names the member live, its servers ready. */
export async function getServerReady(context: Context) {
  if (readiness.draining) return refuseInOpenInference(context, notReady("this process is stopping"));
  try {
    await listModels();
    return context.json({ live: true, ready: true });
  } catch (error) {
    logFault(context, error);
    return refuseInOpenInference(context, notReady("a model cannot be loaded; the log says which"));
  }
}

/** `GET /v2/models/{model}[/versions/{version}]`: the tensors that go in and come out. */
export async function getModelMetadata(context: Context) {
  const served = await findServed(context);
  if ("problem" in served) return refuseInOpenInference(context, served.problem);
  const { model } = served;
  return context.json({
    name: model.spec.id,
    versions: [model.version],
    platform: "glasshouse_linear_regression",
    inputs: announceInputs(model),
    outputs: announceOutputs(),
  });
}

/** `GET /v2/models/{model}[/versions/{version}]/ready`: a model that is there is loaded. */
export async function getModelReady(context: Context) {
  const served = await findServed(context);
  if ("problem" in served) return refuseInOpenInference(context, served.problem);
  return context.json({ name: served.model.spec.id, ready: true });
}

/** The model that an address names. One version of each is served; an address that names another finds nothing. */
export async function findServed(context: Context): Promise<{ model: Model } | { problem: Problem }> {
  const model = await findModel(context.req.param("model") ?? "");
  if (!model) return { problem: noSuchModel() };
  const version = context.req.param("version");
  return version === undefined || version === model.version ? { model } : { problem: noSuchVersion() };
}
