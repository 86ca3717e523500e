import { catalogue } from "@/lib/language/locale";

/** What stands in tables of estimates, and what comes before a text of the server, which writes English. */
export const ANSWER_WORDS = catalogue({
  en: {
    row: "Row",
    estimate: "Estimate",
    range: (level: string) => `Range, ${level}`,
    within: (near: string) => `Within ${near}`,
    to: (low: string, high: string) => `${low} to ${high}`,
    /** Before what the server writes; readers of its language need nothing. */
    outside: undefined as ((labels: string) => string) | undefined,
    check: undefined as ((labels: string) => string) | undefined,
  },
  de: {
    row: "Zeile",
    estimate: "Schätzung",
    range: (level) => `Bereich, ${level}`,
    within: (near) => `Höchstens ${near} Abweichung`,
    to: (low, high) => `${low} bis ${high}`,
    outside: (labels) => `Außerhalb der Trainingsdaten${labels && `: ${labels}`}.`,
    check: (labels) => (labels ? `Es geht um: ${labels}.` : ""),
  },
});
