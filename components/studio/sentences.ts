import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { DEFAULT_LOCALE, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import { STUDIO_WORDS } from "./words";

/** The language in which the server says what it guesses: that of the draft; of a model file it is English. */
export function languageOfGuesses({ file, options }: Pick<DraftAnswer, "file" | "options">): Locale {
  return (file.kind === "table" && options.language) || DEFAULT_LOCALE;
}

/** "Training, 40%", "Ready". */
export function statusInWords(locale: Locale, { status, progress }: Pick<DraftAnswer, "status" | "progress">): string {
  const words = STUDIO_WORDS[locale].status[status];
  const isAtWork = status === "reading" || status === "training";
  return isAtWork && progress !== null ? `${words}, ${writerOf(locale).share(progress)}` : words;
}

/** "Made by owner, changed on 26 Nov 2026, 12:48 UTC." */
export function madeInWords(locale: Locale, { owner, changedAt }: Pick<DraftAnswer, "owner" | "changedAt">): string {
  return STUDIO_WORDS[locale].madeBy(ownerInWords(locale, owner), writerOf(locale).date(changedAt.slice(0, 16)));
}

const MAKERS: Record<Locale, { owner: string; key: (name: string) => string }> = {
  en: { owner: "the owner", key: (name) => `the key ${name}` },
  de: { owner: "vom Betreiber", key: (name) => `vom Schlüssel ${name}` },
};

/** Who made a draft: "the owner", "the key ci". */
function ownerInWords(locale: Locale, owner: string): string {
  const [, key] = /^key (.+)$/.exec(owner) ?? [];
  if (key !== undefined) return MAKERS[locale].key(key);
  return owner === "owner" ? MAKERS[locale].owner : owner;
}
