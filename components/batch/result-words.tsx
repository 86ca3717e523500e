import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes a text that is the name of a column. */
type Column = (name: string) => ReactNode;

/** What became of a file. */
export const RESULT_WORDS = catalogue({
  en: {
    title: "All rows",
    partial: "Done so far",
    all: (rows: string) => `All ${rows} have an estimate.`,
    theOne: "The row has an estimate.",
    notTheOne: "The row has no estimate.",
    noneOf: (rows: string) => `None of ${rows} has an estimate.`,
    some: (estimated: string, rows: string, one: boolean) =>
      `${estimated} of ${rows} ${one ? "has" : "have"} an estimate.`,
    without: (rows: string, one: boolean, column: Column) => (
      <>
        {rows} {one ? "has" : "have"} no estimate. The column {column("error")} gives the reason.
      </>
    ),
    outside: (rows: string, one: boolean, column: Column) => (
      <>
        {rows} {one ? "is" : "are"} outside the training data, which the column {column("warnings")} describes. Use{" "}
        {one ? "that estimate" : "those estimates"} with care.
      </>
    ),
    download: "Download the estimates",
    downloadPart: "Download the finished rows",

    estimates: "The estimates",
    half: (low: string, high: string, median: string) =>
      `Half of the estimates are between ${low} and ${high}. The median is ${median}.`,
    one: "There is 1 estimate.",
    axes: (across: string) => `Across: ${across}. Up: rows.`,
    middle: "Green: the middle half.",
    beyond: (rows: string, one: boolean) =>
      `${rows} with ${one ? "an extreme estimate is" : "extreme estimates are"} beyond the ends.`,
    rows: "rows",
    rowsHead: "Rows",

    reasonsTitle: "Rows without an estimate",
    reasonsText:
      "These are the reasons. Rows are numbered as in a spreadsheet: row 1 contains the names of the columns.",
    reasonsCaption: "Why rows have no estimate",
    reason: "Reason",
    first: "First in row",
    example: "For example: ",
    other: "Other reasons.",

    doubtsTitle: "Check these rows first",
    doubtsCaption: "Estimates to check first",
    doubtsOutside: "These estimates are outside the training data.",
    doubts: (near: string, outside: boolean) =>
      outside
        ? `These estimates are the least certain: first those outside the training data, then those with the lowest probability of being within ${near} of the actual value.`
        : `These estimates have the lowest probability of being within ${near} of the actual value.`,
  },
  de: {
    title: "Alle Zeilen",
    partial: "Bisher fertig",
    all: (rows) => `Alle ${rows} haben eine Schätzung.`,
    theOne: "Die Zeile hat eine Schätzung.",
    notTheOne: "Die Zeile hat keine Schätzung.",
    noneOf: (rows) => `Von ${rows} hat keine eine Schätzung.`,
    some: (estimated, rows, one) => `${estimated} von ${rows} ${one ? "hat" : "haben"} eine Schätzung.`,
    without: (rows, one, column) => (
      <>
        {rows} {one ? "hat" : "haben"} keine Schätzung. Die Spalte {column("error")} nennt den Grund.
      </>
    ),
    outside: (rows, one, column) => (
      <>
        {rows} {one ? "liegt" : "liegen"} außerhalb der Trainingsdaten, wie die Spalte {column("warnings")} beschreibt.
        Verwenden Sie {one ? "diese Schätzung" : "diese Schätzungen"} mit Vorsicht.
      </>
    ),
    download: "Schätzungen herunterladen",
    downloadPart: "Fertige Zeilen herunterladen",

    estimates: "Die Schätzungen",
    half: (low, high, median) =>
      `Die Hälfte der Schätzungen liegt zwischen ${low} und ${high}. Der Median ist ${median}.`,
    one: "Es gibt 1 Schätzung.",
    axes: (across) => `Waagrecht: ${across}. Senkrecht: Zeilen.`,
    middle: "Grün: die mittlere Hälfte.",
    beyond: (rows, one) =>
      one
        ? `${rows} mit einer extremen Schätzung liegt jenseits der Ränder.`
        : `${rows} mit extremen Schätzungen liegen jenseits der Ränder.`,
    rows: "Zeilen",
    rowsHead: "Zeilen",

    reasonsTitle: "Zeilen ohne Schätzung",
    reasonsText:
      "Das sind die Gründe, so wie sie in der Datei stehen: auf Englisch. Die Zeilen sind wie in einer Tabellenkalkulation gezählt: Zeile 1 enthält die Namen der Spalten.",
    reasonsCaption: "Warum Zeilen keine Schätzung haben",
    reason: "Grund",
    first: "Zuerst in Zeile",
    example: "Zum Beispiel: ",
    other: "Andere Gründe.",

    doubtsTitle: "Diese Zeilen zuerst prüfen",
    doubtsCaption: "Schätzungen, die Sie zuerst prüfen sollten",
    doubtsOutside: "Diese Schätzungen liegen außerhalb der Trainingsdaten.",
    doubts: (near, outside) =>
      outside
        ? `Diese Schätzungen sind am wenigsten sicher: zuerst die außerhalb der Trainingsdaten, dann die, die am wahrscheinlichsten um mehr als ${near} vom tatsächlichen Wert abweichen.`
        : `Diese Schätzungen weichen am wahrscheinlichsten um mehr als ${near} vom tatsächlichen Wert ab.`,
  },
});
