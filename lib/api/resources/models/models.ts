import { listOutlines } from "../../../registry/registry";
import { isModelShown } from "../../../service/shown-model";
import { seesModels } from "../../middleware/authorize";
import { refuse } from "../../problem/refuse";
import { callOf } from "../../request/call";
import { findAsked } from "../../request/find-served";
import { headersOf } from "../../request/read-header";
import { resource } from "../../resource";
import { versionParameter } from "../predict/inputs";
import { modelCard, modelLine } from "./answer";
import { modelCardSchema, modelListSchema, type ModelList } from "./schema";

/** `GET /api/models`: the models. */
export const getModels = resource({
  method: "get",
  path: "/api/models",
  auth: "open",
  revalidated: true,
  document: {
    id: "listModels",
    tag: "Models",
    summary: "List the models",
    description: "The target of each model, its accuracy, and the addresses of its card, its predictions and its page.",
    answer: { schema: modelListSchema, description: "the models" },
  },
  async handler(context) {
    const answer: ModelList = { models: (await listOutlines()).map(modelLine) };
    return context.json(answer, 200);
  },
});

/** `GET /api/models/{model}`: the card as data. */
export const getModel = resource({
  method: "get",
  path: "/api/models/:model",
  auth: "open",
  revalidated: true,
  problems: ["wrong-key"],
  document: {
    id: "getModel",
    tag: "Models",
    summary: "Get the card of a model",
    description:
      "Inputs with their bounds, terms, coefficients, fit, accuracy and findings. Terms and coefficients are null where the owner does not show them to the caller.",
    query: { version: versionParameter },
    answer: { schema: modelCardSchema, description: "the model card as data" },
  },
  async handler(context) {
    const served = await findAsked(context.req.param("model"), callOf(context));
    if ("problem" in served) return refuse(context, served.problem);
    if (!isModelShown("anybody") || context.req.query("version") !== undefined) {
      context.header("Cache-Control", "private, no-cache");
      context.header("Vary", "Cookie, Authorization, X-API-Key", { append: true });
    }
    return context.json(modelCard(served.model, await seesModels(headersOf(context.req.raw))), 200);
  },
});
