import { writeMeasure } from "@/lib/judging/measure-words";
import { errorMeasures } from "@/lib/judging/measures";
import type { Locale } from "@/lib/language/locale";
import { DEFAULT_LEVEL } from "@/lib/model/answer/level";
import { writerOf } from "@/lib/model/format";
import { LONGEST_NOTE, type Refused } from "@/lib/service/publishing";
import type { VersionEntry, VersionsState } from "./state";
import { VERSION_WORDS, type Done } from "./words";

/** "3 Feb 2026, 10:04 UTC". */
export function timeInWords(locale: Locale, at: number): string {
  return `${writerOf(locale).date(new Date(at).toISOString().slice(0, 16))} UTC`.replaceAll(" ", "\u00a0");
}

const KEY = /^key (.+)$/;

/** Who acts, as the subject of a sentence: "the owner", "the key ci". */
export function actorInWords(locale: Locale, actor: string): string {
  const words = VERSION_WORDS[locale].actor;
  if (actor === "owner" || actor === "reviewer") return words[actor];
  const [, key] = KEY.exec(actor) ?? [];
  return key === undefined ? actor : words.key(key);
}

/** The same behind what was done: "by the owner". */
export function byActorInWords(locale: Locale, actor: string): string {
  const words = VERSION_WORDS[locale].by;
  if (actor === "owner" || actor === "reviewer") return words[actor];
  const [, key] = KEY.exec(actor) ?? [];
  return key === undefined ? words.other(actor) : words.key(key);
}

/** How accurate a version is on left-out rows, and the coverage of its ranges. */
export function figuresInWords(locale: Locale, { target, figures }: Pick<VersionEntry, "target" | "figures">): string {
  const words = VERSION_WORDS[locale];
  const { share } = writerOf(locale);
  const { evidence, coverage, tolerance } = figures;
  if (!evidence) return words.noAccuracy;
  const { accuracy } = evidence;
  const measure = errorMeasures(tolerance).error === "mdape" && accuracy.mdape !== null ? "mdape" : "mdae";
  const half = words.half(writeMeasure(locale, measure, accuracy[measure]!, target.unit));
  return coverage === null ? `${half}.` : `${half}; ${words.covered(share(DEFAULT_LEVEL), share(coverage))}.`;
}

/** What is wrong with a version, by the names of the card. */
export function problemsInWords(locale: Locale, { findings }: Pick<VersionEntry["figures"], "findings">): string {
  const words = VERSION_WORDS[locale];
  const { count, list } = writerOf(locale);
  if (findings.length === 0) return words.noProblems;
  return `${count(findings.length, words.problem, words.problems)}: ${list(findings.map((code) => words.problemNames[code]))}.`;
}

/** Who published a version, how and when. */
export function originInWords(locale: Locale, published: VersionEntry["published"]): string {
  const words = VERSION_WORDS[locale];
  if (!published) return words.fromFolder;
  const { origin, author, at } = published;
  return words.origin[origin](byActorInWords(locale, author), timeInWords(locale, at));
}

/** Which version answers, and since when. */
export function championInWords(
  locale: Locale,
  { champion, approvals, versions }: Pick<VersionsState, "champion" | "approvals" | "versions">,
): string {
  const words = VERSION_WORDS[locale];
  if (!champion && !approvals) return words.noneYet;
  if (!champion) return versions.some(({ proposal }) => proposal) ? words.noneConfirmed : words.noneProposed;
  const { version, set_by, set_at } = champion;
  return words.answers(version, actorInWords(locale, set_by), timeInWords(locale, set_at));
}

/** What became of a form, where it did something. */
export function doneInWords(locale: Locale, done: string | null, version: string): string | undefined {
  const words = VERSION_WORDS[locale].done;
  return done !== null && Object.hasOwn(words, done) ? words[done as Done](version) : undefined;
}

/** Why a form did nothing, in view of what is here now. */
export function faultInWords(locale: Locale, fault: string | null, state: VersionsState): string | undefined {
  const words = VERSION_WORDS[locale];
  if (fault === null || !Object.hasOwn(words.fault, fault)) return undefined;
  if (fault === "taken" && state.isOfFolder) return words.folderHasName;
  const sentence = words.fault[fault as Refused["refused"]](writerOf(locale).quantity(LONGEST_NOTE));
  return fault === "stale" ? `${sentence} ${championInWords(locale, state)} ${words.decideAgain}` : sentence;
}
