import { catalogue } from "@/lib/language/locale";

export const LOADING_WORDS = catalogue({
  en: { loading: "Loading the page" },
  de: { loading: "Die Seite wird geladen" },
});
