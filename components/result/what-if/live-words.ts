import { catalogue } from "@/lib/language/locale";

/** Why a live estimate has no number, beside the reasons of the API. */
export const LIVE_WORDS = catalogue({
  en: {
    fix: "fix the marked answer",
    noAnswer: "the server did not answer; change an answer to try again",
    noEstimate: (reason: string) => `no estimate: ${reason}`,
  },
  de: {
    fix: "korrigieren Sie die markierte Angabe",
    noAnswer: "der Server hat nicht geantwortet; ändern Sie eine Angabe, um es noch einmal zu versuchen",
    noEstimate: (reason) => `keine Schätzung: ${reason}`,
  },
});
