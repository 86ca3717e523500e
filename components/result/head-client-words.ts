import { catalogue } from "@/lib/language/locale";

/** The choice of a range and the button to print, which are made in the browser. */
export const HEAD_CLIENT_WORDS = catalogue({
  en: { levels: "Range for this share of cases:", print: "Print" },
  de: { levels: "Bereich für diesen Anteil der Fälle:", print: "Drucken" },
});
