import { isBad } from "./sentences";
import type { ClaimVerdict, DriftVerdict } from "@/lib/monitoring/report";

/** A verdict as a mark and in words: what needs somebody stands out, what is too early to tell stays quiet. */
export function Verdict({ verdict }: { verdict: ClaimVerdict | DriftVerdict }) {
  const [mark, tone] = isBad(verdict)
    ? ["▲", "text-rust font-medium"]
    : verdict === "too few to tell"
      ? ["·", "text-quiet"]
      : ["✓", "text-accent"];
  return (
    <span className={tone}>
      <span aria-hidden="true">{mark}&nbsp;</span>
      {verdict}
    </span>
  );
}
