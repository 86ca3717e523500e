import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** How a draft is published, and the page after that. */
export const PUBLISH_WORDS = catalogue({
  en: {
    publishIt: "Publish it",
    note: "Why this version",
    noteNeeded: "Required. The audit log keeps it.",
    noteHint: "For the list of versions.",
    noteFault: "give a reason of 1 to 1,000 characters",
    whatItDoes: "What the version does",
    answers: (champion: string | undefined) =>
      champion === undefined ? "It answers from now on" : `It answers from now on, instead of version ${champion}`,
    champion: "Champion: the version that answers everybody.",
    proposed: (champion: string | undefined) =>
      champion === undefined
        ? "It is proposed as the champion"
        : `It is proposed as the champion, instead of version ${champion}`,
    waits: "It answers once a second person confirms it.",
    beside: (champion: string | undefined) =>
      champion === undefined
        ? "It is stored, and no version answers yet"
        : `It runs beside version ${champion}, which answers`,
    challenger: (champion: string | undefined) =>
      champion === undefined
        ? "Challenger: its estimates are not shown until it is promoted."
        : `Challenger: it answers in shadow and is compared with version ${champion}, which goes on answering.`,
    gate: (checks: string) => `It is not published, because a check fails: ${checks}.`,
    checks: { golden: "golden rows", accuracy: "accuracy", coverage: "coverage", outcomes: "outcomes" },
    override: "Publish it all the same. The audit log keeps that.",
    saveFirst: "Save and train your changes first, or undo them.",
    publishing: "Publishing…",
    propose: "Propose it",
    publish: "Publish",
    anotherId: "Another id",
    takeIt: "Use it",

    // Afterwards.
    isPublished: (title: string) => `${title} is published`,
    waitsFor: (title: string) => `${title} waits for a second person to confirm`,
    done: {
      champion: (version: ReactNode, model: string): ReactNode => (
        <>
          Version {version} of {model} answers from now on.
        </>
      ),
      challenger: (version: ReactNode, model: string): ReactNode => (
        <>
          Version {version} of {model} is the challenger. Its estimates are not shown until it is promoted.
        </>
      ),
      none: (version: ReactNode, model: string): ReactNode => (
        <>
          Version {version} of {model} is stored and proposed as the champion. It answers once a reviewer confirms it.
        </>
      ),
    },
    itsPage: "Its page",
    compare: "Compare it with the champion",
    whereConfirmed: "Where it is confirmed",
    itsVersions: "Its versions",
    itsApi: "Its API",
    back: "Back to the studio",
  },
  de: {
    publishIt: "Veröffentlichen",
    note: "Warum diese Version",
    noteNeeded: "Hier erforderlich. Die Begründung bleibt im Audit-Log.",
    noteHint: "Für die Liste der Versionen.",
    noteFault: "geben Sie eine Begründung mit 1 bis 1.000 Zeichen an",
    whatItDoes: "Was die Version tut",
    answers: (champion) =>
      champion === undefined ? "Sie antwortet ab jetzt" : `Sie antwortet ab jetzt anstelle von Version ${champion}`,
    champion: "Champion: die Version, die allen antwortet.",
    proposed: (champion) =>
      champion === undefined
        ? "Sie wird als Champion vorgeschlagen"
        : `Sie wird als Champion anstelle von Version ${champion} vorgeschlagen`,
    waits: "Sie antwortet, sobald eine zweite Person sie bestätigt.",
    beside: (champion) =>
      champion === undefined
        ? "Sie wird gespeichert, und noch antwortet keine Version"
        : `Sie läuft neben Version ${champion}, die antwortet`,
    challenger: (champion) =>
      champion === undefined
        ? "Challenger: Ihre Schätzungen werden nicht angezeigt, bis sie zum Champion wird."
        : `Challenger: Sie antwortet im Schattenbetrieb und wird mit Version ${champion} verglichen, die weiter antwortet.`,
    gate: (checks) => `Nicht veröffentlicht, weil eine Prüfung nicht bestanden ist: ${checks}.`,
    checks: { golden: "Prüfzeilen", accuracy: "Genauigkeit", coverage: "Abdeckung", outcomes: "Ergebnisse" },
    override: "Trotzdem veröffentlichen. Das bleibt im Audit-Log.",
    saveFirst: "Speichern und trainieren Sie zuerst Ihre Änderungen, oder machen Sie sie rückgängig.",
    publishing: "Wird veröffentlicht…",
    propose: "Vorschlagen",
    publish: "Veröffentlichen",
    anotherId: "Andere ID",
    takeIt: "Verwenden",

    isPublished: (title) => `Veröffentlicht: ${title}`,
    waitsFor: (title) => `Wartet auf Bestätigung durch eine zweite Person: ${title}`,
    done: {
      champion: (version, model) => (
        <>
          Version {version} von {model} antwortet ab jetzt.
        </>
      ),
      challenger: (version, model) => (
        <>
          Version {version} von {model} ist der Challenger. Ihre Schätzungen werden nicht angezeigt, bis sie zum
          Champion wird.
        </>
      ),
      none: (version, model) => (
        <>
          Version {version} von {model} ist gespeichert und als Champion vorgeschlagen. Sie antwortet, sobald ein Prüfer
          sie bestätigt.
        </>
      ),
    },
    itsPage: "Seite des Modells",
    compare: "Mit dem Champion vergleichen",
    whereConfirmed: "Zur Bestätigung",
    itsVersions: "Versionen",
    itsApi: "API",
    back: "Zurück zum Studio",
  },
});
