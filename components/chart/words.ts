import { catalogue } from "@/lib/language/locale";

/** What all charts say. */
export const CHART_WORDS = catalogue({
  en: {
    asTable: "The numbers as a table",
    rowsHidden: "Single rows of this model’s table are not shown.",
    eachRow: "Each dot is a row.",
    someRows: (rows: string) => `Each dot is a row of ${rows}.`,
    medians: "The line connects the medians; the vertical strokes span the middle half of the dots.",
    tooFewRows: "There are too few rows to sum up, and single rows of this model’s table are not shown.",
    rows: "Rows",
    median: (name: string) => `${name}, median`,
    middleHalf: "Middle half",
    medianLegend: "median and middle half",
  },
  de: {
    asTable: "Die Zahlen als Tabelle",
    rowsHidden: "Einzelne Zeilen der Tabelle dieses Modells werden nicht gezeigt.",
    eachRow: "Jeder Punkt ist eine Zeile.",
    someRows: (rows) => `Jeder Punkt ist eine Zeile von ${rows}.`,
    medians: "Die Linie verbindet die Mediane; die senkrechten Striche umfassen die mittlere Hälfte der Punkte.",
    tooFewRows:
      "Für eine Zusammenfassung gibt es zu wenige Zeilen, und einzelne Zeilen der Tabelle dieses Modells werden nicht gezeigt.",
    rows: "Zeilen",
    median: (name) => `${name}, Median`,
    middleHalf: "Mittlere Hälfte",
    medianLegend: "Median und mittlere Hälfte",
  },
});
