import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes a text that is code. */
type Code = (text: string) => ReactNode;

/** What the server writes on the page of CSV files: what a file needs, and what comes back. */
export const BATCH_PAGE_WORDS = catalogue({
  en: {
    title: "Estimate from a CSV file",
    pageTitle: (model: string) => `Estimate from a CSV file: ${model}`,
    description: (label: string, ranged: boolean) =>
      `Upload a CSV. You get it back with an estimate of the ${label}${ranged ? " and its range" : ""} for each row.`,
    lead: (model: string, ranged: boolean) =>
      `${model}: upload a CSV. You get it back with an estimate${ranged ? " and range" : ""} for each row, and the reason where there is none.`,
    keyNeeded: "You need an API key from the owner of this server.",
    template: "Download a template",

    kept: {
      file: "The file itself is not stored. Its rows are sent to this server in slices and come back with their estimates.",
      none: "No row is kept.",
      rows: (inputs: boolean, days: string) =>
        `For monitoring, this server keeps ${inputs ? "inputs and estimates" : "the estimates alone"} for ${days}.`,
      days: ["day", "days"],
      sample: "It keeps a sample of the rows.",
      sampleOfLarge: "Of large files, it keeps a sample of the rows.",
    },

    needs: {
      title: "What the file needs",
      file: "A CSV file in UTF-8 whose first line names the columns.",
      columns: "Any column order; extra columns are fine; you can match names that differ.",
      marks:
        "Commas, semicolons or tabs separate the columns. With semicolons, decimals can have a comma instead of a point.",
      caption: "The columns that a file needs",
      head: ["Column", "Allowed"],
      or: " or ",
      anything: "any number",
      derived: (list: string, several: boolean) =>
        several
          ? `You don’t need ${list}; if present they must equal our calculations.`
          : `You don’t need ${list}; if present it must equal our calculation.`,
    },

    back: {
      title: "What you get back",
      rows: "The same rows in the same order, with their columns unchanged and these added. Rows with errors stay in place and don’t affect the others.",
      estimate: (label: string, unit: string | undefined) =>
        `the ${label}, unrounded${unit === undefined ? "" : `, in ${unit}`}`,
      range: "the range for the share of cases that you choose",
      noRange: "empty: the error of this model’s estimates is not known",
      near: (near: string) =>
        `the probability, from 0 to 1, that the estimate is within ${near} of the actual value; empty where there is a warning`,
      warnings: "what is outside the training data",
      noWarnings: "empty: the training data of this model are not known",
      error: "the reason where there is no estimate",
      receipt: "if you choose it: the receipt, for reporting the outcome",
      apostrophe: "Text that a spreadsheet would run as a formula comes back with an apostrophe before it.",
    },

    program: {
      title: "From a program",
      text: (code: Code) => (
        <>
          One request does the same for a file of any size, and the answer begins while the file is still being sent.
          With {code("?receipts=1")} in the address, the column {code("receipt")} contains the receipt of each estimate.
          A receipt is what you report the outcome with. Monitoring counts the rows either way.
        </>
      ),
    },
  },
  de: {
    title: "Schätzen aus einer CSV-Datei",
    pageTitle: (model) => `Schätzen aus einer CSV-Datei: ${model}`,
    description: (label, ranged) =>
      `Laden Sie eine CSV-Datei hoch. Sie bekommen sie mit einer Schätzung${ranged ? " und deren Bereich" : ""} für jede Zeile zurück. Geschätzt wird: ${label}.`,
    lead: (model, ranged) =>
      `${model}: Laden Sie eine CSV-Datei hoch. Sie bekommen sie mit einer Schätzung${ranged ? " und deren Bereich" : ""} für jede Zeile zurück – oder mit dem Grund, warum es keine gibt.`,
    keyNeeded: "Sie brauchen einen API-Schlüssel vom Betreiber dieses Servers.",
    template: "Vorlage herunterladen",

    kept: {
      file: "Die Datei selbst wird nicht gespeichert. Ihre Zeilen gehen in Teilen an diesen Server und kommen mit ihren Schätzungen zurück.",
      none: "Keine Zeile wird aufbewahrt.",
      rows: (inputs, days) =>
        `Für das Monitoring bewahrt dieser Server ${inputs ? "Angaben und Schätzungen" : "nur die Schätzungen"} ${days} lang auf.`,
      days: ["Tag", "Tage"],
      sample: "Er behält eine Stichprobe der Zeilen.",
      sampleOfLarge: "Von großen Dateien behält er eine Stichprobe der Zeilen.",
    },

    needs: {
      title: "Was die Datei braucht",
      file: "Eine CSV-Datei in UTF-8, deren erste Zeile die Spalten benennt.",
      columns: "Die Reihenfolge ist beliebig, weitere Spalten stören nicht, und abweichende Namen können Sie zuordnen.",
      marks:
        "Kommas, Semikolons oder Tabulatoren trennen die Spalten. Bei Semikolons dürfen Dezimalzahlen ein Komma statt eines Punkts haben.",
      caption: "Die Spalten, die eine Datei braucht",
      head: ["Spalte", "Erlaubt"],
      or: " oder ",
      anything: "jede Zahl",
      derived: (list) =>
        `Nicht nötig: ${list}. Wenn die Datei Werte dafür enthält, müssen sie mit unserer Berechnung übereinstimmen.`,
    },

    back: {
      title: "Was Sie zurückbekommen",
      rows: "Dieselben Zeilen in derselben Reihenfolge, mit unveränderten Spalten und diesen zusätzlichen. Zeilen mit Fehlern bleiben an ihrem Platz und stören die anderen nicht.",
      estimate: (label, unit) => `${label}, ungerundet${unit === undefined ? "" : `, in ${unit}`}`,
      range: "der Bereich für den gewählten Anteil der Fälle",
      noRange: "leer: Der Fehler der Schätzungen dieses Modells ist nicht bekannt",
      near: (near) =>
        `die Wahrscheinlichkeit von 0 bis 1, dass die Schätzung um höchstens ${near} vom tatsächlichen Wert abweicht; leer, wo es eine Warnung gibt`,
      warnings: "was außerhalb der Trainingsdaten liegt, auf Englisch",
      noWarnings: "leer: Die Trainingsdaten dieses Modells sind nicht bekannt",
      error: "der Grund, wenn es keine Schätzung gibt, auf Englisch",
      receipt: "auf Wunsch: der Beleg, mit dem Sie das Ergebnis melden",
      apostrophe:
        "Text, den eine Tabellenkalkulation als Formel ausführen würde, kommt mit einem vorangestellten Apostroph zurück.",
    },

    program: {
      title: "Aus einem Programm",
      text: (code) => (
        <>
          Eine Anfrage leistet dasselbe für eine Datei jeder Größe, und die Antwort beginnt, während die Datei noch
          gesendet wird. Mit {code("?receipts=1")} in der Adresse enthält die Spalte {code("receipt")} den Beleg jeder
          Schätzung. Mit dem Beleg melden Sie später das Ergebnis. Das Monitoring zählt die Zeilen in jedem Fall.
        </>
      ),
    },
  },
});
