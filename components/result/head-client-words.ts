import { catalogue } from "@/lib/language/locale";

/** The choice of a range and the button to print, which are made in the browser. */
export const HEAD_CLIENT_WORDS = catalogue({
  en: {
    levels: "Range for this share of cases:",
    outside: "Range if the pattern continues:",
    print: "Print",
  },
  de: {
    levels: "Bereich für diesen Anteil der Fälle:",
    outside: "Bereich, wenn sich das Muster fortsetzt:",
    print: "Drucken",
  },
});
