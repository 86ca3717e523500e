import { catalogue } from "@/lib/language/locale";

/** The texts of the API page's parts that run in the browser. */
export const CALLS_CLIENT_WORDS = catalogue({
  en: {
    language: "Language",
    copyRequest: "Copy the request",
    copyResponse: "Copy the response",
    copy: "Copy",
    send: "Send the request",
    sent: "Sent.",
    status: (status: number, milliseconds: string) => `Status ${status}, after ${milliseconds} ms.`,
    noAnswer: "The server did not answer. Send the request again.",
    response: "Response",

    database: "Database",
    forSql: "For SQL",
    table: "Table",
    oneColumnEach: "With a column for each input",
    tableNames: "One to three names joined by dots",
    download: "Download",
    show: "Show on this page",
    exportFailed: "The server did not answer. Try again.",
    exported: "The exported model",
  },
  de: {
    language: "Sprache",
    copyRequest: "Anfrage kopieren",
    copyResponse: "Antwort kopieren",
    copy: "Kopieren",
    send: "Anfrage senden",
    sent: "Gesendet.",
    status: (status, milliseconds) => `Status ${status} nach ${milliseconds} ms.`,
    noAnswer: "Der Server hat nicht geantwortet. Senden Sie die Anfrage noch einmal.",
    response: "Antwort",

    database: "Datenbank",
    forSql: "Für SQL",
    table: "Tabelle",
    oneColumnEach: "Mit einer Spalte je Eingabe",
    tableNames: "Ein bis drei Namen, mit Punkten verbunden",
    download: "Herunterladen",
    show: "Auf dieser Seite zeigen",
    exportFailed: "Der Server hat nicht geantwortet. Versuchen Sie es noch einmal.",
    exported: "Das exportierte Modell",
  },
});
