import { DEFAULT_LEVEL, parseLevel } from "../../../model/answer/level";
import { predict } from "../../../model/answer/predict";
import { readInputs } from "../../../model/inputs/read-inputs";
import { faultsOf } from "../../../model/inputs/schema";
import { draftModel, findDraft } from "../../../service/drafts/find";
import { publishDraft } from "../../../service/drafts/publish";
import { unknownDraft } from "../../../service/drafts/refusal";
import { z } from "zod";
import { actorOf } from "../../middleware/authorize";
import { draftConflict, invalidInput, pointAt } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { headersOf } from "../../request/read-header";
import { readJson } from "../../request/read-json";
import { readParameters } from "../../request/read-parameters";
import { resource } from "../../resource";
import { predictionAnswer } from "../predict/answer";
import { predictionSchema } from "../predict/schema";
import { problemOf, publishedAnswer, statusOf } from "../versions/answer";
import { proposedExample, publishedExample } from "../versions/example";
import { publishedSchema } from "../versions/schema";
import { problemOfDraft } from "./answer";
import { publishDraftExample } from "./example";
import { publishDraftSchema } from "./schema";

const WHO = "It needs a key with the scope publish, or the cookie of a login.";

/** `POST /api/drafts/{id}/predict?level=`: what the model of a draft would answer. */
export const postDraftPredict = resource({
  method: "post",
  path: "/api/drafts/:id/predict",
  auth: "versions",
  problems: ["no-store", "draft-conflict"],
  document: {
    id: "predictOfDraft",
    tag: "Drafts",
    summary: "Estimate with the model of a draft",
    description: `The same response as predict of a published model, without a receipt. Nothing is logged. ${WHO}`,
    query: {
      level: {
        description: "The probability that the interval contains the actual value.",
        schema: { type: "number", default: DEFAULT_LEVEL },
      },
    },
    body: {
      name: "DraftInputs",
      schema: z.looseObject({}).describe("The inputs of the description, by name."),
      examples: { home: { area: 120, rooms: 4 } },
    },
    answer: { schema: predictionSchema, description: "an estimate with its interval and contributions, or a refusal" },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const id = context.req.param("id");
    const actor = await actorOf(headersOf(context.req.raw));
    const model = await draftModel(id, actor);
    if (!model) {
      const isThere = (await findDraft(id, actor)) !== undefined;
      return refuse(
        context,
        isThere
          ? draftConflict("the draft has no model; wait until its status is ready")
          : problemOfDraft(unknownDraft()),
      );
    }
    const { parameters, errors } = readParameters(context.req.url, ["level"]);
    const level = parseLevel(model, parameters.level);
    if ("fault" in level) errors.push({ parameter: "level", detail: level.fault });
    const read = readInputs(model, body.value);
    if ("faults" in read) return refuse(context, invalidInput([...errors, ...pointAt(read.faults)]));
    if (errors.length > 0 || "fault" in level) return refuse(context, invalidInput(errors));
    const prediction = predict(model, read.inputs, { level: level.level, encoded: read.encoded });
    return context.json(predictionAnswer(model, prediction), 200, { "Cache-Control": "no-store" });
  },
});

/** `POST /api/drafts/{id}/publish`: let the model of a draft answer, or stand beside the one that does. */
export const postDraftPublish = resource({
  method: "post",
  path: "/api/drafts/:id/publish",
  auth: "publish",
  problems: ["no-store", "conflict", "draft-conflict"],
  document: {
    id: "publishDraft",
    tag: "Drafts",
    summary: "Publish a draft",
    description: `Publishes the draft as a version of the model with the id in its description. The version must pass the same gate as any version. With APPROVALS=1, a champion waits for a second person: the response is 202 with the proposal. The draft is deleted after that; its training rows stay with the version. ${WHO}`,
    body: { name: "PublishDraftRequest", schema: publishDraftSchema, examples: { champion: publishDraftExample } },
    answer: {
      schema: publishedSchema,
      status: 201,
      description: "the version is published",
      accepted: "the version is stored and waits for a second person",
      examples: { published: publishedExample, proposed: proposedExample },
    },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = publishDraftSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const actor = await actorOf(headersOf(context.req.raw));
    const done = await publishDraft(context.req.param("id"), sent.data, actor);
    if (!("refused" in done)) return context.json(publishedAnswer(done), statusOf(done, 201));
    return refuse(context, isOfDraft(done) ? problemOfDraft(done) : problemOf(done));
  },
});

type Refused = Extract<Awaited<ReturnType<typeof publishDraft>>, { refused: string }>;

/** Whether the draft stands against it, rather than what is published. */
function isOfDraft(done: Refused): done is Parameters<typeof problemOfDraft>[0] {
  return "ofDraft" in done;
}
