import { deletePublished } from "../../../service/deleting";
import { actorOf } from "../../middleware/authorize";
import { invalidInput } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { headersOf } from "../../request/read-header";
import { readParameters } from "../../request/read-parameters";
import { resource } from "../../resource";
import { problemOf } from "./answer";

const WHO =
  "The audit log keeps the actor and the reason. It needs a key with the scope publish, or the cookie of a login.";
const reason = {
  required: true as const,
  description: "The reason, for the audit log.",
  schema: { type: "string" },
  example: "trained on wrong rows",
};

/** What is deleted, with its reason in the query: bodies of DELETE are lost on the way by some proxies. */
async function answerDeletion(raw: Request, of: { model: string; version?: string }) {
  const { parameters, errors } = readParameters(raw.url, ["reason"]);
  if (errors.length > 0) return invalidInput(errors);
  const actor = await actorOf(headersOf(raw));
  const refused = await deletePublished({ ...of, reason: parameters.reason ?? "", actor });
  if (!refused) return undefined;
  if (refused.field === "reason") return invalidInput([{ parameter: "reason", detail: refused.detail }]);
  return problemOf(refused);
}

/** `DELETE /api/models/{model}/versions/{version}?reason=`: let a version go that does not answer. */
export const deleteVersion = resource({
  method: "delete",
  path: "/api/models/:model/versions/:version",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "deleteVersion",
    tag: "Models",
    summary: "Delete a version",
    description: `Deletes the version with its predictions, outcomes, alerts, shadow answers and training rows. A champion cannot be deleted without its model. ${WHO}`,
    query: { reason },
    answer: { status: 204, description: "the version is deleted" },
  },
  async handler(context) {
    const { model, version } = context.req.param();
    const problem = await answerDeletion(context.req.raw, { model, version });
    return problem ? refuse(context, problem) : context.body(null, 204);
  },
});

/** `DELETE /api/models/{model}?reason=`: let a model of the store go. */
export const deleteModel = resource({
  method: "delete",
  path: "/api/models/:model",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "deleteModel",
    tag: "Models",
    summary: "Delete a model",
    description: `Deletes the model with all versions and their data. A model of a folder stays. ${WHO}`,
    query: { reason },
    answer: { status: 204, description: "the model is deleted" },
  },
  async handler(context) {
    const problem = await answerDeletion(context.req.raw, { model: context.req.param("model") });
    return problem ? refuse(context, problem) : context.body(null, 204);
  },
});
