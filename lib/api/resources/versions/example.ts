import type { PublishedAnswer } from "./schema";

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
};
