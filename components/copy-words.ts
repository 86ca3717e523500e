import { catalogue } from "@/lib/language/locale";

export const COPY_WORDS = catalogue({
  en: { copied: "Copied", selected: "Selected. Copy it with your keyboard" },
  de: { copied: "Kopiert", selected: "Markiert. Kopieren Sie es mit der Tastatur" },
});
