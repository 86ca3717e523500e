import { catalogue } from "@/lib/language/locale";

/** What becomes of a file while it is estimated. */
export const RUN_WORDS = catalogue({
  en: {
    title: "All rows",
    back: "Back to the columns and the first rows",
    broken: "This page cannot continue. Load it again. If that does not help, contact the operator of this server.",

    estimating: "Estimating all rows",
    waiting: "Waiting for the server",
    starting: "Starting…",
    progress: (rows: string, speed: string, left: string) => `${rows} done, ${speed} per second, ${left} left.`,
    seconds: { few: "a few seconds", about: "about", seconds: "seconds", minutes: "minutes", hours: "hours" },
    done: (share: string) => `${share} done.`,
    nextAt: (seconds: string) => `The next attempt is in ${seconds} seconds. Nothing is lost.`,
    nextNow: "The next attempt follows at once. Nothing is lost.",
    tryNow: "Try now",
    stop: "Stop",
    goOn: "Continue",

    halts: {
      person: "Stopped",
      key: "An API key is needed",
      server: "The server cannot continue",
      file: "The rest of the file cannot be read",
    },
    kept: (rows: string, one: boolean) => `${rows} ${one ? "is" : "are"} done and kept below.`,
    noRow: "No row is done yet.",
  },
  de: {
    title: "Alle Zeilen",
    back: "Zurück zu den Spalten und den ersten Zeilen",
    broken:
      "Diese Seite kann nicht weiterarbeiten. Laden Sie sie neu. Hilft das nicht, wenden Sie sich an den Betreiber dieses Servers.",

    estimating: "Alle Zeilen werden geschätzt",
    waiting: "Warten auf den Server",
    starting: "Es geht los …",
    progress: (rows, speed, left) => `${rows} fertig, ${speed} pro Sekunde, noch ${left}.`,
    seconds: { few: "einige Sekunden", about: "etwa", seconds: "Sekunden", minutes: "Minuten", hours: "Stunden" },
    done: (share) => `${share} fertig.`,
    nextAt: (seconds) => `Der nächste Versuch folgt in ${seconds} Sekunden. Nichts geht verloren.`,
    nextNow: "Der nächste Versuch folgt sofort. Nichts geht verloren.",
    tryNow: "Jetzt versuchen",
    stop: "Anhalten",
    goOn: "Weiter",

    halts: {
      person: "Angehalten",
      key: "Ein API-Schlüssel ist nötig",
      server: "Der Server kann nicht weiterarbeiten",
      file: "Der Rest der Datei lässt sich nicht lesen",
    },
    kept: (rows, one) => `${rows} ${one ? "ist" : "sind"} fertig und unten aufbewahrt.`,
    noRow: "Noch ist keine Zeile fertig.",
  },
});
