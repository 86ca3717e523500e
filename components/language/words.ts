import { catalogue } from "@/lib/language/locale";

export const LANGUAGE_WORDS = catalogue({
  en: { choice: "Language" },
  de: { choice: "Sprache" },
});
