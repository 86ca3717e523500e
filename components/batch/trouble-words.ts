import { catalogue } from "@/lib/language/locale";

/** Why rows have no answer: the page says it, and so does the worker, which has no other words. */
export const TROUBLE_WORDS = catalogue({
  en: {
    silent: "The server does not answer.",
    brokenOff: "The answer broke off.",
    busy: "The server accepts no more requests for now.",
    unavailable: "The server cannot answer for now.",
    silentForLong: "The server has not answered for several minutes.",
    status: (status: number) => `The server answered with status ${status}.`,
    answers: "The server answers:",
    keyNeeded: "This server needs an API key.",
    keyRefused: "The server does not accept this API key. It answers:",
    unreadable: "The file can no longer be read. Choose it again.",
  },
  de: {
    silent: "Der Server antwortet nicht.",
    brokenOff: "Die Antwort ist abgebrochen.",
    busy: "Der Server nimmt gerade keine weiteren Anfragen an.",
    unavailable: "Der Server kann gerade nicht antworten.",
    silentForLong: "Der Server antwortet seit mehreren Minuten nicht.",
    status: (status) => `Der Server hat mit dem Status ${status} geantwortet.`,
    answers: "Der Server antwortet auf Englisch:",
    keyNeeded: "Dieser Server verlangt einen API-Schlüssel.",
    keyRefused: "Der Server nimmt diesen API-Schlüssel nicht an. Er antwortet auf Englisch:",
    unreadable: "Die Datei lässt sich nicht mehr lesen. Wählen Sie sie noch einmal.",
  },
});
