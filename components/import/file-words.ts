import { catalogue } from "@/lib/language/locale";

/** The field for files, which loads with the page. */
export const FILE_WORDS = catalogue({
  en: {
    title: "Your file",
    choose: "Choose model.pkl",
    another: "Choose another model",
    hint: "with the files of its scaler and its list of columns, if it has them",
    add: "Add the file of a scaler or of a list of columns",
    local: "Your file is not run and does not leave your computer.",
    untouched: (files: number): string =>
      files === 1
        ? "This file was not run and has not left your computer."
        : "These files were not run and have not left your computer.",
    asData: "This page reads it as data, name by name and number by number.",
    ready: "Everything is loaded: you can switch the network off, and the page still works.",
    loading: "The script for this is loading.",
    reading: "Reading…",
    tooLarge: (name: string) => `${name} is larger than 256 MB, and no linear model is that large`,
    unreadable: "the file cannot be read; choose it again, or try a smaller file",
    noScript: "the script that reads files could not be loaded; reload the page",
  },
  de: {
    title: "Ihre Datei",
    choose: "model.pkl auswählen",
    another: "Anderes Modell auswählen",
    hint: "mit den Dateien des Scalers und der Spaltenliste, falls es sie gibt",
    add: "Datei eines Scalers oder einer Spaltenliste hinzufügen",
    local: "Ihre Datei wird nicht ausgeführt und bleibt auf Ihrem Computer.",
    untouched: (files) =>
      files === 1
        ? "Diese Datei wurde nicht ausgeführt und ist auf Ihrem Computer geblieben."
        : "Diese Dateien wurden nicht ausgeführt und sind auf Ihrem Computer geblieben.",
    asData: "Diese Seite liest sie als Daten, Name für Name und Zahl für Zahl.",
    ready: "Alles ist geladen: Sie können das Netz abschalten, und die Seite funktioniert weiter.",
    loading: "Das Skript dafür wird geladen.",
    reading: "Wird gelesen …",
    tooLarge: (name) => `${name} ist größer als 256 MB; so groß ist kein lineares Modell`,
    unreadable:
      "die Datei lässt sich nicht lesen; wählen Sie sie noch einmal aus oder versuchen Sie es mit einer kleineren",
    noScript: "das Skript zum Lesen der Dateien konnte nicht geladen werden; laden Sie die Seite neu",
  },
});
