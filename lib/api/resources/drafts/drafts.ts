import { changeDraft, deleteDraft, restartDraft, stopDraft } from "../../../service/drafts/change";
import { findDraft, listDrafts } from "../../../service/drafts/find";
import { unknownDraft } from "../../../service/drafts/refusal";
import { faultsOf } from "../../../model/inputs/schema";
import { actorOf } from "../../middleware/authorize";
import { invalidInput, pointAt } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { headersOf } from "../../request/read-header";
import { readJson } from "../../request/read-json";
import { resource } from "../../resource";
import { draftAnswer, problemOfDraft, summaryAnswer } from "./answer";
import { changeExample } from "./example";
import { changeSchema, draftListSchema, draftSchema, type DraftList } from "./schema";

const WHO =
  "It needs a key with the scope publish, or the cookie of a login; a key has access to its own drafts, the owner to all.";
const NOT_KEPT = { "Cache-Control": "no-store" };

/** `GET /api/drafts`: the models that are being made. */
export const getDrafts = resource({
  method: "get",
  path: "/api/drafts",
  auth: "versions",
  problems: ["no-store"],
  document: {
    id: "listDrafts",
    tag: "Drafts",
    summary: "List the drafts",
    description: `The drafts, the last changed first, without their details. ${WHO}`,
    answer: { schema: draftListSchema, description: "the drafts, the last changed first" },
  },
  async handler(context) {
    const drafts = await listDrafts(await actorOf(headersOf(context.req.raw)));
    const answer: DraftList = { drafts: drafts.map(summaryAnswer) };
    return context.json(answer, 200, NOT_KEPT);
  },
});

/** `GET /api/drafts/{id}`: how far a draft is, what was guessed and what training made. */
export const getDraft = resource({
  method: "get",
  path: "/api/drafts/:id",
  auth: "versions",
  problems: ["no-store"],
  document: {
    id: "readDraft",
    tag: "Drafts",
    summary: "Read a draft",
    description: `Progress, description, the guess for each column of the table, its first rows, and the result of training. ${WHO}`,
    answer: { schema: draftSchema, description: "the current draft" },
  },
  async handler(context) {
    const draft = await findDraft(context.req.param("id"), await actorOf(headersOf(context.req.raw)));
    if (!draft) return refuse(context, problemOfDraft(unknownDraft()));
    return context.json(draftAnswer(draft), 200, NOT_KEPT);
  },
});

/** `PATCH /api/drafts/{id}`: change the description, and train it. */
export const patchDraft = resource({
  method: "patch",
  path: "/api/drafts/:id",
  auth: "publish",
  problems: ["no-store", "not-ready", "draft-conflict"],
  document: {
    id: "changeDraft",
    tag: "Drafts",
    summary: "Change a draft",
    description: `spec is a JSON merge patch (RFC 7396) of the description and starts training. Lists, such as inputs, are sent whole. options, such as another target, start a new guess of the description. A description that is not valid changes nothing. Work on the previous revision stops. ${WHO}`,
    body: { name: "DraftChange", schema: changeSchema, examples: { words: changeExample } },
    answer: { schema: draftSchema, description: "the draft while it trains" },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = changeSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const actor = await actorOf(headersOf(context.req.raw));
    const draft = await changeDraft(context.req.param("id"), sent.data, actor);
    if ("refused" in draft) return refuse(context, problemOfDraft(draft));
    return context.json(draftAnswer(draft), 200, NOT_KEPT);
  },
});

/** `DELETE /api/drafts/{id}`: let a draft go, with its file. */
export const removeDraft = resource({
  method: "delete",
  path: "/api/drafts/:id",
  auth: "publish",
  problems: ["no-store"],
  document: {
    id: "deleteDraft",
    tag: "Drafts",
    summary: "Delete a draft",
    description: `Deletes the draft, its file and its model. ${WHO}`,
    answer: { status: 204, description: "the draft is deleted" },
  },
  async handler(context) {
    const refused = await deleteDraft(context.req.param("id"), await actorOf(headersOf(context.req.raw)));
    return refused ? refuse(context, problemOfDraft(refused)) : context.body(null, 204);
  },
});

/** `POST /api/drafts/{id}/train`: once more. */
export const postTrain = resource({
  method: "post",
  path: "/api/drafts/:id/train",
  auth: "publish",
  problems: ["no-store", "not-ready", "draft-conflict"],
  document: {
    id: "trainDraft",
    tag: "Drafts",
    summary: "Train a draft once more",
    description: `Starts a draft that was stopped or has failed. A draft at work continues. ${WHO}`,
    answer: { schema: draftSchema, status: 202, description: "the draft while it trains" },
  },
  async handler(context) {
    const draft = await restartDraft(context.req.param("id"), await actorOf(headersOf(context.req.raw)));
    if ("refused" in draft) return refuse(context, problemOfDraft(draft));
    return context.json(draftAnswer(draft), 202, NOT_KEPT);
  },
});

/** `POST /api/drafts/{id}/cancel`: stop what goes on. */
export const postCancel = resource({
  method: "post",
  path: "/api/drafts/:id/cancel",
  auth: "publish",
  problems: ["no-store"],
  document: {
    id: "cancelDraft",
    tag: "Drafts",
    summary: "Stop reading or training",
    description: `The draft gets the status failed and keeps its description; train starts it again. A draft that is not at work stays the same. ${WHO}`,
    answer: { schema: draftSchema, description: "the current draft" },
  },
  async handler(context) {
    const draft = await stopDraft(context.req.param("id"), await actorOf(headersOf(context.req.raw)));
    if ("refused" in draft) return refuse(context, problemOfDraft(draft));
    return context.json(draftAnswer(draft), 200, NOT_KEPT);
  },
});
