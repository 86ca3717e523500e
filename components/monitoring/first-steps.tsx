import { useWords } from "@/components/language/use-words";
import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";
import { linkTo } from "@/components/text-link";
import { MONITORING_WORDS } from "./words";

/** What to do where there are too few outcomes to judge: get an estimate, and report outcomes. */
export function FirstSteps({ id, report: { volume, performance } }: { id: string; report: MonitoringReport }) {
  const words = useWords(MONITORING_WORDS);
  if (performance.outcomes >= performance.fewest) return null;
  return (
    <p className="mt-3 max-w-[38rem]">
      {volume.predictions === 0 && <>{words.firstEstimate(linkTo(`/models/${id}`), linkTo(`/models/${id}/api`))} </>}
      {words.outcomesShow}{" "}
      {words.reportOutcomes(
        <Link href="/docs#reportOutcome" className="link">
          <code className="font-mono text-small">POST /api/outcomes</code>
        </Link>,
      )}
    </p>
  );
}
