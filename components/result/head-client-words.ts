import { catalogue } from "@/lib/language/locale";

/** The level of the range and the button to print, which are made in the browser. */
export const HEAD_CLIENT_WORDS = catalogue({
  en: { level: "Range level", short: "Range", rest: " level", print: "Print" },
  de: { level: "Niveau des Bereichs", short: "Niveau", rest: " des Bereichs", print: "Drucken" },
});
