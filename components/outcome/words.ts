import { catalogue } from "@/lib/language/locale";

/** The form about the outcome on a result page. `what` is what the model estimates, as a sentence names it. */
export const OUTCOME_WORDS = catalogue({
  en: {
    title: (what: string) => `Tell us the actual ${what}`,
    actual: (what: string) => `The actual ${what}`,
    unknown: (what: string) => `Don't know the ${what}? The estimate seems`,
    opinions: { "too high": "too high", "about right": "about right", "too low": "too low" },
    addComment: "Add a comment",
    comment: "Comment (optional)",
    send: "Send",
    confirm: "Yes, it is right",
    stored: (what: string) => `Thanks. Your ${what} is saved and will count in the model's accuracy.`,
    known: (what: string) => `Thanks. Your ${what} was saved before; nothing has changed.`,
    corrected: (what: string) => `Thanks. Your ${what} is saved in place of the one that you sent before.`,
    opinion: "Thanks. Your opinion is saved.",
    noRange: "The estimate came without a range, so only its error counts.",
    unlikely: (value: string, estimate: string) =>
      `${value} is very far from the estimate of ${estimate}. Is that right? If so, send it again.`,
    away: "Nothing can be saved at the moment. Send it again in a few minutes.",
    faulty: (what: string, positive: boolean) =>
      `Enter the ${what} as a number${positive ? " greater than 0" : ""}, or choose an opinion.`,
  },
  de: {
    title: (what) => `Tatsächlichen Wert melden: ${what}`,
    actual: (what) => `Tatsächlicher Wert für „${what}“`,
    unknown: () => "Sie kennen den tatsächlichen Wert nicht? Die Schätzung wirkt",
    opinions: { "too high": "zu hoch", "about right": "etwa richtig", "too low": "zu niedrig" },
    addComment: "Kommentar hinzufügen",
    comment: "Kommentar (freiwillig)",
    send: "Senden",
    confirm: "Ja, das stimmt",
    stored: () => "Danke. Ihr Wert ist gespeichert und zählt künftig für die Genauigkeit des Modells.",
    known: () => "Danke. Ihr Wert war schon gespeichert; es hat sich nichts geändert.",
    corrected: () => "Danke. Ihr Wert ersetzt den, den Sie zuvor gesendet haben.",
    opinion: "Danke. Ihre Meinung ist gespeichert.",
    noRange: "Zur Schätzung gab es keinen Bereich, daher zählt nur ihr Fehler.",
    unlikely: (value, estimate) =>
      `${value} ist sehr weit von der Schätzung ${estimate} entfernt. Stimmt das? Dann senden Sie es noch einmal.`,
    away: "Zurzeit lässt sich nichts speichern. Senden Sie es in einigen Minuten noch einmal.",
    faulty: (what, positive) =>
      `Tatsächlicher Wert für „${what}“: Geben Sie eine Zahl${positive ? " größer als 0" : ""} ein oder wählen Sie eine Meinung.`,
  },
});
