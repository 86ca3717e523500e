import { asSentence } from "@/components/words";
import { errorMeasures, MEASURES } from "@/lib/judging/measures";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { formatCount, formatDate, formatShare, listInWords } from "@/lib/model/format";
import { LONGEST_NOTE, type Refused } from "@/lib/service/publishing";
import type { VersionEntry, VersionsState } from "./state";

/** "3 Feb 2026, 10:04 UTC". */
export function timeInWords(at: number): string {
  return `${formatDate(new Date(at).toISOString().slice(0, 16))} UTC`.replaceAll(" ", "\u00a0");
}

/** Who acts, within a sentence: "the owner", "the key ci". */
export function actorInWords(actor: string): string {
  return /^(owner|reviewer)$|^key /.test(actor) ? `the ${actor}` : actor;
}

/** How accurate a version is on rows left out, and how often its ranges held. */
export function figuresInWords({ target, figures }: Pick<VersionEntry, "target" | "figures">): string {
  const { evidence, coverage, tolerance } = figures;
  if (!evidence) return "Accuracy not known: no rows came with it.";
  const { error } = errorMeasures(tolerance);
  const { accuracy } = evidence;
  const value = accuracy[error] ?? accuracy.mdae;
  const half = `Half of its estimates are within ${MEASURES[error].write(value, target.unit)} on rows left out`;
  if (coverage === null) return `${half}.`;
  return `${half}; its ${formatShare(DEFAULT_LEVEL)} ranges held ${formatShare(coverage)} of the truths.`;
}

/** What is wrong with a version, by the names of the card. */
export function findingsInWords({ findings }: Pick<VersionEntry["figures"], "findings">): string {
  if (findings.length === 0) return "No findings.";
  const names = findings.map((code) => code.replaceAll("_", " "));
  return `${formatCount(findings.length, "finding")}: ${listInWords(names)}.`;
}

const ORIGINS = { files: "from files", studio: "in the studio", retrain: "by retraining" };

/** Who published a version, how and when. */
export function originInWords(published: VersionEntry["published"]): string {
  if (!published) return "From a folder in MODEL_DIR.";
  return `Published by ${actorInWords(published.author)} ${ORIGINS[published.origin]}, ${timeInWords(published.at)}.`;
}

/** Which version answers, and since when. */
export function championInWords({ champion, approvals }: Pick<VersionsState, "champion" | "approvals">): string {
  if (!champion)
    return approvals
      ? "No version answers: the first one waits for a second person."
      : "No version answers yet: promote one.";
  const made = `${actorInWords(champion.set_by)} made it the champion on ${timeInWords(champion.set_at)}`;
  return `Version ${champion.version} answers. ${asSentence(made)}`;
}

const DONE = {
  promoted: "is the champion now.",
  proposed: "is proposed as the champion, and waits for a second person.",
  back: "is the champion again.",
  confirmed: "is confirmed: it is the champion now.",
  declined: "is declined: the champion stays.",
  deleted: "is deleted, with its predictions, its outcomes and the rows that it was trained on.",
};
export type Done = keyof typeof DONE;

/** What became of a form, where it did something. */
export function doneInWords(done: string | null, version: string): string | undefined {
  if (done === null || !Object.hasOwn(DONE, done)) return undefined;
  // What is deleted is in no list any more.
  return `${done === "deleted" ? "That version" : `Version ${version}`} ${DONE[done as Done]}`;
}

/** Why a form did nothing, in view of what is here now. */
export function faultInWords(fault: string | null, state: VersionsState): string | undefined {
  const words: Record<Refused["refused"], string> = {
    invalid: `Say why, in 1 to ${LONGEST_NOTE.toLocaleString("en-US")} characters.`,
    unknown: "Nothing was changed: that version or proposal is not here any more.",
    taken: `Nothing was changed: ${state.isOfFolder ? "a folder in MODEL_DIR has this name" : "that version is the champion, which cannot be deleted alone"}.`,
    stale: `Nothing was changed: the champion is another one than the one that the decision rests on. ${championInWords(state)} Look at it, then decide again.`,
    gate: "Nothing was changed: the gate does not hold.",
    idle: "Nothing was changed: that was done already, or there is nothing to do.",
    self: "Nothing was changed: another person than the one who proposed it must confirm.",
  };
  return fault !== null && Object.hasOwn(words, fault) ? words[fault as Refused["refused"]] : undefined;
}

/** That nobody can confirm, where that is so. */
export function lackInWords({ lack }: Pick<VersionsState, "lack">): string | undefined {
  return lack && asSentence(lack);
}
