import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** From the choice of a file to its first rows. */
export const TABLE_WORDS = catalogue({
  en: {
    file: {
      title: "Your file",
      choose: "Choose a CSV file",
      another: "Choose another CSV file",
      unreadable: "the file cannot be read",
      withoutScript: "Without JavaScript, send a file with the command below, under “From a program”.",
    },

    columns: {
      title: "Its columns",
      unmatched: (list: string) => `We couldn’t match: ${list}.`,
      guesses: (list: string) => `Check the guessed columns: ${list}.`,
      found: (count: string, one: boolean) => (one ? "Its column was found." : `All ${count} columns were found.`),
      match: "Match columns",
      choose: (label: string) => `Choose the column for ${label}.`,
      guessed: "Guessed.",
      optional: ", optional",
      none: "Choose…",
      absent: "Not in the file",
    },

    decimal: {
      question: "What comes before decimals?",
      doubt: (example: string) =>
        `${example} can be read in 2 ways, and no other number of the file shows which is right.`,
      point: "A point",
      comma: "A comma",
    },
    level: (level: string) => `Ranges for ${level} of cases`,
    wider: "A higher share gives wider ranges.",
    receipt: "Add a receipt to each row",
    receiptHint: "One more column, for reporting the outcomes. The file becomes several times as large.",
    estimateAll: "Estimate all rows",

    key: {
      label: "Your API key",
      hint: "This server needs an API key for many rows. This page forgets it when you leave.",
      use: "Use this key",
      create: (link: (text: string) => ReactNode): ReactNode => <>As the owner, create one under {link("Keys")}.</>,
    },

    preview: {
      title: "The first rows",
      waiting: "Estimating the first rows…",
      again: "Try again",
      all: "All of these rows have an estimate.",
      none: "None of these rows has an estimate. Check that each input has the right column.",
      row: (row: string) => `Row ${row} has no estimate.`,
      some: (without: string, rows: string) => `${without} of the first ${rows} rows have no estimate.`,
      table: "The first rows with their estimates",
      empty: "empty",
      noEstimate: "none",
    },
  },
  de: {
    file: {
      title: "Ihre Datei",
      choose: "CSV-Datei wählen",
      another: "Andere CSV-Datei wählen",
      unreadable: "die Datei lässt sich nicht lesen",
      withoutScript: "Ohne JavaScript senden Sie die Datei mit dem Befehl unten, unter „Aus einem Programm“.",
    },

    columns: {
      title: "Die Spalten",
      unmatched: (list) => `Keine Spalte gefunden für: ${list}.`,
      guesses: (list) => `Bitte prüfen Sie die geratenen Spalten: ${list}.`,
      found: (count, one) => (one ? "Die Spalte wurde gefunden." : `Alle ${count} Spalten wurden gefunden.`),
      match: "Spalten zuordnen",
      choose: (label) => `Wählen Sie die Spalte für: ${label}.`,
      guessed: "Geraten.",
      optional: ", nicht nötig",
      none: "Wählen …",
      absent: "Nicht in der Datei",
    },

    decimal: {
      question: "Was steht vor den Nachkommastellen?",
      doubt: (example) =>
        `${example} lässt sich auf 2 Arten lesen, und keine andere Zahl der Datei zeigt, welche die richtige ist.`,
      point: "Ein Punkt",
      comma: "Ein Komma",
    },
    level: (level) => `Bereiche für ${level} der Fälle`,
    wider: "Ein höherer Anteil ergibt breitere Bereiche.",
    receipt: "Jeder Zeile einen Beleg hinzufügen",
    receiptHint: "Eine weitere Spalte, um die Ergebnisse zu melden. Die Datei wird um ein Mehrfaches größer.",
    estimateAll: "Alle Zeilen schätzen",

    key: {
      label: "Ihr API-Schlüssel",
      hint: "Dieser Server verlangt für viele Zeilen einen API-Schlüssel. Diese Seite vergisst ihn, wenn Sie sie verlassen.",
      use: "Schlüssel verwenden",
      create: (link) => <>Als Betreiber erstellen Sie einen unter {link("Schlüssel")}.</>,
    },

    preview: {
      title: "Die ersten Zeilen",
      waiting: "Die ersten Zeilen werden geschätzt …",
      again: "Noch einmal versuchen",
      all: "Alle diese Zeilen haben eine Schätzung.",
      none: "Keine dieser Zeilen hat eine Schätzung. Prüfen Sie, ob jede Eingabe die richtige Spalte hat.",
      row: (row) => `Zeile ${row} hat keine Schätzung.`,
      some: (without, rows) => `${without} der ersten ${rows} Zeilen haben keine Schätzung.`,
      table: "Die ersten Zeilen mit ihren Schätzungen",
      empty: "leer",
      noEstimate: "keine",
    },
  },
});
