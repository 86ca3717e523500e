import { promoteVersion, rollback } from "../../../service/publishing";
import { refuse } from "../../problem/refuse";
import { readSent } from "../../request/read-sent";
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
    description: `The version becomes the champion on every instance within two seconds. It must pass the gate (golden rows, accuracy, coverage, outcomes), or the request has override: true. The audit log keeps reason, checks and override. With APPROVALS=1, the promotion waits for a second person: the response is 202 with the proposal. ${WHO}`,
    body: { name: "PromoteRequest", schema: promoteSchema, examples: { better: decisionExample } },
    answer: {
      schema: publishedSchema,
      description: "the version is the champion",
      accepted: "the promotion waits for a second person",
      examples: { promoted: publishedExample, proposed: proposedExample },
    },
  },
  async handler(context) {
    const read = await readSent(context.req.raw, promoteSchema);
    if ("problem" in read) return refuse(context, read.problem);
    const { model, version } = context.req.param();
    const done = await promoteVersion({ ...read.sent, model, version, actor: read.actor });
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
    const read = await readSent(context.req.raw, rollbackSchema);
    if ("problem" in read) return refuse(context, read.problem);
    const done = await rollback({ ...read.sent, model: context.req.param("model"), actor: read.actor });
    return "refused" in done ? refuse(context, problemOf(done)) : context.json(publishedAnswer(done), 200);
  },
});
