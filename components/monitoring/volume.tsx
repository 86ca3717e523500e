import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { isPartial, periodName } from "./partial";
import { sharesInWords, shortDay } from "./sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { formatQuantity } from "@/lib/model/format";
import { max } from "d3-array";

const HEIGHT = 120;
/** What of its place a column takes. */
const FILLED = 0.72;

/** How many requests there were, week by week. */
export function Volume({ report, days }: { report: MonitoringReport; days: number }) {
  const { volume, periods } = report;
  const partial = periods.map((each) => isPartial(each, report, days));
  const name = periodName(periods[0]!);
  const most = max(periods, ({ predictions }) => predictions) || 1;
  const width = 100 / periods.length;
  const height = (count: number) => (count / most) * HEIGHT;
  const label = `Requests of each ${name}`;
  return (
    <Figure
      caption={sharesInWords(volume)}
      axes={
        <>
          Requests of each {name}, at most {formatQuantity(Math.round(most))}
          {volume.refusals > 0 && "; below, in rust, those refused"}.
          {partial.includes(true) && ` Dashed outline: a partial ${name}.`}
        </>
      }
      numbers={
        <DataTable
          wide
          caption={label}
          columns={["From", "Requests", "Refused", "With a warning", "Outcomes"]}
          rows={periods.map((each, index) => [
            `${shortDay(each.from)}${partial[index] ? ` (partial ${name})` : ""}`,
            ...[each.predictions, each.refusals, each.warned, each.outcomes].map((count) =>
              formatQuantity(Math.round(count)),
            ),
          ])}
        />
      }
    >
      <svg role="img" aria-label={label} width="100%" height={HEIGHT + 40} className="chart mt-6 text-caption">
        {periods.map(({ from, predictions, refusals }, index) => (
          <g key={from}>
            <rect
              x={`${width * (index + (1 - FILLED) / 2)}%`}
              width={`${width * FILLED}%`}
              y={12 + HEIGHT - height(predictions)}
              height={height(predictions)}
              className={partial[index] ? "fill-paper stroke-accent" : "fill-tint"}
              strokeDasharray={partial[index] ? "3 3" : undefined}
            />
            <rect
              x={`${width * (index + (1 - FILLED) / 2)}%`}
              width={`${width * FILLED}%`}
              y={12 + HEIGHT - height(refusals)}
              height={height(refusals)}
              className="fill-rust"
            />
          </g>
        ))}
        <line x2="100%" y1={12 + HEIGHT} y2={12 + HEIGHT} className="stroke-ink" />
        <text y={HEIGHT + 34} className="fill-quiet">
          {shortDay(periods[0]!.from)}
        </text>
        {periods.length > 1 && (
          <text x="100%" y={HEIGHT + 34} textAnchor="end" className="fill-quiet">
            {shortDay(periods.at(-1)!.from)}
          </text>
        )}
      </svg>
    </Figure>
  );
}
