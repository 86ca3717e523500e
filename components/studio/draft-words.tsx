import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** The page of a draft without its description and its publication. */
export const DRAFT_WORDS = catalogue({
  en: {
    draft: "Draft",
    loading: "Loading the draft…",
    needsScript: "The studio needs JavaScript.",
    allDrafts: "All drafts",
    row: "row",
    rows: "rows",
    of: (file: string, size: string, rows: string | undefined) =>
      `A draft from ${file} (${size}${rows === undefined ? "" : `, ${rows}`}), not public.`,
    retrained: (version: string, model: string, outcomes: string) =>
      `Version ${version} of ${model}, retrained with ${outcomes}.`,
    outcome: "reported outcome",
    outcomes: "reported outcomes",
    typedKept: "What you have typed is still here.",

    // Its status.
    reads: (file: string) => `The server reads ${file}`,
    trains: "The server trains the model",
    progress: (what: string, share: string) => `${what}, ${share}`,
    unknownFailure: "It failed. The log of the server has the reason.",
    card: "Model card of this draft",
    tryIt: "Try it",
    publishIt: "Publish it",
    cancel: "Cancel",
    trainAgain: "Train it again",
    readAgain: "Read it again",

    // What was guessed.
    decide: "Decide",
    lookAt: "Check",
    guessed: "These are guesses from the first reading of the file. Change below what is wrong.",
    inOther: "These notes are in German.",

    // Names of inputs.
    names: "Names of the inputs",
    namesHint: (code: ReactNode): ReactNode => (
      <>In the order of the training table, one on each line, or as {code} prints them</>
    ),
    readWithNames: "Read it with these names",

    // Trying it.
    notTrained: "The estimate does not include changes that are not trained yet.",
    fillMarked: "Fill in every marked field.",
    fillForm: "Fill in the form to see an estimate.",
    estimating: "Estimating…",
    noEstimate: (why: string) => `No estimate: ${why}`,

    // Deleting it.
    delete: "Delete",
    deleteThis: "Delete this draft",
    question: (file: string) => `Delete this draft with ${file}? This cannot be undone. Published versions stay.`,
    deleteIt: "Delete the draft",

    // Its card.
    cardOf: "Model card of a draft",
    back: "Back to the draft",
    noCard: "No model card yet",
    whenTrained: "A draft has one once it is trained.",
  },
  de: {
    draft: "Entwurf",
    loading: "Der Entwurf wird geladen…",
    needsScript: "Das Studio braucht JavaScript.",
    allDrafts: "Alle Entwürfe",
    row: "Zeile",
    rows: "Zeilen",
    of: (file, size, rows) =>
      `Ein Entwurf aus ${file} (${size}${rows === undefined ? "" : `, ${rows}`}), nicht öffentlich.`,
    retrained: (version, model, outcomes) => `Version ${version} von ${model}, neu trainiert mit ${outcomes}.`,
    outcome: "gemeldeten Ergebnis",
    outcomes: "gemeldeten Ergebnissen",
    typedKept: "Ihre Eingaben sind noch da.",

    reads: (file) => `Der Server liest ${file}`,
    trains: "Der Server trainiert das Modell",
    progress: (what, share) => `${what}, ${share}`,
    unknownFailure: "Das ist fehlgeschlagen. Den Grund enthält das Log des Servers.",
    card: "Modellkarte dieses Entwurfs",
    tryIt: "Ausprobieren",
    publishIt: "Veröffentlichen",
    cancel: "Abbrechen",
    trainAgain: "Noch einmal trainieren",
    readAgain: "Noch einmal lesen",

    decide: "Entscheiden",
    lookAt: "Prüfen",
    guessed: "Diese Vermutungen stammen vom ersten Lesen der Datei. Ändern Sie unten, was nicht stimmt.",
    inOther: "Diese Hinweise sind auf Englisch.",

    names: "Namen der Eingaben",
    namesHint: (code) => <>In der Reihenfolge der Trainingstabelle, ein Name je Zeile, oder wie {code} sie ausgibt</>,
    readWithNames: "Mit diesen Namen lesen",

    notTrained: "Änderungen, die noch nicht trainiert sind, gehen in die Schätzung nicht ein.",
    fillMarked: "Füllen Sie jedes markierte Feld aus.",
    fillForm: "Füllen Sie das Formular aus, um eine Schätzung zu sehen.",
    estimating: "Wird geschätzt…",
    noEstimate: (why) => `Keine Schätzung: ${why}`,

    delete: "Löschen",
    deleteThis: "Diesen Entwurf löschen",
    question: (file) =>
      `Diesen Entwurf mit ${file} löschen? Das lässt sich nicht rückgängig machen. Veröffentlichte Versionen bleiben.`,
    deleteIt: "Entwurf löschen",

    cardOf: "Modellkarte eines Entwurfs",
    back: "Zurück zum Entwurf",
    noCard: "Noch keine Modellkarte",
    whenTrained: "Ein Entwurf hat eine, sobald er trainiert ist.",
  },
});
