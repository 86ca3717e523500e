import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** What a person adds to a file. */
export const ASKED_WORDS = catalogue({
  en: {
    title: "What the file does not contain",
    unknown: "It does not contain the name and the unit of what the model estimates, nor the units of the inputs.",
    target: "What it estimates",
    targetHint: "With its unit in brackets: sale price (USD)",
    id: "Id",
    idHint: "For addresses: small letters, digits and hyphens",
    positive: "It is always above 0",
    positiveHint: "Where the model gives 0 or less, no estimate is shown.",
    names: "Names of inputs",
    namesHint: (columns: ReactNode) => (
      <>
        In the order of the training data. You can paste a list into the first field: what {columns} prints, or a row of
        a spreadsheet.
      </>
    ),
    rename: "Rename inputs, or add their units",
    coefficient: (value: string) => `Its coefficient is ${value}`,
  },
  de: {
    title: "Was nicht in der Datei steht",
    unknown: "Name und Einheit der Zielgröße fehlen in der Datei, ebenso die Einheiten der Eingaben.",
    target: "Was das Modell schätzt",
    targetHint: "Mit der Einheit in Klammern: Verkaufspreis (EUR)",
    id: "ID",
    idHint: "Für Adressen: Kleinbuchstaben, Ziffern und Bindestriche",
    positive: "Der Wert ist immer größer als 0",
    positiveHint: "Wenn das Modell 0 oder weniger ergibt, erscheint keine Schätzung.",
    names: "Namen der Eingaben",
    namesHint: (columns) => (
      <>
        In der Reihenfolge der Trainingsdaten. In das erste Feld können Sie eine Liste einfügen: die Ausgabe von{" "}
        {columns} oder eine Zeile einer Tabelle.
      </>
    ),
    rename: "Eingaben umbenennen oder Einheiten ergänzen",
    coefficient: (value) => `Ihr Koeffizient ist ${value}`,
  },
});
