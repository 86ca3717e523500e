import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { useLocale } from "#locale";
import { ErrorsOverTime } from "./errors-over-time";
import { MeasuredFigure } from "./measured-figure";
import { findingInWords, noClaimsInWords, selectionInWords } from "./accuracy-sentences";
import { Verdict } from "./verdict";
import { MONITORING_WORDS } from "./words";

interface AccuracyProps {
  report: MonitoringReport;
  days: number;
  /** Of the target. */
  unit: string | undefined;
}

/** The figures that outcomes measure beside the claims of the card, and the errors over time. */
export function Accuracy({ report, days, unit }: AccuracyProps) {
  const { performance } = report;
  const locale = useLocale();
  const words = useWords(MONITORING_WORDS);
  return (
    <>
      <p className="max-w-[38rem]">{findingInWords(locale, report)}</p>
      {performance.outcomes > 0 && (
        <>
          <p className="mt-3 max-w-[38rem]">{selectionInWords(report)}</p>
          <DataTable
            wide
            caption={words.measuredAndClaimed}
            columns={[words.figure, words.now, words.claimed, words.verdict]}
            double={[words.now, words.claimed, words.verdict]}
            rows={performance.measures.map((claim) => [
              claim.label,
              <MeasuredFigure key="now" measure={claim.measure} interval={claim.now} unit={unit} />,
              <MeasuredFigure key="claimed" measure={claim.measure} interval={claim.claimed} unit={unit} />,
              <Verdict key="verdict" verdict={claim.verdict} />,
            ])}
          />
          <p className="mt-3 text-caption text-quiet">{words.brackets}</p>
          <ErrorsOverTime report={report} days={days} unit={unit} />
        </>
      )}
    </>
  );
}

/** The figures that outcomes measure, for a model whose card claims nothing. */
export function MeasuredAccuracy({ report, days, unit }: AccuracyProps) {
  const { measures, outcomes } = report.performance;
  const locale = useLocale();
  const words = useWords(MONITORING_WORDS);
  return (
    <>
      <p className="max-w-[38rem]">{noClaimsInWords(locale, outcomes)}</p>
      {outcomes > 0 && (
        <>
          <DataTable
            caption={words.measured}
            columns={[words.figure, words.now]}
            rows={measures.map(({ measure, label, now }) => [
              label,
              <MeasuredFigure key="now" measure={measure} interval={now} unit={unit} />,
            ])}
          />
          <p className="mt-3 text-caption text-quiet">{words.brackets}</p>
          <ErrorsOverTime report={report} days={days} unit={unit} />
        </>
      )}
    </>
  );
}
