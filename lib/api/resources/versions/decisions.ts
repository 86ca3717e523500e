import { promoteVersion, rollback } from "../../../service/publishing";
import { refuse } from "../../problem/refuse";
import { readSent } from "../../request/read-sent";
import { resource } from "../../resource";
import { problemOf, publishedAnswer, statusOf } from "./answer";
import { decisionExample, proposedExample, publishedExample } from "./example";
import { promoteSchema, publishedSchema, rollbackSchema } from "./schema";

const WHO = "It takes a key whose scope is publish, or the cookie of a login.";

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
    description: `From then on it answers, on every instance within two seconds. It has to pass the gate, or be sent with override: true; the audit log keeps reason, checks and override. Where APPROVALS is 1, it waits for a second person: the answer is 202 with the proposal. ${WHO}`,
    body: { name: "PromoteRequest", schema: promoteSchema, examples: { better: decisionExample } },
    answer: {
      schema: publishedSchema,
      description: "it is the champion",
      accepted: "it waits for a second person",
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
    summary: "Go back to the champion before",
    description: `The version that was the champion before answers again, on every instance within two seconds. No gate is in the way, and no second person: it was the champion before. ${WHO}`,
    body: { name: "RollbackRequest", schema: rollbackSchema, examples: { off: { reason: "estimates are off" } } },
    answer: { schema: publishedSchema, description: "it is the champion", examples: { back: publishedExample } },
  },
  async handler(context) {
    const read = await readSent(context.req.raw, rollbackSchema);
    if ("problem" in read) return refuse(context, read.problem);
    const done = await rollback({ ...read.sent, model: context.req.param("model"), actor: read.actor });
    return "refused" in done ? refuse(context, problemOf(done)) : context.json(publishedAnswer(done), 200);
  },
});
