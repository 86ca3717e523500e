import type { Context } from "hono";
import type { Model } from "../../../model/model";
import { findModel } from "../../../registry/registry";
import type { Problem } from "../../problem/schema";
import { refuseInOpenInference } from "../../problem/dialect";
import { noSuchModel, noSuchVersion } from "../../problem/problem";
import { findReady } from "../../resources/health";
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
  const ready = await findReady(context);
  if ("problem" in ready) return refuseInOpenInference(context, ready.problem);
  return context.json({ live: true, ready: true });
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
