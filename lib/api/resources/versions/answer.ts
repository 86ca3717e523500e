import type { Published, Refused } from "../../../service/publishing";
import { conflict, invalidInput, noSuchProposal, unknownVersion } from "../../problem/problem";
import type { Problem } from "../../problem/schema";
import { toProposal, type Proposal } from "../../../service/proposals";
import type { ProposalAnswer, PublishedAnswer } from "./schema";

/** What was done, as it is sent. */
export function publishedAnswer({ proposal, ...done }: Published): PublishedAnswer {
  const { model, version, revision, alias, before, checks } = done;
  const waits = proposal ? proposalAnswer(toProposal(proposal, before)) : null;
  return { model, version, revision, alias, before, checks, proposal: waits };
}

/** What waits for a second person is accepted, and not done. */
export const statusOf = <Status extends 200 | 201>({ proposal }: Published, done: Status) => (proposal ? 202 : done);

/** A proposal, as it is sent. */
export function proposalAnswer(proposal: Proposal): ProposalAnswer {
  const { id, version, revision, status, stale, reason, override, before, checks, made_at, made_by } = proposal;
  const { decided_at, decided_by, decision } = proposal;
  return {
    ...{ id, version, revision, status, stale, reason, override, before, checks },
    ...{ madeAt: new Date(made_at).toISOString(), madeBy: made_by },
    decidedAt: decided_at === null ? null : new Date(decided_at).toISOString(),
    ...{ decidedBy: decided_by, decision },
  };
}

/** Why nothing was done, as a problem. */
export function problemOf({ refused, field, detail, checks }: Refused): Problem {
  if (refused === "invalid") return invalidInput([{ pointer: `#/${field}`, detail }]);
  if (refused === "unknown") return field === "proposal" ? noSuchProposal(detail) : unknownVersion(detail);
  return conflict(detail, { code: refused, checks });
}
