import type { ProposalAnswer, PublishedAnswer } from "./schema";

/** Both files are longer than documentation is good for. */
export const publishExample = {
  spec: { id: "house-price", title: "House price" },
  bundle: { format: 2 },
  note: "trained on the sales of the last quarter",
  alias: "challenger" as const,
};

export const decisionExample = { reason: "closer on 70 of 109 sales of the last quarter" };

export const publishedExample: PublishedAnswer = {
  model: "house-price",
  version: "0123456789ab",
  revision: "ba9876543210",
  alias: "champion",
  before: "abcdef012345",
  checks: [{ check: "golden", holds: true, detail: "its 3 golden rows hold" }],
  proposal: null,
};

const { version, revision, before, checks } = publishedExample;

export const proposalExample: ProposalAnswer = {
  ...{ id: "kR3vXw9pQ2sT", version, revision, status: "open", stale: false },
  ...{ ...decisionExample, override: false, before, checks },
  ...{ madeAt: "2026-02-03T10:00:00.000Z", madeBy: "key ci", decidedAt: null, decidedBy: null, decision: null },
};

export const proposedExample: PublishedAnswer = { ...publishedExample, alias: null, proposal: proposalExample };
