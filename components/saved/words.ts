import { catalogue } from "@/lib/language/locale";
import type { Writer } from "@/lib/model/format";

export const SAVED_WORDS = catalogue({
  en: {
    title: "Saved estimates",
    description: "The estimates that you have saved in this browser, to open again and to compare.",
    onDevice: "Saved estimates are stored in this browser on this device only. Glasshouse does not send them anywhere.",
    needsScript:
      "This page needs JavaScript: your saved estimates are in this browser, and only a script can read them.",
    empty: "You have not saved any estimate yet. Open an estimate and select “Save” below it.",
    models: "Choose a model",
    howToCompare: "Select 2 or more estimates, then “Compare”.",
    saveToCompare: "To compare estimates, save 2 or more of the same model.",
    select: (estimate: string) => `Select ${estimate}`,
    compare: "Compare",
    chosen: (count: number) =>
      count === 0
        ? "Select 2 or more estimates first."
        : count === 1
          ? "1 selected. Select one more."
          : `${count} selected.`,
    comparison: "Comparison",
    estimate: "Estimate",
    rangeHead: "Range",
    savedHead: "Saved on",
    differs: "differs",
    differsMark: "≠ marks answers that differ.",
    sameAnswers: "All answers are the same.",
    otherVersions: "These estimates come from different versions of the model.",
    savedOn: (day: string) => `Saved on ${day}`,
    range: (range: string, level: string) => `${level} range: ${range}`,
    below: (high: string) => `less than ${high}`,
    pattern: (range: string) => `Outside the training data. If the pattern continues: ${range}`,
    outside: "Outside the training data.",
    cell: (range: string, level: string) => `${range} (${level})`,
    cellOutside: (range: string) => `${range}, outside the training data`,
    noRange: "No range",
    more: (write: Writer, count: number) => write.count(count, "more answer", "more answers"),
    changed: "The model has changed since.",
    again: "Estimate again",
    gone: "This model is no longer on this site.",
    remove: "Delete",
    removeOf: (estimate: string) => `Delete ${estimate}`,
    removeAll: "Delete all",
    removed: (write: Writer, count: number) => `Deleted: ${write.count(count, "estimate", "estimates")}.`,
    undo: "Undo",
    unread: (write: Writer, count: number) =>
      `${write.count(count, "entry", "entries")} cannot be read and will go with the next change.`,
    startAgain: "Delete them and start again",
  },
  de: {
    title: "Gemerkte Schätzungen",
    description: "Die Schätzungen, die Sie in diesem Browser gemerkt haben: zum Wiederfinden und Vergleichen.",
    onDevice: "Gemerkte Schätzungen liegen nur in diesem Browser auf diesem Gerät. Glasshouse überträgt sie nicht.",
    needsScript:
      "Diese Seite braucht JavaScript: Ihre gemerkten Schätzungen liegen in diesem Browser, und nur ein Skript kann sie lesen.",
    empty: "Sie haben noch keine Schätzung gemerkt. Öffnen Sie eine Schätzung und wählen Sie darunter „Merken“.",
    models: "Modell auswählen",
    howToCompare: "Wählen Sie 2 oder mehr Schätzungen aus, dann „Vergleichen“.",
    saveToCompare: "Zum Vergleichen merken Sie 2 oder mehr Schätzungen desselben Modells.",
    select: (estimate) => `${estimate} auswählen`,
    compare: "Vergleichen",
    chosen: (count) =>
      count === 0
        ? "Wählen Sie zuerst 2 oder mehr Schätzungen aus."
        : count === 1
          ? "1 ausgewählt. Wählen Sie noch eine aus."
          : `${count} ausgewählt.`,
    comparison: "Vergleich",
    estimate: "Schätzung",
    rangeHead: "Bereich",
    savedHead: "Gemerkt am",
    differs: "unterschiedlich",
    differsMark: "≠ kennzeichnet Angaben, die sich unterscheiden.",
    sameAnswers: "Alle Angaben sind gleich.",
    otherVersions: "Diese Schätzungen stammen von verschiedenen Versionen des Modells.",
    savedOn: (day) => `Gemerkt am ${day}`,
    range: (range, level) => `Bereich (${level}): ${range}`,
    below: (high) => `weniger als ${high}`,
    pattern: (range) => `Außerhalb der Trainingsdaten. Wenn sich das Muster fortsetzt: ${range}`,
    outside: "Außerhalb der Trainingsdaten.",
    cell: (range, level) => `${range} (${level})`,
    cellOutside: (range) => `${range}, außerhalb der Trainingsdaten`,
    noRange: "Kein Bereich",
    more: (write, count) => write.count(count, "weitere Angabe", "weitere Angaben"),
    changed: "Das Modell hat sich seitdem geändert.",
    again: "Neu schätzen",
    gone: "Dieses Modell gibt es auf dieser Seite nicht mehr.",
    remove: "Löschen",
    removeOf: (estimate) => `${estimate} löschen`,
    removeAll: "Alle löschen",
    removed: (write, count) => `Gelöscht: ${write.count(count, "Schätzung", "Schätzungen")}.`,
    undo: "Rückgängig",
    unread: (write, count) =>
      `${write.count(count, "Eintrag lässt", "Einträge lassen")} sich nicht lesen. Bei der nächsten Änderung wird das gelöscht.`,
    startAgain: "Löschen und neu beginnen",
  },
});
