import { withBase } from "../../base-path";
import { retrainModel } from "../../service/drafts/retrain";
import { actorOf } from "../middleware/authorize";
import { noSuchModel } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { headersOf } from "../request/read-header";
import { resource } from "../resource";
import { draftAnswer, problemOfDraft } from "./drafts/answer";
import { draftSchema } from "./drafts/schema";

/** `POST /api/models/{model}/retrain`: train a model again with what was reported. */
export const postRetrain = resource({
  method: "post",
  path: "/api/models/:model/retrain",
  auth: "publish",
  problems: ["no-store", "not-ready", "conflict", "draft-conflict"],
  document: {
    id: "retrainModel",
    tag: "Drafts",
    summary: "Retrain a model with its outcomes",
    description:
      "Makes a draft from the training rows of the champion and the outcomes reported since, with the same description. Publish it as a challenger to compare both. The draft of a model in a folder gets another id. It needs a key with the scope publish, or the cookie of a login.",
    answer: { schema: draftSchema, status: 202, description: "the draft while it trains" },
  },
  async handler(context) {
    const id = context.req.param("model");
    const draft = await retrainModel(id, await actorOf(headersOf(context.req.raw)));
    if ("refused" in draft) return refuse(context, draft.refused === "unknown" ? noSuchModel() : problemOfDraft(draft));
    const headers = { Location: withBase(`/api/drafts/${draft.id}`), "Cache-Control": "no-store" };
    return context.json(draftAnswer(draft), 202, headers);
  },
});
