import { useWords } from "@/components/language/use-words";
import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";
import { linkTo } from "@/components/text-link";
import { MONITORING_WORDS } from "./words";

/** Whether a model has too few outcomes for a verdict on its accuracy. */
export function lacksOutcomes({ performance }: MonitoringReport): boolean {
  return performance.outcomes < performance.fewest;
}

/** How to get an estimate of a model without a request. */
export function GetEstimate({ id }: { id: string }) {
  const words = useWords(MONITORING_WORDS);
  return words.getEstimate(linkTo(`/models/${id}`), linkTo(`/models/${id}/api`));
}

/** How to report outcomes, and what for. */
export function ReportOutcomes() {
  const words = useWords(MONITORING_WORDS);
  return (
    <>
      {words.outcomesShow}{" "}
      {words.reportOutcomes(
        <Link href="/docs#reportOutcome" className="link">
          <code className="font-mono text-small">POST /api/outcomes</code>
        </Link>,
      )}
    </>
  );
}

/** What to do where there are too few outcomes to judge: get an estimate, and report outcomes. */
export function FirstSteps({ id, report }: { id: string; report: MonitoringReport }) {
  if (!lacksOutcomes(report)) return null;
  return (
    <p className="mt-3 max-w-[38rem]">
      {report.volume.predictions === 0 && (
        <>
          <GetEstimate id={id} />{" "}
        </>
      )}
      <ReportOutcomes />
    </p>
  );
}
