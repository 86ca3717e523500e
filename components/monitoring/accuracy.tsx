import { DataTable } from "@/components/chart/data-table";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { ErrorsOverTime } from "./errors-over-time";
import { MeasuredFigure } from "./measured-figure";
import { findingInWords, noClaimsInWords, selectionInWords } from "./sentences";
import { Verdict } from "./verdict";

interface AccuracyProps {
  report: MonitoringReport;
  days: number;
  /** Of the target. */
  unit: string | undefined;
}

/** What outcomes say of the card's claims, and when the errors were made. */
export function Accuracy({ report, days, unit }: AccuracyProps) {
  const { performance } = report;
  return (
    <>
      <p className="max-w-[38rem]">{findingInWords(report)}</p>
      {performance.outcomes > 0 && (
        <>
          <p className="mt-3 max-w-[38rem]">{selectionInWords(report)}</p>
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
          <p className="mt-3 text-caption text-quiet">Brackets: 95% confidence intervals.</p>
          <ErrorsOverTime report={report} days={days} unit={unit} />
        </>
      )}
    </>
  );
}

/** What outcomes say of a model whose card claims nothing. */
export function MeasuredAccuracy({ report, days, unit }: AccuracyProps) {
  const { measures, outcomes } = report.performance;
  return (
    <>
      <p className="max-w-[38rem]">{noClaimsInWords(outcomes)}</p>
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
          <p className="mt-3 text-caption text-quiet">Brackets: 95% confidence intervals.</p>
          <ErrorsOverTime report={report} days={days} unit={unit} />
        </>
      )}
    </>
  );
}
