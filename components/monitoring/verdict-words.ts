import { catalogue, type Locale } from "@/lib/language/locale";
import type { ClaimVerdict, DriftVerdict } from "@/lib/monitoring/report";

const VERDICTS = catalogue<Record<ClaimVerdict | DriftVerdict, string>>({
  en: {
    drift: "drift",
    "no drift": "no drift",
    "as claimed": "as claimed",
    "worse than claimed": "worse than claimed",
    "better than claimed": "better than claimed",
    "too few to tell": "too few to tell",
  },
  de: {
    drift: "Drift",
    "no drift": "keine Drift",
    "as claimed": "wie angegeben",
    "worse than claimed": "schlechter als angegeben",
    "better than claimed": "besser als angegeben",
    "too few to tell": "zu wenige Daten",
  },
});

export function verdictInWords(locale: Locale, verdict: ClaimVerdict | DriftVerdict): string {
  return VERDICTS[locale][verdict];
}

/** Whether a verdict needs the owner's attention. */
export function isBad(verdict: ClaimVerdict | DriftVerdict): boolean {
  return verdict === "worse than claimed" || verdict === "drift";
}
