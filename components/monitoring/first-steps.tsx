import type { MonitoringReport } from "@/lib/monitoring/report";
import Link from "next/link";

/** What to do where there is nothing to monitor yet: ask for an estimate, and report what came true. */
export function FirstSteps({ id, report: { volume } }: { id: string; report: MonitoringReport }) {
  if (volume.outcomes > 0) return null;
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
      Outcomes show how accurate the model is. Report one on the page of its estimate, or{" "}
      <Link href="/docs#reportOutcome" className="link">
        by the API with the receipt of the estimate, many at once as CSV
      </Link>
      .
    </p>
  );
}
