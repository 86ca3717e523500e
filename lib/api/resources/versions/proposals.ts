import { findModel } from "../../../registry/registry";
import { OWNER, REVIEWER, type Role } from "../../../service/audit";
import {
  confirmProposal,
  declineProposal,
  readProposals,
  toProposal,
  withdrawProposal,
  type Decision,
} from "../../../service/proposals";
import { listVersions } from "../../../store/published-models";
import { withStore } from "../../../store/store";
import { noSuchModel } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import type { Problem } from "../../problem/schema";
import { readSent } from "../../request/read-sent";
import { resource } from "../../resource";
import { problemOf, proposalAnswer, publishedAnswer } from "./answer";
import { proposalExample, publishedExample } from "./example";
import { proposalListSchema, proposalSchema, publishedSchema, reviewSchema } from "./schema";

const WHO =
  "It needs the cookie of a reviewer's login, or a key with the scope review, which a reviewer creates. The owner's login and keys are not accepted.";
const body = {
  name: "ReviewRequest",
  schema: reviewSchema,
  examples: { looked: { reason: "the comparison of the last quarter holds" } },
};

/** `GET /api/models/{model}/proposals`: the promotions that wait for a second person, and those that waited. */
export const getProposals = resource({
  method: "get",
  path: "/api/models/:model/proposals",
  auth: "versions",
  problems: ["no-store"],
  document: {
    id: "listProposals",
    tag: "Models",
    summary: "List the proposals of a model",
    description:
      "With APPROVALS=1, a promotion waits until a second person confirms it. The list has the last 100 proposals, the newest first. It needs a key with the scope publish or review, or the cookie of a login.",
    answer: {
      schema: proposalListSchema,
      description: "the proposals, the newest first",
      examples: { open: { model: "house-price", proposals: [proposalExample] } },
    },
  },
  async handler(context) {
    const model = context.req.param("model");
    const proposals = await readProposals(model);
    if (proposals.length === 0 && !(await isKnown(model))) return refuse(context, noSuchModel());
    return context.json({ model, proposals: proposals.map(proposalAnswer) }, 200, { "Cache-Control": "no-store" });
  },
});

async function isKnown(model: string): Promise<boolean> {
  return (await findModel(model)) !== undefined || (await withStore((store) => listVersions(store, model))).length > 0;
}

/** `POST /api/models/{model}/proposals/{proposal}/confirm`: let the version be the champion. */
export const postConfirm = resource({
  method: "post",
  path: "/api/models/:model/proposals/:proposal/confirm",
  auth: "review",
  problems: ["no-store", "conflict"],
  document: {
    id: "confirmProposal",
    tag: "Models",
    summary: "Confirm a proposal",
    description: `The version becomes the champion. The second person must not be the proposer. The gate is checked again, and the champion must be the same as at the time of the proposal. ${WHO}`,
    body,
    answer: {
      schema: publishedSchema,
      description: "the version is the champion",
      examples: { confirmed: publishedExample },
    },
  },
  async handler(context) {
    const read = await readDecision(context.req.raw, context.req.param());
    if ("problem" in read) return refuse(context, read.problem);
    const done = await confirmProposal(read.decision);
    return "refused" in done ? refuse(context, problemOf(done)) : context.json(publishedAnswer(done), 200);
  },
});

/** `POST /api/models/{model}/proposals/{proposal}/decline`: leave the champion as it is. */
export const postDecline = resource({
  method: "post",
  path: "/api/models/:model/proposals/:proposal/decline",
  auth: "review",
  problems: ["no-store", "conflict"],
  document: {
    id: "declineProposal",
    tag: "Models",
    summary: "Decline a proposal",
    description: `The champion stays, and the version stays without an alias. ${WHO}`,
    body,
    answer: {
      schema: proposalSchema,
      description: "the proposal is declined",
      examples: { declined: { ...proposalExample, status: "declined", decidedBy: "reviewer", decision: "too early" } },
    },
  },
  async handler(context) {
    const read = await readDecision(context.req.raw, context.req.param());
    if ("problem" in read) return refuse(context, read.problem);
    const done = await declineProposal(read.decision);
    if ("refused" in done) return refuse(context, problemOf(done));
    return context.json(proposalAnswer(toProposal(done.proposal, null)), 200);
  },
});

/** `POST /api/models/{model}/proposals/{proposal}/withdraw`: take a proposal back. */
export const postWithdraw = resource({
  method: "post",
  path: "/api/models/:model/proposals/:proposal/withdraw",
  auth: "publish",
  problems: ["no-store", "conflict"],
  document: {
    id: "withdrawProposal",
    tag: "Models",
    summary: "Withdraw a proposal",
    description:
      "The champion stays, and the version stays without an alias. Only the proposer can withdraw a proposal. It needs a key with the scope publish, or the cookie of a login.",
    body: { ...body, name: "WithdrawRequest" },
    answer: {
      schema: proposalSchema,
      description: "the proposal is withdrawn",
      examples: { withdrawn: { ...proposalExample, status: "withdrawn", decidedBy: "owner", decision: "too early" } },
    },
  },
  async handler(context) {
    const read = await readDecision(context.req.raw, context.req.param(), OWNER);
    if ("problem" in read) return refuse(context, read.problem);
    const done = await withdrawProposal(read.decision);
    if ("refused" in done) return refuse(context, problemOf(done));
    return context.json(proposalAnswer(toProposal(done.proposal, null)), 200);
  },
});

async function readDecision(
  request: Request,
  { model, proposal: id }: { model: string; proposal: string },
  role: Role = REVIEWER,
): Promise<{ decision: Decision } | { problem: Problem }> {
  const read = await readSent(request, reviewSchema, { role });
  return "problem" in read ? read : { decision: { ...read.sent, model, id, actor: read.actor } };
}
