import type { Draft, DraftSummary } from "../../../service/drafts/find";
import type { DraftRefusal } from "../../../service/drafts/refusal";
import { conflict, draftConflict, invalidInput, noSuchDraft, notReady, pointerTo } from "../../problem/problem";
import type { Problem } from "../../problem/schema";
import type { DraftAnswer, DraftList } from "./schema";

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();

export function summaryAnswer(draft: DraftSummary): DraftList["drafts"][number] {
  const { id, status, progress, fault, revision, owner, madeAt, changedAt, file, options, base, model } = draft;
  return {
    ...{ id, status, progress, fault, revision, owner, madeAt: isoOf(madeAt), changedAt: isoOf(changedAt) },
    ...{ file, options, base, model },
  };
}

/** A draft as it is sent. */
export function draftAnswer(draft: Draft): DraftAnswer {
  const { spec, guesses, preview } = draft;
  return { ...summaryAnswer(draft), spec, guesses, preview };
}

/**
 * Why nothing was done about a draft, as a problem.
 *
 * @param inQuery whether options are parameters of the query
 */
export function problemOfDraft({ refused, detail, faults = [] }: DraftRefusal, inQuery = false): Problem {
  if (refused === "unknown") return noSuchDraft(detail);
  if (refused === "elsewhere") return notReady(detail);
  if (refused === "untrainable") return conflict(detail);
  if (refused === "idle") return conflict(detail, { code: "idle" });
  if (refused !== "invalid") return draftConflict(detail, refused);
  return invalidInput(
    faults.map(({ path, detail: needs }) => {
      if (!inQuery || path[0] !== "options") return { pointer: pointerTo(...path), detail: needs };
      return { parameter: PARAMETERS[path[1]!] ?? String(path[1]), detail: needs };
    }),
  );
}

const PARAMETERS: Record<string, string> = { oneHot: "one-hot" };
