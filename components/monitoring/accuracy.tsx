import { DataTable } from "@/components/chart/data-table";
import { asSentence } from "@/components/words";
import { inSentence } from "@/lib/model/format";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { ErrorsOverTime } from "./errors-over-time";
import { MeasuredFigure } from "./measured-figure";
import { Verdict } from "./verdict";

/** The finding; where figures differ, their names, as the table below holds what they are. */
function findingInWords({ performance: { verdict, detail, measures } }: MonitoringReport): string {
  if (verdict === "as claimed" || verdict === "too few to tell") return asSentence(detail);
  const named = measures.filter((claim) => claim.verdict === verdict).map(({ label }) => inSentence(label));
  return `By more than chance makes, ${verdict}: ${named.join(", ")}.`;
}

/** What outcomes say of the card's claims, and when the errors were made. */
export function Accuracy({ report, unit }: { report: MonitoringReport; unit: string | undefined }) {
  const { performance } = report;
  return (
    <>
      <p className="max-w-[38rem]">{findingInWords(report)}</p>
      {performance.outcomes > 0 && (
        <>
          <DataTable
            wide
            caption="What outcomes measure and what the card claims"
            columns={["Figure", "Now", "Claimed", "Verdict"]}
            double={["Now", "Claimed", "Verdict"]}
            rows={performance.measures.map((claim) => [
              claim.label,
              <MeasuredFigure key="now" measure={claim.measure} interval={claim.now} unit={unit} />,
              <MeasuredFigure key="claimed" measure={claim.measure} interval={claim.claimed} unit={unit} />,
              <Verdict key="verdict" verdict={claim.verdict} />,
            ])}
          />
          <p className="mt-3 text-caption text-quiet">
            In brackets where the truth lies 95 times out of 100: claims, too, were measured on a limited table.
          </p>
          <ErrorsOverTime report={report} unit={unit} />
        </>
      )}
    </>
  );
}

/** What outcomes say of a model whose card claims nothing. */
export function MeasuredAccuracy({ report, unit }: { report: MonitoringReport; unit: string | undefined }) {
  const { measures, outcomes } = report.performance;
  return (
    <>
      <p className="max-w-[38rem]">
        The card claims no accuracy, as no rows with known outcomes came with this model. Reported outcomes alone say
        how accurate it is{outcomes === 0 && ", and none is known yet"}.
      </p>
      {outcomes > 0 && (
        <>
          <DataTable
            caption="What outcomes measure"
            columns={["Figure", "Now"]}
            rows={measures.map(({ measure, label, now }) => [
              label,
              <MeasuredFigure key="now" measure={measure} interval={now} unit={unit} />,
            ])}
          />
          <p className="mt-3 text-caption text-quiet">In brackets where the truth lies 95 times out of 100.</p>
          <ErrorsOverTime report={report} unit={unit} />
        </>
      )}
    </>
  );
}
