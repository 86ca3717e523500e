import { catalogue } from "@/lib/language/locale";
import type { Writer } from "@/lib/model/format";

export const SHARE_WORDS = catalogue({
  en: {
    estimate: (label: string) => `Estimate: ${label}`,
    noEstimate: "No estimate",
    refused: "The model refuses to answer here. The page says why.",
    outside: "Outside the training data: the model only continues its pattern.",
    rangeOnPage: "The page shows the range.",
    limits: "The page lists the limits of this model.",
    accuracyUnreadable: "The model card shows the accuracy.",
    rows: (write: Writer, count: number) => write.count(count, "training row", "training rows"),
    inputs: (write: Writer, count: number) => write.count(count, "input", "inputs"),
    altOfResult: (headline: string, title: string) => `${headline}. ${title}, Glasshouse`,
    altOfModel: (title: string) => `${title}, Glasshouse`,
    altOfSite: "Glasshouse: a range on a line, with the estimate in it",
    badInputs: (names: string) => `There is no image: check ${names} in the address.`,
    noModel: "There is no such model.",
    busy: "Too many images are being made. Try again in a few seconds.",
  },
  de: {
    estimate: (label) => `Schätzung: ${label}`,
    noEstimate: "Keine Schätzung",
    refused: "Das Modell gibt hier keine Antwort. Die Seite nennt den Grund.",
    outside: "Außerhalb der Trainingsdaten: Das Modell setzt nur sein Muster fort.",
    rangeOnPage: "Die Seite zeigt den Bereich.",
    limits: "Die Seite nennt die Grenzen dieses Modells.",
    accuracyUnreadable: "Die Modellkarte zeigt die Genauigkeit.",
    rows: (write, count) => write.count(count, "Trainingszeile", "Trainingszeilen"),
    inputs: (write, count) => write.count(count, "Eingabe", "Eingaben"),
    altOfResult: (headline, title) => `${headline}. ${title}, Glasshouse`,
    altOfModel: (title) => `${title}, Glasshouse`,
    altOfSite: "Glasshouse: ein Bereich auf einer Linie, darin die Schätzung",
    badInputs: (names) => `Es gibt kein Bild: Prüfen Sie ${names} in der Adresse.`,
    noModel: "Dieses Modell gibt es nicht.",
    busy: "Gerade werden zu viele Bilder erzeugt. Versuchen Sie es in einigen Sekunden noch einmal.",
  },
});
