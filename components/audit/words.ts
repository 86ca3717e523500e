import { catalogue } from "@/lib/language/locale";

/** The page of the audit log. */
export const AUDIT_WORDS = catalogue({
  en: {
    title: "Audit log",
    purpose:
      "Who changed versions, drafts and keys, who erased estimates, and who logged in. The newest entry is first.",
    model: "Model",
    all: "All",
    show: "Show",
    none: "No entries.",
    earlier: "Earlier entries",
    latest: "Latest entries",
  },
  de: {
    title: "Audit-Log",
    purpose:
      "Wer Versionen, Entwürfe und Schlüssel geändert, Schätzungen gelöscht und sich angemeldet hat. Der neueste Eintrag steht oben.",
    model: "Modell",
    all: "Alle",
    show: "Anzeigen",
    none: "Keine Einträge.",
    earlier: "Frühere Einträge",
    latest: "Neueste Einträge",
  },
});
