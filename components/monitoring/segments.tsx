import { DataTable } from "@/components/chart/data-table";
import { MEASURES } from "@/lib/judging/measures";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity } from "@/lib/model/format";
import { worseGroups } from "./sentences";
import { Verdict } from "./verdict";
import { typicalErrorOf } from "./words";

/** The typical error of each group that the card names, against what it claims there. */
export function Segments({ report: { performance }, unit }: { report: MonitoringReport; unit: string | undefined }) {
  const rows = performance.segments.flatMap(({ label, outcomes, measures }) => {
    const error = typicalErrorOf(measures);
    return error ? [{ label, outcomes, error }] : [];
  });
  if (rows.length === 0) return <p>The card makes no claims for groups, as its table is too small for them.</p>;
  const worse = rows.filter(({ error }) => error.verdict === "worse than claimed");
  return (
    <>
      <p className="max-w-[38rem]">
        {worseGroups(
          worse.map(({ label }) => label),
          rows.length,
        )}
      </p>
      <DataTable
        wide
        caption="The typical error of each group"
        columns={["Group", "Outcomes", "Now", "Claimed", "Verdict"]}
        double={["Verdict"]}
        rows={rows.map(({ label, outcomes, error }) => [
          label.charAt(0).toUpperCase() + label.slice(1),
          formatQuantity(outcomes),
          error.now ? MEASURES[error.measure].write(error.now.value, unit) : "–",
          error.claimed ? MEASURES[error.measure].write(error.claimed.value, unit) : "–",
          <Verdict key="verdict" verdict={error.verdict} />,
        ])}
      />
    </>
  );
}
