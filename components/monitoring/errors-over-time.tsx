import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { writeMeasure } from "@/lib/judging/measure-words";
import { isPartial, periodName } from "./partial";
import { typicalErrorOf } from "./accuracy-sentences";
import { counted } from "./counted";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { max, ticks } from "d3-array";
import { MONITORING_WORDS } from "./words";

/** The median error of each period beside the claim; nothing where there is only one period. */
export function ErrorsOverTime({
  report,
  days,
  unit,
}: {
  report: MonitoringReport;
  days: number;
  unit: string | undefined;
}) {
  const words = useWords(MONITORING_WORDS);
  const writer = useWriter();
  const { locale } = writer;
  const { periods, performance } = report;
  const typical = typicalErrorOf(performance.measures);
  const name = typical?.measure ?? "mdape";
  const write = (value: number) => writeMeasure(locale, name, value, unit);
  const dayOf = (iso: string) => writer.day(Date.parse(iso));
  const measured = periods.flatMap(({ from, to, outcomes, measures }) => {
    const error = measures[name];
    const partial = isPartial({ from, to }, report, days) ? words.partial(periodName({ from, to })) : "";
    return error ? [{ from, partial, outcomes, error }] : [];
  });
  const claimed = typical?.claimed;
  if (measured.length < 2) return null;
  // A share above 1 is off the chart.
  const most = Math.min(
    name === "mdape" ? 1 : Infinity,
    max([...measured.map(({ error }) => error.high), claimed?.value ?? 0])!,
  );
  const cut = (value: number) => Math.min(value, most);
  const label = words.errorsOverTime;
  return (
    <div className="mt-12">
      <Figure
        caption={`${label}. ${words.dotAndLine}${measured.some(({ partial }) => partial) ? ` ${words.ring}` : ""}`}
        numbers={
          <DataTable
            caption={label}
            columns={[words.from, words.outcomes, words.medianError, words.low, words.high]}
            rows={measured.map(({ from, partial, outcomes, error: { value, low, high } }) => [
              dayOf(from) + (partial && ` (${partial})`),
              writer.quantity(outcomes),
              ...[value, low, high].map((each) => write(each)),
            ])}
          />
        }
      >
        <RowChart
          domain={[0, most]}
          ticks={ticks(0, most, 4)}
          write={write}
          reference={claimed ? { at: claimed.value, text: words.claimedAt(write(claimed.value)) } : undefined}
          label={label}
          rows={measured.map(({ from, partial, outcomes, error }) => ({
            key: from,
            label: words.fromDate(dayOf(from)),
            detail: counted(locale, outcomes, "outcome") + (partial && `, ${partial}`),
            figure: write(error.value),
            interval: [cut(error.low), cut(error.high)],
            marks: [{ at: cut(error.value), shape: partial ? "hollow" : "filled" }],
          }))}
        />
      </Figure>
    </div>
  );
}
