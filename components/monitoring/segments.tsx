import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { writeMeasure } from "@/lib/judging/measure-words";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { groupsInWords, typicalErrorOf } from "./accuracy-sentences";
import { Verdict } from "./verdict";
import { MONITORING_WORDS } from "./words";

/** The median error of each group of the model card, beside the claim. */
export function Segments({ report: { performance }, unit }: { report: MonitoringReport; unit: string | undefined }) {
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const { locale } = write;
  const rows = performance.segments.flatMap(({ label, outcomes, measures }) => {
    const error = typicalErrorOf(measures);
    return error ? [{ label, outcomes, error }] : [];
  });
  const worse = rows.flatMap(({ label, error }) => (error.verdict === "worse than claimed" ? [label] : []));
  const judged = rows.filter(({ error }) => error.verdict !== "too few to tell").length;
  const finding = <p className="max-w-[38rem]">{groupsInWords(locale, worse, judged, rows.length)}</p>;
  if (rows.length === 0) return finding;
  return (
    <>
      {finding}
      <DataTable
        wide
        caption={words.errorsOfGroups}
        columns={[words.group, words.outcomes, words.now, words.claimed, words.verdict]}
        double={[words.verdict]}
        rows={rows.map(({ label, outcomes, error }) => [
          label.charAt(0).toUpperCase() + label.slice(1),
          write.quantity(outcomes),
          error.now ? writeMeasure(locale, error.measure, error.now.value, unit) : "–",
          error.claimed ? writeMeasure(locale, error.measure, error.claimed.value, unit) : "–",
          <Verdict key="verdict" verdict={error.verdict} />,
        ])}
      />
    </>
  );
}
