import type { Context } from "hono";
import { findModel, listModels } from "../../../registry/registry";
import type { ModelList } from "./schema";
import { modelCard, modelLine } from "./model-answer";
import { noSuchModel, refuse } from "../../problem/problem";

/** `GET /api/models`: the models, one line each. */
export async function getModels(context: Context) {
  const models = await listModels();
  const answer: ModelList = { models: models.map(modelLine) };
  return context.json(answer, 200);
}

/** `GET /api/models/{model}`: the machine-readable card. */
export async function getModel(context: Context<object, "/api/models/:model">) {
  const model = await findModel(context.req.param("model"));
  if (!model) return refuse(context, noSuchModel());
  return context.json(modelCard(model), 200);
}
