import { DataTable } from "@/components/chart/data-table";
import { MEASURES } from "@/lib/judging/measures";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity } from "@/lib/model/format";
import { groupsInWords, typicalErrorOf } from "./sentences";
import { Verdict } from "./verdict";

/** The typical error of each group that the card names, against what it claims there. */
export function Segments({ report: { performance }, unit }: { report: MonitoringReport; unit: string | undefined }) {
  const rows = performance.segments.flatMap(({ label, outcomes, measures }) => {
    const error = typicalErrorOf(measures);
    return error ? [{ label, outcomes, error }] : [];
  });
  const worse = rows.flatMap(({ label, error }) => (error.verdict === "worse than claimed" ? [label] : []));
  const judged = rows.filter(({ error }) => error.verdict !== "too few to tell").length;
  const finding = <p className="max-w-[38rem]">{groupsInWords(worse, judged, rows.length)}</p>;
  if (rows.length === 0) return finding;
  return (
    <>
      {finding}
      <DataTable
        wide
        caption="The median error of each group"
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
