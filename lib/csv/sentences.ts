import { catalogue } from "../language/locale";

/** What a CSV file or a row of it must be, as clauses. Programs and commands get the English ones. */
export const CSV_SENTENCES = catalogue({
  en: {
    archive: "the file must be CSV and not a spreadsheet or an archive; save it as CSV",
    compressed: "the file must not be compressed",
    utf16: "the file must be text in UTF-8 and not in UTF-16; save it as CSV in UTF-8",
    encoding: "the file must be in UTF-8; save it as CSV in UTF-8",
    headerQuote: "the first line must close each quote right before the next column",
    tooManyColumns: (most: number) => `the first line must have at most ${most.toLocaleString("en-US")} columns`,
    empty: "the file is empty; its first line must name the columns",
    noRows: "the file must have rows below its first line",
    longHeader: (bytes: number) => `the first line is longer than ${bytes.toLocaleString("en-US")} bytes`,
    longRow: (bytes: number) => `a row is longer than ${bytes.toLocaleString("en-US")} bytes`,
    openQuote: "; is a quote left open?",
    row: {
      quote: "each quote must be closed right before the next column",
      nul: "the row must not contain NUL bytes",
      encoding: "the row must be in UTF-8",
    },
    inLine: (line: number, fault: string, isEncoding: boolean) =>
      `line ${line}: ${fault}${isEncoding ? "; save the file as CSV in UTF-8" : ""}`,
    width: (needed: number, found: number) =>
      `the row must have ${needed} ${needed === 1 ? "column" : "columns"}, as the first line has, and has ${found}`,
  },
  de: {
    archive: "die Datei muss CSV sein, keine Tabellenkalkulation und kein Archiv; speichern Sie sie als CSV",
    compressed: "die Datei darf nicht komprimiert sein",
    utf16: "die Datei muss Text in UTF-8 sein, nicht in UTF-16; speichern Sie sie als CSV in UTF-8",
    encoding: "die Datei muss in UTF-8 sein; speichern Sie sie als CSV in UTF-8",
    headerQuote: "in der ersten Zeile muss jedes Anführungszeichen direkt vor der nächsten Spalte geschlossen sein",
    tooManyColumns: (most) => `die erste Zeile darf höchstens ${most.toLocaleString("de-DE")} Spalten haben`,
    empty: "die Datei ist leer; ihre erste Zeile muss die Spalten benennen",
    noRows: "die Datei muss unter ihrer ersten Zeile weitere Zeilen haben",
    longHeader: (bytes) => `die erste Zeile ist länger als ${bytes.toLocaleString("de-DE")} Byte`,
    longRow: (bytes) => `eine Zeile ist länger als ${bytes.toLocaleString("de-DE")} Byte`,
    openQuote: "; ist ein Anführungszeichen offen geblieben?",
    row: {
      quote: "jedes Anführungszeichen muss direkt vor der nächsten Spalte geschlossen sein",
      nul: "die Zeile darf keine NUL-Bytes enthalten",
      encoding: "die Zeile muss in UTF-8 sein",
    },
    inLine: (line, fault, isEncoding) =>
      `Zeile ${line}: ${fault}${isEncoding ? "; speichern Sie die Datei als CSV in UTF-8" : ""}`,
    width: (needed, found) =>
      `die Zeile muss ${needed} ${needed === 1 ? "Spalte" : "Spalten"} haben wie die erste Zeile; sie hat ${found}`,
  },
});

export type CsvSentences = (typeof CSV_SENTENCES)["en"];
