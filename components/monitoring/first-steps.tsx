import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";

/** What to do where there is too little to judge: ask for an estimate, and report what came true. */
export function FirstSteps({ id, report: { volume, performance } }: { id: string; report: MonitoringReport }) {
  if (performance.outcomes >= performance.fewest) return null;
  return (
    <p className="mt-3 max-w-[38rem]">
      {volume.predictions === 0 && (
        <>
          <Link href={`/models/${id}`} className="link">
            Get the first estimate
          </Link>
          , or{" "}
          <Link href={`/models/${id}/api`} className="link">
            call the API
          </Link>
          .{" "}
        </>
      )}
      Outcomes show how accurate the model is. Report them in the form on the page of an estimate, by{" "}
      <Link href="/docs#reportOutcome" className="link">
        <code className="font-mono text-small">POST /api/outcomes</code>
      </Link>{" "}
      with the receipt of the estimate, or there as a CSV file of many receipts and outcomes.
    </p>
  );
}
