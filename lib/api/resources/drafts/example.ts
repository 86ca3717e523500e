import type { DraftAnswer } from "./schema";

export const draftExample: DraftAnswer = {
  ...{ id: "d4Tz0vGq81Lb", status: "reading", progress: 0, fault: null, revision: 1, owner: "key ci" },
  ...{ madeAt: "2026-03-01T09:00:00.000Z", changedAt: "2026-03-01T09:00:00.000Z" },
  file: { name: "homes.csv", kind: "table", size: 28_042 },
  options: { id: "homes", target: "price" },
  ...{ spec: null, guesses: null, preview: null, base: null, model: null },
};

export const changeExample = { expected: 3, spec: { title: "What a home costs", target: { unit: "EUR" } } };

export const publishDraftExample = { alias: "champion" as const, note: "the sales of the last quarter", expected: 4 };
