import type { Context } from "hono";
import { findModel, listModels } from "../registry/registry";
import type { ModelList } from "./contract";
import { modelCard, modelLine } from "./model-answer";
import { missingModel } from "./missing-model";
import { refuse } from "./problem";

/** `GET /api/models`: the models, one line each. */
export async function getModels(context: Context) {
  const models = await listModels();
  const answer: ModelList = { models: models.map(modelLine) };
  return context.json(answer, 200);
}

/** `GET /api/models/{model}`: the machine-readable card. */
export async function getModel(context: Context<object, "/api/models/:model">) {
  const id = context.req.param("model");
  const model = await findModel(id);
  if (!model) return refuse(context, await missingModel(id));
  return context.json(modelCard(model), 200);
}
