import { promoteVersion, rollback } from "../../../service/publishing";
import { faultsOf } from "../../../model/inputs/schema";
import { actorOf } from "../../middleware/authorize";
import { invalidInput, pointAt } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import { headersOf } from "../../request/read-header";
import { readJson } from "../../request/read-json";
import { resource } from "../../resource";
import { problemOf, publishedAnswer, statusOf } from "./answer";
import { decisionExample, proposedExample, publishedExample } from "./example";
import { promoteSchema, publishedSchema, rollbackSchema } from "./schema";

const WHO = "It needs a key with the scope publish, or the cookie of a login.";

/** `POST /api/models/{model}/versions/{version}/promote`: let a version be the champion. */
export const postPromote = resource({
  method: "post",
  path: "/api/models/:model/versions/:version/promote",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "promoteVersion",
    tag: "Models",
    summary: "Make a version the champion",
    description: `The version becomes the champion on every instance within two seconds. It must pass the gate, or the request has override: true. The audit log keeps reason, checks and override. With APPROVALS=1, the promotion waits for a second person: the response is 202 with the proposal. ${WHO}`,
    body: { name: "PromoteRequest", schema: promoteSchema, examples: { better: decisionExample } },
    answer: {
      schema: publishedSchema,
      description: "the version is the champion",
      accepted: "the promotion waits for a second person",
      examples: { promoted: publishedExample, proposed: proposedExample },
    },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = promoteSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const { model, version } = context.req.param();
    const actor = await actorOf(headersOf(context.req.raw));
    const done = await promoteVersion({ ...sent.data, model, version, actor });
    return "refused" in done
      ? refuse(context, problemOf(done))
      : context.json(publishedAnswer(done), statusOf(done, 200));
  },
});

/** `POST /api/models/{model}/rollback`: let the champion before be champion again. */
export const postRollback = resource({
  method: "post",
  path: "/api/models/:model/rollback",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "rollBack",
    tag: "Models",
    summary: "Go back to the previous champion",
    description: `The previous champion is in use again on every instance within two seconds. This needs neither the gate nor a second person. ${WHO}`,
    body: { name: "RollbackRequest", schema: rollbackSchema, examples: { off: { reason: "estimates are off" } } },
    answer: {
      schema: publishedSchema,
      description: "the version is the champion",
      examples: { back: publishedExample },
    },
  },
  async handler(context) {
    const body = await readJson(context.req.raw);
    if ("problem" in body) return refuse(context, body.problem);
    const sent = rollbackSchema.safeParse(body.value);
    if (!sent.success) return refuse(context, invalidInput(pointAt(faultsOf(sent.error))));
    const actor = await actorOf(headersOf(context.req.raw));
    const done = await rollback({ ...sent.data, model: context.req.param("model"), actor });
    return "refused" in done ? refuse(context, problemOf(done)) : context.json(publishedAnswer(done), 200);
  },
});
