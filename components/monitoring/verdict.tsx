import { useLocale } from "#locale";
import { isBad, verdictInWords } from "./verdict-words";
import type { ClaimVerdict, DriftVerdict } from "@/lib/monitoring/report";

/** A verdict as a mark and in words: a bad one stands out, one on too few rows stays quiet. */
export function Verdict({ verdict }: { verdict: ClaimVerdict | DriftVerdict }) {
  const locale = useLocale();
  const [mark, tone] = isBad(verdict)
    ? ["▲", "text-rust font-medium"]
    : verdict === "too few to tell"
      ? ["·", "text-quiet"]
      : ["✓", "text-accent"];
  return (
    <span className={tone}>
      <span aria-hidden="true">{mark}&nbsp;</span>
      {verdictInWords(locale, verdict)}
    </span>
  );
}
