import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { RowChart } from "@/components/chart/row-chart";
import { counted, shortDay } from "./sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity, formatShare } from "@/lib/model/format";
import { max, ticks } from "d3-array";

/** The typical error of each period beside the one that is claimed; nothing where there is but one period. */
export function ErrorsOverTime({ report: { periods, performance } }: { report: MonitoringReport }) {
  const measured = periods.flatMap(({ from, outcomes, measures: { mdape } }) =>
    mdape ? [{ from, outcomes, mdape }] : [],
  );
  const claimed = performance.measures.find(({ measure }) => measure === "mdape")?.claimed;
  if (measured.length < 2) return null;
  const most = Math.min(1, max([...measured.map(({ mdape }) => mdape.high), claimed?.value ?? 0])!);
  const cut = (value: number) => Math.min(value, most);
  const label = "Median error over time";
  return (
    <div className="mt-12">
      <Figure
        caption="Median error over time. Dot: measured. Line: 95% confidence interval."
        numbers={
          <DataTable
            caption={label}
            columns={["From", "Outcomes", "Half within", "Low", "High"]}
            rows={measured.map(({ from, outcomes, mdape: { value, low, high } }) => [
              shortDay(from),
              formatQuantity(outcomes),
              ...[value, low, high].map(formatShare),
            ])}
          />
        }
      >
        <RowChart
          domain={[0, most]}
          ticks={ticks(0, most, 4)}
          write={formatShare}
          reference={claimed ? { at: claimed.value, text: `claimed ${formatShare(claimed.value)}` } : undefined}
          label={label}
          rows={measured.map(({ from, outcomes, mdape }) => ({
            key: from,
            label: `from ${shortDay(from)}`,
            detail: counted(outcomes, "outcome"),
            figure: formatShare(mdape.value),
            interval: [cut(mdape.low), cut(mdape.high)],
            marks: [{ at: cut(mdape.value), shape: "filled" }],
          }))}
        />
      </Figure>
    </div>
  );
}
