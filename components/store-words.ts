import { catalogue, type Locale } from "@/lib/language/locale";
import { NoStoreError, type StoreAwayError } from "@/lib/store/faults";

const STORE_WORDS = catalogue({
  en: {
    none: "Set DATABASE_URL to a PostgreSQL database, or DATA_DIR to a folder that can be written.",
    away: "The store cannot be reached at the moment.",
  },
  de: {
    none: "Setzen Sie DATABASE_URL auf eine PostgreSQL-Datenbank oder DATA_DIR auf einen beschreibbaren Ordner.",
    away: "Der Speicher ist zurzeit nicht erreichbar.",
  },
});

/** Why nothing can be saved, as a sentence. */
export function storeFaultInWords(locale: Locale, fault: NoStoreError | StoreAwayError): string {
  return STORE_WORDS[locale][fault instanceof NoStoreError ? "none" : "away"];
}
