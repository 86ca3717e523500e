import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { ReactNode } from "react";

/** Golden rows beside the estimates of the page. */
export const CHECK_WORDS = catalogue({
  en: {
    title: "Check it",
    lead: "A golden row is a row of inputs with the estimate that your notebook printed for it. The model keeps its golden rows and checks them each time it is loaded. If one differs, the model cannot be published.",
    first: "To check a row, estimate it above. Then enter here what your notebook printed for it.",
    yours: "Your row",
    ofTable: (table: string, row: number) => `${table}, row ${row}`,
    notGiven: "not given",
    printed: "What your notebook printed",
    printedFor: (row: string) => `for ${row}`,
    printedFault: "enter the number that your notebook printed, such as 14.9645",
    compare: "Compare",
    choose: "Check many rows: choose a CSV file",
    another: (table: string) => `Replace ${table}`,
    leaveOut: "Leave out",
    leaveOutTable: (table: string) => `Leave out ${table}`,
    columns: (columns: ReactNode) => <>Its columns: {columns}</>,
    caption: "Golden rows",
    head: ["Row", "Printed", "Here", "Difference"],
    agrees: "agrees",
    differs: "differs",
    more: (rows: number) => `${writerOf("en").count(rows, "more row", "more rows")}.`,
  },
  de: {
    title: "Prüfen",
    lead: "Eine Prüfzeile enthält Eingaben und die Schätzung, die Ihr Notebook dafür ausgegeben hat. Das Modell behält seine Prüfzeilen und prüft sie bei jedem Laden. Weicht eine ab, lässt sich das Modell nicht veröffentlichen.",
    first:
      "Um eine Zeile zu prüfen, schätzen Sie sie oben. Geben Sie dann hier ein, was Ihr Notebook dafür ausgegeben hat.",
    yours: "Ihre Zeile",
    ofTable: (table, row) => `${table}, Zeile ${row}`,
    notGiven: "keine Angabe",
    printed: "Ausgabe Ihres Notebooks",
    printedFor: (row) => `für ${row}`,
    printedFault: "geben Sie die Zahl ein, wie Ihr Notebook sie ausgegeben hat, etwa 14.9645",
    compare: "Vergleichen",
    choose: "Viele Zeilen prüfen: CSV-Datei auswählen",
    another: (table) => `${table} ersetzen`,
    leaveOut: "Weglassen",
    leaveOutTable: (table) => `${table} weglassen`,
    columns: (columns) => <>Spalten der Datei: {columns}</>,
    caption: "Prüfzeilen",
    head: ["Zeile", "Ausgegeben", "Hier", "Differenz"],
    agrees: "stimmt überein",
    differs: "weicht ab",
    more: (rows) => `${writerOf("de").count(rows, "weitere Zeile", "weitere Zeilen")}.`,
  },
});
