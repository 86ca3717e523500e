import { catalogue } from "@/lib/language/locale";

/** The texts around the contents of the API reference, which the browser needs. */
export const CONTENTS_WORDS = catalogue({
  en: {
    contents: "Contents",
    all: "All calls, schemas and errors",
    search: "Search the reference",
    examples: "predict, receipt, 422",
    matches: { one: "match", many: "matches", no: "No matches" },
  },
  de: {
    contents: "Inhalt",
    all: "Alle Aufrufe, Schemas und Fehler",
    search: "In der Referenz suchen",
    examples: "predict, receipt, 422",
    matches: { one: "Treffer", many: "Treffer", no: "Keine Treffer" },
  },
});
