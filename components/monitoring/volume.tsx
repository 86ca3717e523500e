import { DataTable } from "@/components/chart/data-table";
import { Figure } from "@/components/chart/figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { isPartial, periodName } from "./partial";
import { sharesInWords } from "./volume-sentences";
import type { MonitoringReport } from "@/lib/monitoring/report";
import { max } from "d3-array";
import { MONITORING_WORDS } from "./words";

const HEIGHT = 120;
/** What of its place a column takes. */
const FILLED = 0.72;

/** The number of requests by week or month. */
export function Volume({ report, days }: { report: MonitoringReport; days: number }) {
  const { volume, periods } = report;
  const partial = periods.map((each) => isPartial(each, report, days));
  const words = useWords(MONITORING_WORDS);
  const write = useWriter();
  const period = periodName(periods[0]!);
  const most = max(periods, ({ predictions }) => predictions) || 1;
  const width = 100 / periods.length;
  const height = (count: number) => (count / most) * HEIGHT;
  const label = words.requestsOfEach(period);
  const dayOf = (iso: string) => write.day(Date.parse(iso));
  return (
    <Figure
      caption={sharesInWords(write.locale, volume)}
      axes={
        <>
          {words.mostRequests(period, write.quantity(Math.round(most)))}
          {volume.refusals > 0 && ` ${words.refusedInRust}`}
          {partial.includes(true) && ` ${words.dashed(period)}`}
        </>
      }
      numbers={
        <DataTable
          wide
          caption={label}
          columns={[words.from, words.requests, words.refused, words.warned, words.outcomes]}
          rows={periods.map((each, index) => [
            `${dayOf(each.from)}${partial[index] ? ` (${words.partial(period)})` : ""}`,
            ...[each.predictions, each.refusals, each.warned, each.outcomes].map((count) =>
              write.quantity(Math.round(count)),
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
          {dayOf(periods[0]!.from)}
        </text>
        {periods.length > 1 && (
          <text x="100%" y={HEIGHT + 34} textAnchor="end" className="fill-quiet">
            {dayOf(periods.at(-1)!.from)}
          </text>
        )}
      </svg>
    </Figure>
  );
}
