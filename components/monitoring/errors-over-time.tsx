import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { MEASURES } from "@/lib/judging/measures";
import { isPartial, periodName } from "./partial";
import { counted, shortDay, typicalErrorOf } from "./sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity } from "@/lib/model/format";
import { max, ticks } from "d3-array";

/** The typical error of each period beside the one that is claimed; nothing where there is but one period. */
export function ErrorsOverTime({
  report,
  days,
  unit,
}: {
  report: MonitoringReport;
  days: number;
  unit: string | undefined;
}) {
  const { periods, performance } = report;
  const typical = typicalErrorOf(performance.measures);
  const name = typical?.measure ?? "mdape";
  const write = (value: number) => MEASURES[name].write(value, unit);
  const measured = periods.flatMap(({ from, to, outcomes, measures }) => {
    const error = measures[name];
    const partial = isPartial({ from, to }, report, days) ? `partial ${periodName({ from, to })}` : "";
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
  const label = "Median error over time";
  return (
    <div className="mt-12">
      <Figure
        caption={`Median error over time. Dot: measured. Line: 95% confidence interval.${measured.some(({ partial }) => partial) ? " Ring: a period that is not complete." : ""}`}
        numbers={
          <DataTable
            caption={label}
            columns={["From", "Outcomes", "Half within", "Low", "High"]}
            rows={measured.map(({ from, partial, outcomes, error: { value, low, high } }) => [
              shortDay(from) + (partial && ` (${partial})`),
              formatQuantity(outcomes),
              ...[value, low, high].map((each) => write(each)),
            ])}
          />
        }
      >
        <RowChart
          domain={[0, most]}
          ticks={ticks(0, most, 4)}
          write={write}
          reference={claimed ? { at: claimed.value, text: `claimed ${write(claimed.value)}` } : undefined}
          label={label}
          rows={measured.map(({ from, partial, outcomes, error }) => ({
            key: from,
            label: `from ${shortDay(from)}`,
            detail: counted(outcomes, "outcome") + (partial && `, ${partial}`),
            figure: write(error.value),
            interval: [cut(error.low), cut(error.high)],
            marks: [{ at: cut(error.value), shape: partial ? "hollow" : "filled" }],
          }))}
        />
      </Figure>
    </div>
  );
}
