import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** The first page of the studio. */
export const START_WORDS = catalogue({
  en: {
    lead: "From a file to a published model. Nothing is public before you publish it.",
    published: "Published models",
    nonePublished: "No model is published from here yet.",
    versionsOf: (title: string) => `Versions of ${title}`,

    // The file.
    yourFile: "Your file",
    choose: "Choose a table or a model",
    another: "Choose another file",
    hint: "a CSV file of rows with known outcomes, or the files of a fitted model",
    addFile: "Add another file of the same model",
    target: "What to estimate",
    targetHint: "The column with the known outcomes",
    chooseColumn: "Choose…",
    targetOfModel: "What it estimates",
    targetOfModelHint: "With its unit in brackets: sale price (USD)",
    language: "Language of the texts",
    languageHint: "The language of the labels in your file. The description is written in it.",
    needsColumn: "choose the column to estimate",
    needsTarget: "enter what the model estimates",
    make: "Make a draft",
    fileKept: "The file is still chosen: you do not need to enter anything again.",
    sending: (share: string) => `Sending, ${share}`,
    reads: "The server reads the file",
    cancel: "Cancel",
    alone: "a table makes a model by itself; choose it alone, or the files of a fitted model without it",
    unreadable: "the file cannot be read",
    unreadableFiles: "the files cannot be read; choose them again",
    noScript: (make: ReactNode, publish: ReactNode): ReactNode => (
      <>
        The studio needs JavaScript. Without it, {make} makes a model from a table, and {publish} publishes it.
      </>
    ),

    // Its first rows.
    column: "column",
    columns: "columns",
    firstColumns: (columns: string, shown: string) => `${columns}, the first ${shown} of them here`,
    firstRows: "The first rows",

    // Drafts.
    drafts: "Drafts",
    loading: "Loading the drafts…",
    none: "No drafts. Choose a file above to make one.",
    from: (target: string, file: string) => `${target} from ${file}.`,
    retrained: (outcomes: string) => `Retrained with ${outcomes}.`,
    outcome: "reported outcome",
    outcomes: "reported outcomes",
  },
  de: {
    lead: "Von der Datei zum veröffentlichten Modell. Öffentlich wird nichts, bevor Sie es veröffentlichen.",
    published: "Veröffentlichte Modelle",
    nonePublished: "Hier ist noch kein Modell veröffentlicht worden.",
    versionsOf: (title) => `Versionen: ${title}`,

    yourFile: "Ihre Datei",
    choose: "Tabelle oder Modell auswählen",
    another: "Andere Datei auswählen",
    hint: "eine CSV-Datei mit bekannten Ergebnissen oder die Dateien eines trainierten Modells",
    addFile: "Weitere Datei desselben Modells hinzufügen",
    target: "Was geschätzt wird",
    targetHint: "Die Spalte mit den bekannten Ergebnissen",
    chooseColumn: "Auswählen…",
    targetOfModel: "Was das Modell schätzt",
    targetOfModelHint: "Mit der Einheit in Klammern: Kaufpreis (EUR)",
    language: "Sprache der Texte",
    languageHint: "Die Sprache der Bezeichnungen in Ihrer Datei. In ihr wird die Beschreibung geschrieben.",
    needsColumn: "wählen Sie die Spalte aus, die geschätzt wird",
    needsTarget: "geben Sie an, was das Modell schätzt",
    make: "Entwurf anlegen",
    fileKept: "Die Datei ist noch ausgewählt: Sie müssen nichts noch einmal eingeben.",
    sending: (share) => `Wird gesendet, ${share}`,
    reads: "Der Server liest die Datei",
    cancel: "Abbrechen",
    alone:
      "aus einer Tabelle entsteht ein eigenes Modell; wählen Sie sie allein aus, oder die Dateien eines trainierten Modells ohne sie",
    unreadable: "die Datei lässt sich nicht lesen",
    unreadableFiles: "die Dateien lassen sich nicht lesen; wählen Sie sie noch einmal aus",
    noScript: (make, publish) => (
      <>
        Das Studio braucht JavaScript. Ohne JavaScript macht {make} aus einer Tabelle ein Modell, und {publish}{" "}
        veröffentlicht es.
      </>
    ),

    column: "Spalte",
    columns: "Spalten",
    firstColumns: (columns, shown) => `${columns}, hier die ersten ${shown}`,
    firstRows: "Die ersten Zeilen",

    drafts: "Entwürfe",
    loading: "Die Entwürfe werden geladen…",
    none: "Keine Entwürfe. Wählen Sie oben eine Datei aus, um einen anzulegen.",
    from: (target, file) => `${target} aus ${file}.`,
    retrained: (outcomes) => `Neu trainiert mit ${outcomes}.`,
    outcome: "gemeldeten Ergebnis",
    outcomes: "gemeldeten Ergebnissen",
  },
});
